/**
 * A quote that has changed between surroundings that have not. They tell where it is, and what of it is left is only
 * counted: that takes far less time than a search, and so do most edits of a page.
 */
import { ENOUGH, type Found, MOST_CHANGE, MOST_ERRORS, SHORT, type Wanted } from './place';

/** How much both must have in a row for it to be no chance. */
const RUN = 8;

/** The place; null where one side has changed or stands more than once, or too little of the quote is left to be sure. */
export function findBetween(text: string, { prefix, exact, suffix, telling }: Wanted): Found | null {
  if (telling || exact.length < SHORT || prefix.length < ENOUGH || suffix.length < ENOUGH) return null;
  const before = text.indexOf(prefix);
  if (before < 0 || text.indexOf(prefix, before + 1) >= 0) return null;
  const start = before + prefix.length;
  const change = Math.floor(exact.length * MOST_CHANGE);
  const part = text.slice(start, start + exact.length + change + suffix.length);
  const length = part.indexOf(suffix, exact.length - change);
  const most = Math.floor(exact.length * MOST_ERRORS);
  const errors = length < 0 ? most + 1 : countErrors(exact, part.slice(0, length), most);
  if (errors > most) return null;
  const whole = prefix.length + exact.length + suffix.length;
  return { start, end: start + length, score: 1 - errors / whole };
}

/**
 * How many units differ at most: all that stands between the runs that both have. For too many, some number above
 * `most`.
 */
function countErrors(quote: string, stands: string, most: number): number {
  let [at, place, errors] = [0, 0, 0];
  while (errors <= most) {
    while (at < quote.length && quote[at] === stands[place]) {
      at++;
      place++;
    }
    const end = Math.max(quote.length - at, stands.length - place);
    let [fewest, gone, fresh] = [Math.min(end, most + 1), 0, 0];
    for (let skipped = 0; skipped < fewest && at + skipped + RUN <= quote.length; skipped++) {
      const seed = quote.slice(at + skipped, at + skipped + RUN);
      const next = stands.slice(place, place + fewest + RUN).indexOf(seed);
      if (next >= 0 && Math.max(skipped, next) < fewest)
        [fewest, gone, fresh] = [Math.max(skipped, next), skipped, next];
    }
    errors += fewest;
    if (fewest === end) break;
    at += gone;
    place += fresh;
  }
  return errors;
}
