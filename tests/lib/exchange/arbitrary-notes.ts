import fc from 'fast-check';
import type { Note, Target } from '@/lib/model/note';

const HEXES = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_';
const ids = fc.string({ unit: fc.constantFrom(...HEXES), minLength: 16, maxLength: 16 });
/** Texts with all that has a meaning in one format or another. */
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom(
      'a',
      '侧',
      ' ',
      '\n',
      '\r',
      '\t',
      '"',
      "'",
      ',',
      ';',
      '=',
      '+',
      '-',
      '@',
      '\\',
      '<',
      '&',
      '#',
      '|',
      '`',
    ),
    maxLength: 12,
  }),
);
const names = fc
  .string({
    unit: fc.constantFrom('a', 'Ä', '侧', '1', ' ', ',', '\\', '=', "'", '"'),
    minLength: 1,
    maxLength: 8,
  })
  .map((name) => name.trim())
  .filter((name) => name !== '');
const moments = fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2026, 10, 28) });

const wides = texts.map((text) => text.slice(0, 128));
const passages = fc.record({
  exact: texts.filter((text) => text !== ''),
  prefix: texts,
  suffix: texts,
  surroundings: fc.option(
    fc.record({ before: wides, after: wides }).filter(({ before, after }) => before + after !== ''),
  ),
  twins: fc.option(
    fc.record({
      before: fc.double({ min: 0, max: 1, noNaN: true }),
      after: fc.double({ min: 0, max: 1, noNaN: true }),
      row: fc.nat(),
      nth: fc.nat(),
      of: fc.integer({ min: 1 }),
    }),
  ),
  start: fc.nat(),
});
const targets: fc.Arbitrary<Target> = fc
  .record({
    url: fc.webUrl({ withQueryParameters: true }),
    isCanonical: fc.boolean(),
    title: texts,
    published: fc.constantFrom(null, '2025', '2025-Q4', '2025-09', '2025-09-18'),
    passage: fc.option(passages),
  })
  .map(({ url, isCanonical, title, published, passage }) => ({
    url,
    canonical: isCanonical ? url : 'https://news.example/canonical',
    title,
    published,
    selectors: passage && {
      quote: {
        type: 'TextQuoteSelector',
        exact: passage.exact,
        prefix: passage.prefix.slice(0, 64),
        suffix: passage.suffix.slice(0, 64),
      },
      position: {
        type: 'TextPositionSelector',
        start: passage.start,
        end: passage.start + passage.exact.length,
      },
      ...(passage.surroundings && { surroundings: passage.surroundings }),
      ...(passage.twins && { twins: passage.twins }),
    },
  }));

const events = fc.record({
  date: fc.constantFrom('2025', '2025-Q4', '2025-09', '2025-09-18'),
  text: texts.map((text) => text.trim()).filter((text) => text !== ''),
});

const notes: fc.Arbitrary<Note> = fc
  .record({
    id: ids,
    createdAt: moments,
    modifiedAt: moments,
    target: fc.option(targets),
    topics: fc.uniqueArray(names, { maxLength: 3 }),
    tags: fc.uniqueArray(names, { maxLength: 4 }),
    fact: fc.option(fc.constant('huawei/facts.roadmap')),
    event: fc.option(events),
    texts: fc.uniqueArray(texts, { minLength: 1, maxLength: 3 }),
    heads: fc.array(ids, { maxLength: 2 }),
  })
  .map(({ id, texts: [body = '', ...versions], fact, event, ...note }) => ({
    v: 1,
    id: `note:${id}`,
    ...note,
    ...(fact !== null && { fact }),
    ...(event !== null && { event }),
    body,
    versions,
    hidden: false,
  }));

/** Notes as they can be shown, each with an id of its own, by their ids. */
export const arbitraryNotes = fc
  .uniqueArray(notes, { selector: ({ id }) => id, maxLength: 5 })
  .map((list) => list.toSorted((a, b) => (a.id < b.id ? -1 : 1)));

/** A note as a reader sees it: without the changes that it comes from, which are written anew where it comes in. */
export function asShown({ heads: _, ...note }: Note): Omit<Note, 'heads'> {
  return note;
}
