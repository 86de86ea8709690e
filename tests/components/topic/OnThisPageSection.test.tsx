import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { TopicCard } from '@/components/topic/TopicCard';
import type { Topic } from '@/lib/model/pack';
import { readShippedTopic } from '@/scripts/packs/read-shipped';
import { findViolations } from '../../axe';

function open(topic: Topic, others: Topic[], onOpenTopic = vi.fn()) {
  const rendered = render(
    <TopicCard
      topic={topic}
      context={{
        articleDate: '2025-10-02',
        pageTopics: others.map(({ id }) => id),
        today: '2026-11-23',
        languages: ['en'],
      }}
      section="page"
      onSection={() => {}}
      related={new Map()}
      others={others}
      peers={[]}
      onOpenTopic={onOpenTopic}
      noteCount={0}
      notes={null}
    />,
  );
  return { ...rendered, onOpenTopic };
}

it('says how the topic hangs together with the others, and leads to them', async () => {
  const { container, onOpenTopic } = open(readShippedTopic('ascend-950'), [
    readShippedTopic('huawei'),
    readShippedTopic('huawei-connect-2025'),
  ]);
  const region = await screen.findByRole('region', { name: 'On this page' });
  expect(await screen.findByText(/makes/)).toBeTruthy();
  expect(region.textContent).toContain('Huawei makes Ascend 950');
  expect(region.textContent).toContain('Ascend 950 was announced at Huawei Connect 2025');
  await userEvent.click(screen.getAllByRole('button', { name: 'Huawei' })[0] as HTMLElement);
  expect(onOpenTopic).toHaveBeenCalledWith('huawei');
  expect(await findViolations(container)).toEqual([]);
});

it('says that the pack relates it to none of them', async () => {
  open(readShippedTopic('ascend-950'), [readShippedTopic('tiktok-deal')]);
  expect(await screen.findByText('The pack relates it to no other topic of this page.')).toBeTruthy();
});
