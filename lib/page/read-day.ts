/** No date is longer, and a pattern could take forever on what a page writes. */
const LONGEST = 100;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = `(${MONTHS.join('|')})[a-z]*\\.?`;
const ISO = /^\D{0,20}(\d{4})[-/.年](\d\d?)(?:[-/.月](\d\d?))?(?!\d)/;
/** Alone or before a time; longer, it is a count of seconds. */
const COMPACT = /^(\d{4})(\d\d)(\d\d)(?:\d{4}|\d{6})?(?!\d)/;
const NUMBERS = /^\D{0,20}(\d\d?)([./-])(\d\d?)\2(\d{4})(?!\d)/;
const MONTH_FIRST = new RegExp(
  `\\b${MONTH} (\\d\\d?)(?:st|nd|rd|th)?(?:,|\\b)(?: ?|.*? )(\\d{4})(?!\\d)`,
  'i',
);
const DAY_FIRST = new RegExp(`\\b(\\d\\d?)(?:st|nd|rd|th|\\.)? ${MONTH},? (\\d{4})(?!\\d)`, 'i');

/**
 * The day (or month, where it says no more) that a written date begins with, as written, without moving it to another
 * time zone. Null where it is none, is in no calendar, or can be read in two ways (05/08/2014).
 */
export function readDay(text: string): string | null {
  const written = text.slice(0, LONGEST).trim().replaceAll(/\s+/g, ' ');
  let found = COMPACT.exec(written);
  if (found) return toDay(found[1], found[2], found[3]);
  found = ISO.exec(written);
  if (found) return toDay(found[1], found[2], found[3]);
  found = NUMBERS.exec(written);
  if (found) {
    const [, first = '', mark, second = '', year] = found;
    // With dots it is day and month everywhere; with strokes America turns it round.
    if (mark === '.' || Number(first) > 12 || first === second) return toDay(year, second, first);
    return Number(second) > 12 ? toDay(year, first, second) : null;
  }
  found = MONTH_FIRST.exec(written);
  if (found) return toDay(found[3], monthOf(found[1]), found[2]);
  found = DAY_FIRST.exec(written);
  return found && toDay(found[3], monthOf(found[2]), found[1]);
}

function monthOf(name = ''): string {
  return String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}

function toDay(year = '', month = '', dayOfMonth?: string): string | null {
  const day = [year, month, dayOfMonth].flatMap((part) => part?.padStart(2, '0') ?? []).join('-');
  // A day that is in no calendar is no date to Firefox, and another day to Chromium.
  return Number.isNaN(Date.parse(day)) || !new Date(day).toJSON().startsWith(day) ? null : day;
}
