import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layTimeline, type TimelineLayout } from '@/lib/card/lay-timeline';
import type { TimelineEvent } from '@/lib/model/pack';
import { toDay, toDayNumber } from '@/lib/time/days';

function event(id: string, date: string, fields: Partial<TimelineEvent> = {}): TimelineEvent {
  return { id, text: id, date, status: 'happened', sources: [], ...fields };
}

function lay(events: TimelineEvent[], until: string | null, fields = {}): TimelineLayout {
  const layout = layTimeline(events, { until, markShare: 0.04, mostTicks: 4, ...fields });
  if (layout === null) throw new Error('Nothing was laid out.');
  return layout;
}

const daysOf = ({ marks }: TimelineLayout) => marks.map(({ from, to }) => [toDay(from), toDay(to)]);

describe('the days of an event', () => {
  it.each([
    { date: '2025', days: ['2025-01-01', '2025-12-31'], because: 'a year is a span' },
    { date: '2025-Q4', days: ['2025-10-01', '2025-12-31'], because: 'a quarter is a span' },
    { date: '2024-02', days: ['2024-02-01', '2024-02-29'], because: 'a month is a span' },
    { date: '2025-09-18', days: ['2025-09-18', '2025-09-18'], because: 'a day is a point' },
  ])('of $date are $days: $because', ({ date, days }) => {
    expect(daysOf(lay([event('a', date)], null))).toEqual([days]);
  });

  it('go to the end of a span that the pack gives', () => {
    expect(daysOf(lay([event('a', '2025-09-18', { until: '2025-Q4' })], null))).toEqual([
      ['2025-09-18', '2025-12-31'],
    ]);
  });

  it('end with the article where the axis does', () => {
    expect(daysOf(lay([event('a', '2025')], '2025-09-18'))).toEqual([['2025-01-01', '2025-09-18']]);
  });
});

describe('the axis', () => {
  it('holds the line of the article also where every event came later', () => {
    const { from, to } = lay([event('a', '2026-03-01')], null, { including: '2025-09-18' });
    expect([toDay(from), toDay(to)]).toEqual(['2025-09-18', '2026-03-01']);
  });

  it.each([
    {
      of: ['2024-11-02', '2025-01-20'],
      names: ['2024-12', '2025-01'],
      because: 'months where there is room',
    },
    {
      of: ['2025-01-15', '2026-01-20'],
      names: ['2025-04', '2025-07', '2025-10', '2026-01'],
      because: 'quarters',
    },
    {
      of: ['2018-12-01', '2026-05-01'],
      names: ['2020', '2022', '2024', '2026'],
      because: 'every second year',
    },
    { of: ['1987-09-15', '2025-06-10'], names: ['1990', '2000', '2010', '2020'], because: 'decades' },
  ])('names $names between $of: $because', ({ of: [first = '', last = ''], names }) => {
    expect(lay([event('a', first), event('b', last)], null).ticks.map(({ date }) => date)).toEqual(names);
  });
});

describe('the day that a plan names', () => {
  const plan = (fields: Partial<TimelineEvent>) => event('a', '2025-09-18', { status: 'planned', ...fields });
  const dueOf = (told: TimelineEvent, until: string | null) => {
    const { marks, to } = lay([told], until);
    const due = marks[0]?.due ?? null;
    return { due: due && toDay(due), end: toDay(to) };
  };

  it.each<[TimelineEvent, string | null, string, string]>([
    [plan({ due: '2028-Q4' }), '2028-12-31', '2028-12-31', 'the last day of the quarter, beyond the article'],
    [plan({}), null, '2025-09-30', 'it names none'],
    [plan({ due: '2025-09' }), '2025-09-30', '2025-09-30', 'the article names only the month'],
    [plan({ due: '2025-09-18' }), null, '2025-09-30', 'it is the day of the plan itself'],
    [plan({ due: '2028-Q4', status: 'happened' }), null, '2025-09-30', 'it is no plan any more'],
  ])('of %o is %s, where the axis ends on %s: %s', (told, due, end) => {
    expect(dueOf(told, '2025-09')).toEqual({ due, end });
  });

  it('keeps the way to it free', () => {
    const { marks } = lay(
      [plan({ due: '2026-06' }), event('b', '2026-01-10', { status: 'planned' }), event('c', '2027-01')],
      null,
    );
    expect(marks.map(({ event, row }) => [event.id, row])).toEqual([
      ['c', 0],
      ['a', 1],
      ['b', 2],
    ]);
  });
});

