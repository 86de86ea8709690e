/** Builders of whole values for tests: name what the case is about, the rest is ordinary. */
import { type MeasureId, unitOf } from '@/lib/model/measures';
import type { Change, Note, NoteDraft, Target } from '@/lib/model/note';
import type { Fact, Figure, Pack, Topic } from '@/lib/model/pack';

/** A readable id of the right length: `testId('a', 7)` is `a000000000000007`. */
export function testId(prefix: string, number: number): string {
  return `${prefix}${String(number).padStart(16 - prefix.length, '0')}`;
}

/** The page of the first demo article, without a passage on it. */
export function makeTarget(fields: Partial<Target> = {}): Target {
  return {
    url: 'https://news.example/huawei-connect?from=feed',
    canonical: 'https://news.example/huawei-connect',
    title: 'Huawei shows its chip roadmap',
    published: '2025-09-18',
    selectors: null,
    ...fields,
  };
}

/** A target with a quoted passage. */
export function makeQuote(exact: string, fields: Partial<Target> = {}): Target {
  return makeTarget({
    selectors: {
      quote: { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
      position: { type: 'TextPositionSelector', start: 10, end: 10 + exact.length },
    },
    ...fields,
  });
}

/** What a reader typed into the composer. */
export function makeDraft(fields: Partial<NoteDraft> = {}): NoteDraft {
  return { target: null, topics: [], tags: [], body: 'Check the memory bandwidth', ...fields };
}

/** A note as shown. */
export function makeNote(fields: Partial<Note> = {}): Note {
  return {
    v: 1,
    id: `note:${testId('n', 1)}`,
    createdAt: Date.UTC(2025, 9, 2),
    modifiedAt: Date.UTC(2025, 9, 2),
    target: makeTarget(),
    topics: ['huawei'],
    tags: [],
    body: 'Check the memory bandwidth',
    versions: [],
    heads: [testId('c', 1)],
    hidden: false,
    ...fields,
  };
}

/** A change of the note of `makeNote`. */
export function makeChange(fields: Partial<Change> = {}): Change {
  return { i: testId('c', 1), t: 1, e: `note:${testId('n', 1)}`, ...fields };
}

/** A topic with a name, a term and one dated fact. */
export function makeTopic(fields: Partial<Topic> = {}): Topic {
  const id = fields.id ?? 'huawei';
  const name = id.charAt(0).toUpperCase() + id.slice(1);
  return {
    id,
    group: 'huawei',
    kind: 'company',
    names: [{ text: name, lang: 'en' }],
    summary: 'Maker of telecoms equipment, phones and AI chips.',
    knownUntil: '2026-06',
    terms: [{ text: name, lang: 'en' }],
    facts: [
      {
        id: 'roadmap',
        text: 'Set out a three-year chip roadmap.',
        date: '2025-09-18',
        status: 'happened',
        sources: ['keynote'],
        key: true,
      },
    ],
    events: [],
    figures: [],
    insights: [],
    relations: [],
    sources: [{ id: 'keynote', origin: 'Huawei keynote', date: '2025-09-18', tier: 'primary' }],
    ...fields,
  };
}

/** A fact of January 2025 without a source. */
export function makeFact(id: string, fields: Partial<Fact> = {}): Fact {
  return { id, text: `Statement ${id}.`, status: 'happened', date: '2025-01', sources: [], ...fields };
}

/** A figure of the shared vocabulary, in its unit, claimed on the day of the keynote. */
export function makeFigure(measure: MeasureId, value: number, fields: Partial<Figure> = {}): Figure {
  return {
    id: `${measure}-${value}`,
    measure,
    value,
    unit: unitOf(measure),
    date: '2025-09-18',
    status: 'claimed',
    sources: ['keynote'],
    ...fields,
  };
}

/** A pack of these topics, read and checked. */
export function makePack(contents: Topic[] = [makeTopic()], fields: Partial<Pack> = {}): Pack {
  return {
    format: 1,
    id: 'tech-war',
    version: '1.0.0',
    name: 'Tech war',
    language: 'en',
    published: '2026-07-01',
    topics: contents.map((topic) => topic.id),
    contents,
    ...fields,
  };
}

/** The files of a pack, as `parsePack` takes them. */
export function makePackFiles(
  contents: Topic[] = [makeTopic()],
  fields: Partial<Pack> = {},
): Record<string, unknown> {
  const { contents: _, ...manifest } = makePack(contents, fields);
  return {
    'pack.json': manifest,
    ...Object.fromEntries(contents.map((topic) => [`topics/${topic.id}.json`, topic])),
  };
}
