import { type CoarseDate, compareDates, sortKey } from '@/lib/time/coarse-date';

/** Sorts newest first; statements without a date come last, statements of the same day stay in the pack's order. */
export function byNewest(a: { date?: CoarseDate | undefined }, b: { date?: CoarseDate | undefined }): number {
  if (a.date === undefined || b.date === undefined)
    return Number(a.date === undefined) - Number(b.date === undefined);
  if (compareDates(a.date, b.date) === 0 && a.date.length === b.date.length) return 0;
  return sortKey(a.date) < sortKey(b.date) ? 1 : -1;
}
