import { type CoarseDate, sortKey } from './coarse-date';

/** The latest of some dates, by last day; null where there is none. */
export function newestDate(dates: readonly CoarseDate[]): CoarseDate | null {
  return dates.reduce<CoarseDate | null>(
    (newest, date) => (newest !== null && sortKey(newest) >= sortKey(date) ? newest : date),
    null,
  );
}
