import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fact, Topic } from '@/lib/model/pack';
import { asOf, outsideFold, planState, type Slice } from '@/lib/time/as-of';
import { compareDates } from '@/lib/time/coarse-date';
import { makeTopic } from '../../builders';

const makeFact = (fields: Partial<Fact> = {}): Fact => ({
  id: 'fact',
  text: 'Something happened.',
  status: 'happened',
  sources: [],
  ...fields,
});

const divide = (fact: Fact, date: string | null, fields: Partial<Topic> = {}) =>
  asOf(makeTopic({ facts: [fact], ...fields }), date);

const partOf = (fact: Fact, date: string | null) => {
  const { known, planned, since, undated } = divide(fact, date);
  return Object.entries({ known, planned, since, undated })
    .filter(([, slice]) => slice.facts.length > 0)
    .map(([name]) => name)
    .join();
};

describe('asOf puts a statement', () => {
  it.each<[Partial<Fact>, string | null, string, string]>([
    [{ date: '2025-09-18' }, '2025-10-02', 'known', 'it is earlier'],
    [{ date: '2025-10-02' }, '2025-10-02', 'known', 'it is of the same day'],
    [{ date: '2025-10-03' }, '2025-10-02', 'since', 'it is later'],
    [{ date: '2025-10' }, '2025-10-02', 'known', 'the month is the same as far as anyone knows'],
    [{ date: '2026-02-24' }, '2026-02', 'known', 'the article is known to the month only'],
    [{ date: '2025-Q4' }, '2025-09-30', 'since', 'the quarter is later'],
    [{ date: '2025-09-18', status: 'planned' }, '2025-10-02', 'planned', 'it was a plan then'],
    [{ date: '2026-01-01', status: 'planned' }, '2025-10-02', 'since', 'the plan was made later'],
    [{}, '2025-10-02', 'undated', 'it has no date'],
    [{ date: '2030' }, null, 'known', 'without an article date nothing is later'],
    [{ date: '2025-01', until: '2025-12' }, '2025-10', 'since', 'the span was over only later'],
    [{ date: '2025-01', until: '2025-09' }, '2025-10', 'known', 'the span was over'],
    [
      { date: '2025-01', until: '2027' },
      '2025-10',
      'known',
      'the end lies ahead of the pack: it was set at the start',
    ],
  ])('%o for an article of %s under %s, because %s', (fields, date, part) => {
    expect(partOf(makeFact(fields), date)).toBe(part);
  });
});

describe('what came of a plan', () => {
  const plan = makeFact({
    date: '2025-09-18',
    status: 'planned',
    due: '2026-Q1',
    outcome: { result: 'kept', date: '2026-03-20', sources: [] },
  });

  it('is not shown then: the plan reads as a plan', () => {
    const division = divide(plan, '2025-10-02');
    expect(division.planned.facts[0]).not.toHaveProperty('outcome');
    expect(division.since.outcomes).toEqual([{ plan, outcome: plan.outcome }]);
  });

  it('stays with the plan in an article that could know it', () => {
    const division = divide(plan, '2026-04-01');
    expect(division.planned.facts).toEqual([plan]);
    expect(division.since.outcomes).toEqual([]);
  });

  it('stays on the later side when nobody knows when it came', () => {
    const undated = { ...plan, outcome: { result: 'late' as const, sources: [] } };
    expect(divide(undated, '2026-04-01').since.outcomes).toHaveLength(1);
  });
});

describe('planState', () => {
  const plan = makeFact({ date: '2025-11-01', status: 'planned', due: '2026-11-10' });
  it.each<[Fact, string, string, string]>([
    [plan, '2026-11-10', 'open', 'the due day is today'],
    [plan, '2026-11-11', 'overdue', 'the due day has passed and the pack holds no outcome'],
    [{ ...plan, due: '2026-Q4' }, '2026-12-30', 'open', 'the quarter is not over'],
    [
      { ...plan, outcome: { result: 'unknown', sources: [] } },
      '2026-12-01',
      'overdue',
      'an unknown outcome without a text says nothing',
    ],
    [
      { ...plan, outcome: { result: 'kept', date: '2026-11-10', sources: [] } },
      '2026-12-01',
      'open',
      'there is an outcome, which the article could not know',
    ],
    [
      { ...plan, outcome: { result: 'kept', date: '2025-11-20', sources: [] } },
      '2026-12-01',
      'settled',
      'the article could know the outcome',
    ],
  ])('of %o on %s is %s because %s', (fact, today, expected) => {
    const division = divide(fact, '2025-12-01');
    expect(planState(outsideFold(division).facts[0] as Fact, division, today)?.is).toBe(expected);
  });

  it('is null for a statement that is no plan', () => {
    const division = divide(makeFact({ date: '2025-01' }), null);
    expect(planState(makeFact({ date: '2025-01' }), division, '2026-01-01')).toBeNull();
  });
});

it('says when an article is later than the facts go', () => {
  expect(divide(makeFact(), '2026-07-01', { knownUntil: '2026-06' }).beyond).toBe(true);
  expect(divide(makeFact(), '2026-06-30', { knownUntil: '2026-06' }).beyond).toBe(false);
  expect(divide(makeFact(), null, { knownUntil: '2026-06' }).beyond).toBe(false);
});

