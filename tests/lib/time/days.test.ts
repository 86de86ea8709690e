import { describe, expect, it } from 'vitest';
import { addMonths, toDay, toDayNumber } from '@/lib/time/days';

describe('day numbers', () => {
  it('count the days between, across a leap day', () => {
    expect(toDayNumber('2024-03-01') - toDayNumber('2024-02-28')).toBe(2);
    expect(toDay(toDayNumber('1987-09-15'))).toBe('1987-09-15');
  });
});

describe('addMonths', () => {
  it.each([
    { day: '2025-09-18', months: 1, sum: '2025-10-18' },
    { day: '2025-12-31', months: 2, sum: '2026-02-28' },
    { day: '2024-01-31', months: 1, sum: '2024-02-29' },
    { day: '2025-01-15', months: -1, sum: '2024-12-15' },
  ])('$day and $months months is $sum', ({ day, months, sum }) => {
    expect(addMonths(day, months)).toBe(sum);
  });
});
