import { expect, it } from 'vitest';
import { newestDate } from '@/lib/time/newest-date';

it.each([
  { dates: [], newest: null, because: 'there is none' },
  { dates: ['2026-05', '2026-06', '2025'], newest: '2026-06', because: 'it is the latest month' },
  { dates: ['2026', '2026-06-30'], newest: '2026', because: 'a year reaches to its last day' },
])('of $dates is $newest: $because', ({ dates, newest }) => {
  expect(newestDate(dates)).toBe(newest);
});
