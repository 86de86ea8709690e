import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { i18n } from '#i18n';
import { type AddedEvents, withAddedEvents } from '@/lib/card/added-events';
import { firstView } from '@/lib/card/first-view';
import { firstViewText } from '@/lib/card/first-view-text';
import { isAddedEvent } from '@/lib/card/mark-of-event';
import { toPackId } from '@/lib/card/own-pack';
import type { TimelineEvent } from '@/lib/model/pack';
import { asOf, outsideFold } from '@/lib/time/as-of';
import { compareDates } from '@/lib/time/coarse-date';
import { makeNote, makeTopic } from '@/tests/builders';

const eventOf = (date: string, fields: Partial<TimelineEvent> = {}): TimelineEvent => ({
  id: 'licence',
  text: { und: 'A licence was granted.' },
  date,
  status: 'happened',
  sources: ['news'],
  key: true,
  ...fields,
});
const packOf = (events: TimelineEvent[], fields: Partial<AddedEvents> = {}): AddedEvents => ({
  pack: 'own-huawei-00112233',
  name: 'Events added on Huawei',
  fileName: 'from-anna.json',
  events,
  sources: [
    { id: 'news', origin: { und: 'news.example' }, url: 'https://news.example/a', tier: 'newsroom' },
    { id: 'unused', origin: 'Nobody', tier: 'weak' },
  ],
  ...fields,
});

describe('the events of added packs, as a law', () => {
  const dates = fc.constantFrom('2024', '2025', '2025-Q3', '2025-09', '2025-09-18', '2025-10-02', '2026-01');
  it('stand outside "since then" only where they are dated no later than the article', () => {
    fc.assert(
      fc.property(fc.array(dates, { maxLength: 5 }), dates, (when, articleDate) => {
        const events = when.map((date, number) => eventOf(date, { id: `licence-${number}` }));
        const division = asOf(withAddedEvents(makeTopic(), [packOf(events)], []), articleDate);
        const outside = outsideFold(division).events.filter(({ id }) => isAddedEvent(id));
        const since = division.since.events.filter(({ id }) => isAddedEvent(id));
        for (const { date } of outside) expect(compareDates(date, articleDate)).toBeLessThanOrEqual(0);
        expect(outside.length + since.length).toBe(when.length);
      }),
    );
  });
});

describe('an event of an added pack', () => {
  it('names its own source, and the pack with its file', () => {
    const { events, sources } = withAddedEvents(makeTopic(), [packOf([eventOf('2025-10-02')])], []);
    const behind = sources.filter(({ id }) => events.at(-1)?.sources.includes(id));
    expect(behind).toMatchObject([
      { origin: { und: 'news.example' }, url: 'https://news.example/a' },
      { origin: 'Events added on Huawei', via: { und: 'from-anna.json' } },
    ]);
    expect(sources.map(({ origin }) => origin)).not.toContain('Nobody');
  });

  it('says in the first view that it is from a pack that was added', () => {
    const topic = withAddedEvents(makeTopic(), [packOf([eventOf('2025-10-02')])], []);
    const context = { articleDate: '2025-11-01', pageTopics: [], today: '2026-11-29', languages: ['en'] };
    const { known } = firstViewText(firstView(topic, context), i18n.t);
    expect(known).toMatchObject({
      text: { text: 'A licence was granted.' },
      mark: 'added',
      markWord: 'added pack',
    });
  });

  it('is another one in each pack, though both call it the same', () => {
    const packs = [packOf([eventOf('2025')]), packOf([eventOf('2026')], { pack: 'own-huawei-ffffffff' })];
    const { events } = withAddedEvents(makeTopic(), packs, []);
    const added = events.filter(({ id }) => isAddedEvent(id));
    expect(new Set(added.map(({ id }) => id)).size).toBe(2);
  });

  it.each([
    { because: 'it is the own event of the reader', event: { date: '2025', text: 'Mine' }, shown: 0 },
    { because: 'the note is none any more', event: undefined, shown: 1 },
  ])('is shown $shown times where $because', ({ event, shown }) => {
    const note = makeNote(event ? { event } : {});
    const topic = makeTopic();
    const { events } = withAddedEvents(topic, [packOf([eventOf('2025', { id: toPackId(note.id) })])], [note]);
    expect(events.length - topic.events.length).toBe(shown);
  });
});
