import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, expect, it } from 'vitest';
import { TopicCard } from '@/components/topic/TopicCard';
import { readShippedTopic, readShippedTopics } from '@/scripts/packs/read-shipped';
import { findViolations } from '../../axe';

// The charting library is large: no test waits for it.
beforeAll(() => import('@/components/topic/FigureChart'), 30_000);

function open(topic: string, articleDate: string | null) {
  return render(
    <TopicCard
      topic={readShippedTopic(topic)}
      context={{ articleDate, pageTopics: [], today: '2026-11-29', languages: ['en'] }}
      section="figures"
      onSection={() => {}}
      related={new Map()}
      others={[]}
      peers={readShippedTopics()}
      onOpenTopic={() => {}}
      noteCount={0}
      notes={null}
    />,
  );
}

it('sets a figure beside those of others, as bars and as a table', async () => {
  const { container } = open('ascend-950', '2025-10-02');
  await userEvent.click(await screen.findByRole('button', { name: 'Memory per chip' }));
  await userEvent.click(await screen.findByText('As a table'));
  const table = await screen.findByRole('table');
  const names = within(table)
    .getAllByRole('rowheader')
    .map(({ textContent }) => textContent);
  expect(names).toContain('Ascend 910C');
  expect(names.filter((name) => name === 'Ascend 950PR')).toHaveLength(1);
  expect(within(table).getByRole('row', { name: /^B200/ }).textContent).toMatch(/192 GB.*2024.*claim/);
  expect(await findViolations(container)).toEqual([]);
});

it('shows nothing later than the article outside the fold', async () => {
  open('ascend-950', '2025-10-02');
  await screen.findByText(/Since then \(\d+\)/);
  const region = screen.getByRole('region', { name: 'Figures' }).cloneNode(true) as HTMLElement;
  for (const fold of region.querySelectorAll('details')) fold.replaceWith('');
  expect(region.textContent).not.toMatch(/112 GB|1\.4 TB\/s|2\.87/);
});

it('sets a chip beside the limits of the rules in force, with the arithmetic, and says what is not known', async () => {
  open('h20', '2025-05-01');
  const region = await screen.findByRole('region', { name: 'Figures' });
  expect(await within(region).findByText('Beside the limits of the rules')).toBeTruthy();
  expect(region.textContent).toMatch(
    /LimitTotal processing performance per chip: 4,800 points or moreThe chip296 TFLOPS \(FP8\) × 8 bits = 2,368 points, computed by Sidelight/,
  );
  expect(region.textContent).toContain('Not covered by the rule');
  expect(region.textContent).toContain('no figure for “Performance density per chip”');
  expect(region.textContent).not.toContain('memory stack');
});

it('lists the limits of a rule', async () => {
  open('october-17-2023-rules', null);
  const region = await screen.findByRole('region', { name: 'Figures' });
  expect(await within(region).findByText('Limits of the rule')).toBeTruthy();
  expect(region.textContent).toMatch(/4,800 points or more/);
  expect(region.textContent).toMatch(/1,600 points or more; and .*5\.92/);
});

it('sets a figure of several years side by side, those later than the article under the fold only', async () => {
  const { container } = open('huawei', '2025-10-02');
  const fold = (await screen.findByText(/^Since then/)).closest('details') as HTMLElement;
  const buttons = await screen.findAllByRole('button', { name: 'Revenue', hidden: true });
  const [before, since] = [buttons[0], buttons.at(-1)];
  expect(fold.contains(before as HTMLElement)).toBe(false);
  expect(fold.contains(since as HTMLElement)).toBe(true);
  await userEvent.click(before as HTMLElement);
  await userEvent.click(await screen.findByText('As a table'));
  const rows = () => screen.getAllByRole('row').map(({ textContent }) => textContent);
  expect(rows()).toEqual(['2020891.4 billion yuanfact', '2024862.1 billion yuanfact']);
  expect(await findViolations(container)).toEqual([]);

  await userEvent.click(before as HTMLElement);
  await userEvent.click(within(fold).getByText(/^Since then/));
  await userEvent.click(since as HTMLElement);
  await userEvent.click(await screen.findByText('As a table'));
  expect(rows().at(-1)).toBe('2025, claimat least 880 billion yuanclaim');
});
