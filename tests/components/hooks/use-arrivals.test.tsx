import { render, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { useArrivals } from '@/components/hooks/use-arrivals';
import { TopicCard } from '@/components/topic/TopicCard';
import { listArrivals } from '@/lib/db/arrivals';
import { replacePack } from '@/lib/db/packs';
import type { Fact } from '@/lib/model/pack';
import { NO_SURROUNDINGS } from '@/tests/components/topic/no-surroundings';
import { makePack, makeTopic } from '../../builders';
import { emptyDatabaseBeforeEach } from '../../stored';

emptyDatabaseBeforeEach();

const later: Fact = { id: 'later', text: 'Came in March.', status: 'happened', date: '2026-03', sources: [] };
const fresh: Fact = { id: 'fresh', text: 'The yield rose.', status: 'claimed', date: '2025-09', sources: [] };
const before = makeTopic();
const topic = makeTopic({ facts: [...before.facts, fresh, later] });

beforeEach(async () => {
  // jsdom lays nothing out; what it knows of is a closed fold.
  Element.prototype.checkVisibility = function (this: Element) {
    return this.closest('details:not([open])') === null;
  };
  await replacePack(makePack([before]));
  await replacePack(makePack([topic], { version: '1.1.0' }));
});

function Card({ section }: { section: 'background' | null }) {
  const news = useArrivals(topic.id);
  return (
    <TopicCard
      {...NO_SURROUNDINGS}
      topic={topic}
      context={{ articleDate: '2025-10-02', pageTopics: [], today: '2026-11-29', languages: ['en'] }}
      section={section}
      reading={{ article: null, notes: [], onHolding: () => {}, ...news }}
    />
  );
}

it('says in the first view how many lines came with an update, and shows nothing of them as seen', async () => {
  render(<Card section={null} />);
  expect(await screen.findByText('2 new')).toBeTruthy();
  expect(await listArrivals('huawei')).toHaveLength(2);
});

it('marks each line that came, until it has been shown for two seconds; in a closed fold it has not', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  render(<Card section="background" />);
  const line = (await screen.findByText('The yield rose.')).closest('li') as HTMLElement;
  await waitFor(() => expect(line.textContent).toContain('New'));
  expect(screen.getByText('Set out a three-year chip roadmap.').closest('li')?.textContent).not.toContain(
    'New',
  );
  vi.advanceTimersByTime(1_900);
  expect(await listArrivals('huawei')).toHaveLength(2);
  vi.advanceTimersByTime(200);
  await waitFor(async () => expect(await listArrivals('huawei')).toEqual(['facts.later']));
  // In this card it stays marked: the reader may be reading it.
  expect(line.textContent).toContain('New');
  vi.useRealTimers();
});