describe('the lanes', () => {
  it('are one for each kind, the reader’s own last', () => {
    const { lanes } = lay(
      [
        event('note:n000000000000001', '2025-05-01'),
        event('a', '2025-05-01', { status: 'planned' }),
        event('b', '2025-06-01', { status: 'disputed' }),
        event('c', '2025-06-02', { status: 'claimed' }),
        event('d', '2025-06-03'),
      ],
      null,
    );
    expect(lanes.map(({ mark }) => mark)).toEqual(['fact', 'claim', 'disputed', 'plan', 'yours']);
  });

  it('have a row more for a mark that would cover another', () => {
    const { lanes, marks } = lay(
      [event('a', '2025-05-01'), event('b', '2025-05-02'), event('c', '2024-01-01')],
      null,
    );
    expect(lanes).toEqual([{ mark: 'fact', firstRow: 0, rows: 2 }]);
    expect(Object.fromEntries(marks.map(({ event, row }) => [event.id, row]))).toEqual({ c: 0, a: 0, b: 1 });
  });
});

const dates = fc
  .tuple(
    fc.integer({ min: 2015, max: 2026 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .chain(([year, month, day]) => {
    const two = (value: number) => String(value).padStart(2, '0');
    const name = `${year}-${two(month)}`;
    return fc.constantFrom(`${year}`, `${year}-Q${Math.ceil(month / 3)}`, name, `${name}-${two(day)}`);
  });
const statuses = fc.constantFrom('happened', 'claimed', 'planned', 'disputed');
const timelines = fc.array(fc.record({ date: dates, status: statuses, due: fc.option(dates) }), {
  minLength: 1,
  maxLength: 30,
});

it('has nothing beyond the article but the days of plans on an axis that ends with it, and no two marks of a row overlap', () => {
  fc.assert(
    fc.property(
      timelines,
      dates,
      fc.double({ min: 0.01, max: 0.1, noNaN: true }),
      (told, until, markShare) => {
        const events = told.map(({ date, status, due }, at) =>
          event(`e${at}`, date, { status, ...(due && { due }) }),
        );
        const layout = layTimeline(events, { until, markShare, mostTicks: 4 });
        if (layout === null) return;
        const { from, to, marks } = layout;
        const last = toDayNumber(`${until.slice(0, 4)}-12-31`);
        for (const mark of marks) {
          expect(mark.from).toBeGreaterThanOrEqual(from);
          expect(mark.to).toBeLessThanOrEqual(Math.min(to, last));
          expect(mark.due ?? to).toBeLessThanOrEqual(to);
        }
        const half = ((to - from) * markShare) / 2;
        for (const [at, one] of marks.entries()) {
          for (const other of marks.slice(at + 1)) {
            if (one.row !== other.row) continue;
            const middles = [one, other].map((mark) => (mark.from + mark.to) / 2) as [number, number];
            expect(Math.abs(middles[0] - middles[1])).toBeGreaterThanOrEqual(2 * half - 1e-6);
            const ends = [one, other].map((mark) => mark.due ?? mark.to) as [number, number];
            expect(ends[0] < other.from || ends[1] < one.from).toBe(true);
          }
        }
        if (marks.every(({ due }) => due === null)) expect(to).toBeLessThanOrEqual(last);
      },
    ),
  );
});
