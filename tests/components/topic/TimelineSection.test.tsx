import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { TopicCard } from '@/components/topic/TopicCard';
import { type AddedEvents, withAddedEvents } from '@/lib/card/added-events';
import { withOwnEvents } from '@/lib/card/own-events';
import type { Topic } from '@/lib/model/pack';
import { readShippedTopic } from '@/scripts/packs/read-shipped';
import { NO_SURROUNDINGS } from '@/tests/components/topic/no-surroundings';
import { findViolations } from '../../axe';
import { makeNote, makeTopic } from '../../builders';

// The charting library is large: no test waits for it.
beforeAll(() => import('@/components/topic/TimelineChart'), 30_000);

afterEach(() => document.documentElement.removeAttribute('dir'));

function open(topic: Topic, articleDate: string | null) {
  return render(
    <TopicCard
      {...NO_SURROUNDINGS}
      topic={topic}
      context={{ articleDate, pageTopics: [], today: '2026-11-29', languages: ['en'] }}
      section="timeline"
    />,
  );
}

const drawings = () => [
  ...document.querySelectorAll<HTMLElement>('[aria-hidden="true"]:has(> .recharts-wrapper)'),
];
const marksIn = (drawing: Element | undefined) => [...(drawing?.querySelectorAll('svg[data-mark]') ?? [])];

it('draws the events up to the article, each with its kind and date, and a line for the article', async () => {
  const { container } = open(readShippedTopic('huawei'), '2025-10-02');
  const [button] = await screen.findAllByRole('button', { name: 'On a time axis' });
  expect(drawings()).toEqual([]);
  await userEvent.click(button as HTMLElement);
  await screen.findByText('This article');
  const [drawing] = drawings();
  expect(marksIn(drawing).length).toBeGreaterThan(8);
  for (const mark of marksIn(drawing)) {
    const told = mark.querySelector('title')?.textContent ?? '';
    expect(told).not.toMatch(/2026|(Nov|Dec) 2025/);
    expect(told).toMatch(/^[\w ]*20\d\d: \w/);
  }
  expect(await findViolations(container)).toEqual([]);
});

it('draws what came after the article under the fold only, with the line of the article before it', async () => {
  open(readShippedTopic('huawei'), '2025-10-02');
  const fold = (await screen.findByText(/^Since then/)).closest('details') as HTMLElement;
  await userEvent.click(within(fold).getByText(/^Since then/));
  await userEvent.click(within(fold).getByRole('button', { name: 'On a time axis' }));
  const line = await within(fold).findByText('This article');
  expect(drawings()).toHaveLength(1);
  const placeOf = (element: Element) => Number(element.getAttribute('x'));
  const later = marksIn(drawings()[0]).filter((mark) => /2026/.test(mark.textContent ?? ''));
  expect(later.length).toBeGreaterThan(0);
  for (const mark of later) expect(placeOf(mark)).toBeGreaterThan(placeOf(line));
});

it('has a lane of the events of packs that were added, and names the pack at each', async () => {
  const added: AddedEvents = {
    pack: 'own-huawei-00112233',
    name: 'Events of Anna',
    fileName: 'anna.json',
    events: [{ id: 'licence', text: 'A licence', date: '2025-09-18', status: 'happened', sources: [] }],
    sources: [],
  };
  const [fact] = makeTopic().facts;
  const events = fact ? [{ ...fact, id: 'founded', date: '2019' }] : [];
  open(withAddedEvents(makeTopic({ events }), [added], []), null);
  const [line] = await screen.findAllByText('A licence', { selector: 'p' });
  const day = within(line?.closest('li') as HTMLElement);
  expect(day.getByText('added pack')).toBeVisible();
  expect(day.getByText('Events of Anna')).toBeVisible();
  await userEvent.click(await screen.findByRole('button', { name: 'On a time axis' }));
  const [drawn] = await screen.findAllByText(/A licence/, { selector: 'title' });
  expect(drawn?.parentElement?.dataset.mark).toBe('added');
});

it('has a lane of the reader’s own events', async () => {
  const note = makeNote({ event: { date: '2025-09-18', text: 'Roadmap shown' } });
  const [fact] = makeTopic().facts;
  const events = fact ? [{ ...fact, id: 'founded', date: '2019' }] : [];
  open(withOwnEvents(makeTopic({ events }), [note]), null);
  await userEvent.click(await screen.findByRole('button', { name: 'On a time axis' }));
  const [own] = await screen.findAllByText(/Roadmap shown/, { selector: 'title' });
  expect(own?.parentElement?.dataset.mark).toBe('yours');
  expect(within(drawings()[0] as HTMLElement).getByText('yours')).toBeTruthy();
  expect(screen.queryByText('This article')).toBeNull();
});

it('leads a plan to the day that it names, beyond the article', async () => {
  open(readShippedTopic('ascend-960'), '2025-09-18');
  await userEvent.click(await screen.findByRole('button', { name: 'On a time axis' }));
  const [plan] = await screen.findAllByText(/Due Q4 2028$/, { selector: 'title' });
  expect(plan?.parentElement?.dataset.mark).toBe('plan');
  expect(screen.getByText('A broken line leads to the day that a plan names.')).toBeTruthy();
  const [way, end] = document.querySelectorAll('line[stroke="var(--chart-plan)"]');
  const line = screen.getByText('This article');
  expect(Number(way?.getAttribute('x2'))).toBeGreaterThan(Number(line.getAttribute('x')));
  expect(end?.getAttribute('x1')).toBe(way?.getAttribute('x2'));
});

it('offers no drawing where all events are of one date', async () => {
  const [fact] = makeTopic().facts;
  open(makeTopic({ events: fact ? [{ ...fact, date: '2025-09-18' }] : [] }), null);
  expect(await screen.findByText('18 Sep 2025')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'On a time axis' })).toBeNull();
});

it.each([
  { dir: 'ltr', order: ['before', 'after'] },
  { dir: 'rtl', order: ['after', 'before'] },
])('runs with the writing: $dir', async ({ dir, order }) => {
  document.documentElement.dir = dir;
  const [fact] = makeTopic().facts;
  const events = ['2024', '2025-09-18'].map((date, at) => ({
    ...(fact as Topic['facts'][0]),
    id: `${at}`,
    text: at === 0 ? 'before' : 'after',
    date,
  }));
  open(makeTopic({ events }), null);
  await userEvent.click(await screen.findByRole('button', { name: 'On a time axis' }));
  await screen.findByText('18 Sep 2025: after', { selector: 'title' });
  const marks = marksIn(drawings()[0]).sort(
    (a, b) => Number(a.getAttribute('x')) - Number(b.getAttribute('x')),
  );
  expect(marks.map((mark) => mark.textContent?.split(': ')[1])).toEqual(order);
});
