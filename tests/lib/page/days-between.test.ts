import { expect, it } from 'vitest';
import { daysBetween } from '@/lib/page/days-between';

it.each([
  ['2025-09-18', '2025-09-18', 0],
  ['2025-09-18', '2025-09-21', 3],
  ['2025-09-21', '2025-09-18', -3],
  ['2025-09', '2025-09-18', 0],
  ['2025-09', '2025-10-02', 2],
  ['2025-12-30', '2026-01', 2],
])('from %s to %s it is %d', (first, second, days) => {
  expect(daysBetween(first, second)).toBe(days);
});
