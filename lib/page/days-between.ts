import { type CoarseDate, firstDay, lastDay } from '@/lib/time/coarse-date';

const DAY_MS = 86_400_000;

/** Days between two dates, at least; 0 where the one lies in the other. Negative where the second is the earlier. */
export function daysBetween(first: CoarseDate, second: CoarseDate): number {
  const gap = (from: CoarseDate, to: CoarseDate) =>
    (Date.parse(firstDay(to)) - Date.parse(lastDay(from))) / DAY_MS;
  return Math.max(0, gap(first, second)) - Math.max(0, gap(second, first));
}