const two = (value: number) => String(value).padStart(2, '0');
const anyDate = fc
  .record({
    year: fc.integer({ min: 2023, max: 2027 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    form: fc.constantFrom('y', 'q', 'm', 'd'),
  })
  .map(({ year, month, day, form }) => {
    if (form === 'y') return `${year}`;
    if (form === 'q') return `${year}-Q${Math.ceil(month / 3)}`;
    return form === 'm' ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`;
  });
const maybeDate = fc.option(anyDate, { nil: undefined });
const status = fc.constantFrom('happened', 'planned', 'claimed', 'disputed');
const result = fc.constantFrom('kept', 'late', 'changed', 'dropped', 'unknown');
const text = fc.constant('Text.');
const sources = fc.constant([] as string[]);
const outcome = fc.record({ result, date: maybeDate, text: fc.option(text, { nil: undefined }), sources });
const fact = fc.record({
  id: fc.uuid(),
  text,
  status,
  sources,
  date: maybeDate,
  until: maybeDate,
  due: maybeDate,
  outcome: fc.option(outcome, { nil: undefined }),
});
const anyTopic = fc
  .record({
    knownUntil: anyDate,
    facts: fc.array(fact, { maxLength: 6 }),
    events: fc.array(
      fact.chain((event) => anyDate.map((date) => ({ ...event, date }))),
      { maxLength: 6 },
    ),
    figures: fc.array(
      fc.record({
        id: fc.uuid(),
        label: text,
        value: fc.integer(),
        unit: text,
        status,
        sources,
        date: maybeDate,
      }),
      { maxLength: 3 },
    ),
    thresholds: fc.array(
      fc.record({ id: fc.uuid(), text, status, sources, date: maybeDate, until: maybeDate }),
      { maxLength: 3 },
    ),
    insights: fc.array(
      fc.record({
        id: fc.uuid(),
        question: text,
        topics: sources,
        points: fc.array(fc.record({ id: fc.uuid(), text, by: text, status, sources, date: maybeDate }), {
          minLength: 1,
          maxLength: 4,
        }),
      }),
      { maxLength: 3 },
    ),
    relations: fc.array(
      fc.record({ type: fc.constantFrom('makes', 'restricts'), topic: text, status, date: maybeDate }),
      { maxLength: 3 },
    ),
  })
  // Optional keys are absent rather than undefined in a parsed pack.
  .map((fields) => makeTopic(JSON.parse(JSON.stringify(fields)) as Partial<Topic>));

/** Every date that a slice lets a reader see. */
function datesIn(slice: Slice): string[] {
  const statements = [...slice.facts, ...slice.events];
  const all = [
    ...statements,
    ...slice.figures,
    ...slice.thresholds,
    ...slice.thresholds.map(({ until }) => ({ date: until })),
    ...slice.points.map(({ point }) => point),
    ...slice.relations,
    ...statements.flatMap((statement) => statement.outcome ?? []),
    ...slice.outcomes.map(({ outcome: shown }) => shown),
  ];
  return all.flatMap((item) => item.date ?? []);
}

function countIn(slice: Slice): number {
  return (
    slice.facts.length +
    slice.events.length +
    slice.figures.length +
    slice.points.length +
    slice.relations.length
  );
}

describe('a threshold', () => {
  const limit = {
    id: 'link',
    conditions: [{ measure: 'chip-link' as const, is: 'at-least' as const, value: 600 }],
    text: 'Needs a licence.',
    date: '2022-10-07',
    until: '2023-11-16',
    status: 'happened' as const,
    sources: [],
  };
  const { until: _, ...inForce } = limit;
  const parts = (date: string | null) => {
    const { known, since } = asOf(makeTopic({ thresholds: [limit] }), date);
    return [known.thresholds, since.thresholds];
  };

  it.each([
    { when: 'before it was set', date: '2022-09-01', known: [], since: [limit] },
    { when: 'while it was in force', date: '2022-12-01', known: [inForce], since: [limit] },
    { when: 'after it ended', date: '2024-01-01', known: [limit], since: [] },
    { when: 'without a date', date: null, known: [limit], since: [] },
  ])(
    '$when stands where an article of that day has it, its end only where it was known',
    ({ date, known, since }) => {
      expect(parts(date)).toEqual([known, since]);
    },
  );
});

describe('laws', () => {
  it('nothing dated after the article appears outside since', () => {
    fc.assert(
      fc.property(anyTopic, anyDate, (topic, date) =>
        datesIn(outsideFold(asOf(topic, date))).every((shown) => compareDates(shown, date) <= 0),
      ),
      { numRuns: 500 },
    );
  });

  it('without an article date nothing is since', () => {
    fc.assert(
      fc.property(anyTopic, (topic) => {
        const { since } = asOf(topic, null);
        return countIn(since) + since.outcomes.length === 0;
      }),
    );
  });

  it('every statement is in exactly one part', () => {
    fc.assert(
      fc.property(anyTopic, fc.option(anyDate), (topic, date) => {
        const { known, planned, since, undated } = asOf(topic, date);
        const points = topic.insights.reduce((sum, insight) => sum + insight.points.length, 0);
        const all =
          topic.facts.length + topic.events.length + topic.figures.length + topic.relations.length + points;
        expect([known, planned, since, undated].reduce((sum, slice) => sum + countIn(slice), 0)).toBe(all);
      }),
    );
  });

  it('an earlier article of the same precision never knows more', () => {
    const day = anyDate.filter((date) => date.length === 10);
    fc.assert(
      fc.property(anyTopic, day, day, (topic, a, b) => {
        const [earlier, later] = a < b ? [a, b] : [b, a];
        return countIn(asOf(topic, earlier).since) >= countIn(asOf(topic, later).since);
      }),
    );
  });
});
