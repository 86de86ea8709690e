import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDates, firstDay, isCoarseDate, lastDay, sortKey } from '@/lib/time/coarse-date';

describe('isCoarseDate', () => {
  it.each([
    ['2025', true, 'a year'],
    ['2025-Q4', true, 'a quarter'],
    ['2025-09', true, 'a month'],
    ['2025-09-18', true, 'a day'],
    ['2024-02-29', true, 'a leap day'],
    ['2025-02-29', false, 'no such day'],
    ['2025-13', false, 'no such month'],
    ['2025-Q5', false, 'no such quarter'],
    ['2025-9-18', false, 'months have two digits'],
    ['Sept 2025', false, 'not a date format of ours'],
  ])('%s is %s because it is %s', (text, expected) => {
    expect(isCoarseDate(text)).toBe(expected);
  });
});

describe('compareDates', () => {
  it.each([
    ['2025-09-18', '2025-09-19', -1, 'days'],
    ['2025-09', '2025-09-30', 0, 'a month against a day in it'],
    ['2025-Q3', '2025-09', 0, 'a quarter against a month in it'],
    ['2025-Q4', '2025-09', 1, 'a later quarter'],
    ['2025', '2026-01-01', -1, 'years'],
  ])('%s against %s has sign %i: %s', (a, b, sign) => {
    expect(Math.sign(compareDates(a, b))).toBe(sign);
  });
});

const date = fc
  .record({
    year: fc.integer({ min: 1995, max: 2099 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    form: fc.constantFrom('y', 'q', 'm', 'd'),
  })
  .map(({ year, month, day, form }) => {
    const two = (value: number) => String(value).padStart(2, '0');
    if (form === 'y') return `${year}`;
    if (form === 'q') return `${year}-Q${Math.ceil(month / 3)}`;
    return form === 'm' ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`;
  });

describe('laws', () => {
  it('comparing is antisymmetric', () => {
    fc.assert(
      fc.property(
        date,
        date,
        (a, b) =>
          Math.sign(compareDates(a, b)) === -Math.sign(compareDates(b, a)) || compareDates(a, b) === 0,
      ),
    );
  });
  it('a date equals the first and the last day of its span', () => {
    fc.assert(
      fc.property(date, (a) => compareDates(a, firstDay(a)) === 0 && compareDates(a, lastDay(a)) === 0),
    );
  });
  it('sorting by key never puts a later date first', () => {
    fc.assert(fc.property(date, date, (a, b) => compareDates(a, b) >= 0 || sortKey(a) < sortKey(b)));
  });
});
