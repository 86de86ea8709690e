/**
 * Dates as coarse as they are known: `2025`, `2025-Q4`, `2025-09`, `2025-09-18`.
 *
 * A coarse date is a span of days. Two dates are compared at the coarser precision of the two:
 * "September 2025" and "18 September 2025" are the same moment as far as anyone knows.
 */

/** A calendar date of year, quarter, month or day precision, in the Gregorian calendar, without a time zone. */
export type CoarseDate = string;

/** How much of a date is known, coarsest first. */
export type Precision = 'year' | 'quarter' | 'month' | 'day';

type Parts = { year: number; quarter: number; month: number; day: number; precision: Precision };

const PATTERN = /^(\d{4})(?:-(?:Q([1-4])|(\d{2})(?:-(\d{2}))?))?$/;
const ORDER: Precision[] = ['year', 'quarter', 'month', 'day'];

function readParts(date: CoarseDate): Parts | null {
  const found = PATTERN.exec(date);
  if (!found) return null;
  const year = Number(found[1]);
  if (found[2]) return { year, quarter: Number(found[2]), month: 0, day: 0, precision: 'quarter' };
  if (!found[3]) return { year, quarter: 0, month: 0, day: 0, precision: 'year' };
  const month = Number(found[3]);
  if (month < 1 || month > 12) return null;
  const quarter = Math.ceil(month / 3);
  if (!found[4]) return { year, quarter, month, day: 0, precision: 'month' };
  const day = Number(found[4]);
  if (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  return { year, quarter, month, day, precision: 'day' };
}

function parts(date: CoarseDate): Parts {
  const read = readParts(date);
  if (!read) throw new RangeError(`Not a date: ${date}`);
  return read;
}

/** Whether the text is a coarse date that exists in the calendar. */
export function isCoarseDate(text: string): boolean {
  return readParts(text) !== null;
}

/** How much of the date is known. Throws `RangeError` where it is no date. */
export function precisionOf(date: CoarseDate): Precision {
  return parts(date).precision;
}

function keyAt(date: Parts, precision: Precision): number {
  switch (precision) {
    case 'year':
      return date.year;
    case 'quarter':
      return date.year * 4 + date.quarter;
    case 'month':
      return date.year * 12 + date.month;
    case 'day':
      return (date.year * 12 + date.month) * 31 + date.day;
  }
}

/**
 * Order of two dates at the coarser precision of the two: negative, zero (same as far as known) or positive.
 * Not transitive across precisions (`2025-09-01` = `2025-09` = `2025-09-30`): to sort, use `sortKey`.
 */
export function compareDates(a: CoarseDate, b: CoarseDate): number {
  const left = parts(a);
  const right = parts(b);
  const coarser = ORDER[Math.min(ORDER.indexOf(left.precision), ORDER.indexOf(right.precision))] as Precision;
  return keyAt(left, coarser) - keyAt(right, coarser);
}

/** First day of the span that the date covers, as `YYYY-MM-DD`. */
export function firstDay(date: CoarseDate): CoarseDate {
  const { year, quarter, month, day, precision } = parts(date);
  const firstMonth = precision === 'year' ? 1 : precision === 'quarter' ? quarter * 3 - 2 : month;
  return toDay(year, firstMonth, precision === 'day' ? day : 1);
}

/** Last day of the span that the date covers, as `YYYY-MM-DD`. */
export function lastDay(date: CoarseDate): CoarseDate {
  const { year, quarter, month, day, precision } = parts(date);
  if (precision === 'day') return toDay(year, month, day);
  const lastMonth = precision === 'year' ? 12 : precision === 'quarter' ? quarter * 3 : month;
  return toDay(year, lastMonth, new Date(Date.UTC(year, lastMonth, 0)).getUTCDate());
}

/** A text that sorts, as a plain string, in the order of time: by last day, the coarser date after the finer one. */
export function sortKey(date: CoarseDate): string {
  return `${lastDay(date)}/${9 - ORDER.indexOf(precisionOf(date))}`;
}

function toDay(year: number, month: number, day: number): CoarseDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
