import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { i18n } from '#i18n';
import { firstView } from '@/lib/card/first-view';
import { firstViewText } from '@/lib/card/first-view-text';
import { isOwnEvent } from '@/lib/card/is-own-event';
import { withOwnEvents } from '@/lib/card/own-events';
import { toOwnPack } from '@/lib/card/own-pack';
import type { Note } from '@/lib/model/note';
import { parsePack } from '@/lib/packs/parse-pack';
import { asOf, outsideFold } from '@/lib/time/as-of';
import { compareDates } from '@/lib/time/coarse-date';
import { makeNote, makeQuote, makeTarget, makeTopic, testId } from '@/tests/builders';

const LANGUAGES = ['en'];

const eventOn = (date: string, fields: Partial<Note> = {}) =>
  makeNote({ body: '', event: { date, text: 'A licence was granted.' }, ...fields });
const viewAt = (articleDate: string, notes: Note[]) =>
  firstView(withOwnEvents(makeTopic(), notes), {
    articleDate,
    pageTopics: [],
    today: '2026-11-29',
    languages: LANGUAGES,
  });

describe("the reader's own events, as a law", () => {
  const dates = fc.constantFrom(
    '2024',
    '2025',
    '2025-Q3',
    '2025-09',
    '2025-09-18',
    '2025-10-02',
    '2026-01-01',
  );

  it('stand outside "since then" only where they are dated no later than the article', () => {
    const lists = fc.array(dates, { maxLength: 5 });
    fc.assert(
      fc.property(lists, dates, (when, articleDate) => {
        const notes = when.map((date, number) => eventOn(date, { id: `note:${testId('n', number)}` }));
        const division = asOf(withOwnEvents(makeTopic(), notes), articleDate);
        const own = (events: { id: string }[]) => events.filter(({ id }) => isOwnEvent(id)).length;
        for (const { date } of outsideFold(division).events)
          expect(compareDates(date, articleDate)).toBeLessThanOrEqual(0);
        expect(own(outsideFold(division).events) + own(division.since.events)).toBe(notes.length);
        const { known } = viewAt(articleDate, notes);
        if (known?.mark === 'yours')
          expect(compareDates(known.date as string, articleDate)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('an event of the reader', () => {
  it('is the newest known in the card of a later article, and says whose it is', () => {
    const { known } = viewAt('2025-11-01', [eventOn('2025-10-02')]);
    expect(known).toMatchObject({
      mark: 'yours',
      date: '2025-10-02',
      text: { text: 'A licence was granted.' },
    });
    const words = firstViewText(viewAt('2025-11-01', [eventOn('2025-10-02')]), i18n.t);
    expect(words.known?.markWord).toBe('yours');
  });

  it('counts as come since in the card of an earlier article', () => {
    const view = viewAt('2025-09-20', [eventOn('2025-10-02')]);
    expect(view.known?.mark).not.toBe('yours');
    expect(view.since).toEqual({ count: 1, to: '2025-10-02' });
  });

  it('has the article it was read in as its source, once for all its events', () => {
    const target = makeQuote('A licence was granted.', {
      url: 'https://www.news.example/a',
      title: 'Licences',
    });
    const { events, sources } = withOwnEvents(makeTopic(), [
      eventOn('2025-10-02', { target }),
      eventOn('2025-10-03', { target, id: `note:${testId('n', 2)}` }),
    ]);
    const [own] = sources.slice(1);
    expect(sources).toHaveLength(2);
    expect(own).toMatchObject({
      origin: { und: 'news.example' },
      via: { und: 'Licences' },
      url: 'https://www.news.example/a',
      date: '2025-09-18',
    });
    expect(events.map((event) => event.sources)).toEqual([[own?.id], [own?.id]]);
  });

  it.each([
    { note: makeNote(), because: 'a note without one' },
    { note: eventOn('2025', { topics: ['nvidia'] }), because: 'one on another topic' },
  ])('is not on a timeline for $because', ({ note }) => {
    const topic = makeTopic();
    expect(withOwnEvents(topic, [note])).toBe(topic);
  });

  it('is on the timeline of a topic that has got another id since', () => {
    const { events } = withOwnEvents(makeTopic({ id: 'huawei-co', formerIds: ['huawei'] }), [
      eventOn('2025'),
    ]);
    expect(events).toHaveLength(1);
  });
});

describe("a pack of the reader's own events", () => {
  const about = { name: 'My events on Huawei', today: '2026-11-29', replica: '00112233aabbccdd' };

  it('is one that another reader can take in', async () => {
    const notes = [
      eventOn('2025-10-02', { id: 'note:-_AZaz09-_AZaz09' }),
      eventOn('2025', { id: `note:${testId('n', 2)}`, target: makeTarget({ url: 'javascript:alert(1)' }) }),
      makeNote({ id: `note:${testId('n', 3)}` }),
    ];
    const files = toOwnPack(
      makeTopic({ relations: [{ type: 'makes', topic: 'ascend', status: 'happened' }] }),
      notes,
      about,
    );
    const pack = parsePack(JSON.parse(JSON.stringify(files)));
    expect(pack).toMatchObject({ id: 'own-huawei-00112233', version: '2026.11.29', topics: ['huawei'] });
    const [topic] = pack.contents;
    expect(topic?.events.map(({ date, text }) => [date, text])).toEqual([
      ['2025-10-02', { und: 'A licence was granted.' }],
      ['2025', { und: 'A licence was granted.' }],
    ]);
    expect(topic?.facts).toEqual([]);
    expect(JSON.stringify(topic)).not.toContain('javascript:');
  });

  it('is nothing where there is no event', () => {
    expect(toOwnPack(makeTopic(), [makeNote()], about)).toBeNull();
  });
});
