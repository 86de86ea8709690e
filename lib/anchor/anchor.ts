/**
 * From selectors back to a place in a page that may have changed since. All is compared folded (`fold-page`).
 *
 * 1. Quote and context word for word where the position says, or there alone where the quote stands; of a quote that one
 *    side told from its twin, where they stand word for word once.
 * 2. Else between its context, where that stands word for word and the quote still is much the same (`find-between`).
 * 3. Else seeds of quote and context vote for places (`seeds`), approx-string-match looks for the quote there, and what
 *    agrees decides (`find-alike`). A wrong place is worse than an orphan.
 */
import type { Selectors } from '@/lib/model/note';
import { findAlike } from './find-alike';
import { findBetween } from './find-between';
import { type Folded, foldPage } from './fold-page';
import { ENOUGH, type Found, type Wanted } from './place';
import { type Seeds, sowSeeds } from './seeds';
import { toWanted } from './to-wanted';

/**
 * Where selectors were found: half-open UTF-16 span in the page text; score 0..1, 1 is exact. `isUnsure`: it may be another place that looks
 * alike, for there were some when the note was made, and it is not, word for word, where it was then.
 */
export type Anchored = { start: number; end: number; score: number; isUnsure: boolean };

/** When to stop for a moment: `rest` is called whenever `isSpent` says that the slice is used up. */
export type Pace = { isSpent(): boolean; rest(): Promise<void> };

/** Finds each of the selectors in a page text; null for an orphan. The order is kept. */
export async function anchorAll(
  text: string,
  selectors: readonly Selectors[],
  pace: Pace,
): Promise<(Anchored | null)[]> {
  const page = await foldPage(text, pace);
  let seeds: Seeds | null = null;
  const anchored: (Anchored | null)[] = [];
  for (const one of selectors) {
    if (pace.isSpent()) await pace.rest();
    const wanted = toWanted(one, page);
    let place = findExact(page.text, wanted) ?? findBetween(page.text, wanted);
    if (!place && wanted.exact) {
      seeds ??= await sowSeeds(page.text, pace);
      place = await findAlike(page, seeds, wanted, pace);
    }
    anchored.push(place && toAnchored(page, place, wanted));
  }
  return anchored;
}

function toAnchored({ offsets }: Folded, { start, end, score }: Found, { at, twins }: Wanted): Anchored {
  return {
    start: offsets[start] as number,
    end: (offsets[end - 1] as number) + 1,
    score,
    isUnsure: (twins?.of ?? 1) > 1 && (score < 1 || start !== at),
  };
}

function findExact(text: string, { prefix, exact, suffix, at, telling }: Wanted): Found | null {
  const whole = prefix + exact + suffix;
  const here = at >= prefix.length && text.startsWith(whole, at - prefix.length) ? at - prefix.length : -1;
  const begin = here < 0 && whole.length >= ENOUGH ? text.indexOf(whole) : here;
  const start = begin + prefix.length;
  if (!exact || begin < 0) return null;
  const isAlone =
    begin === here ||
    (telling && telling.before !== telling.after
      ? text.indexOf(whole, begin + 1) < 0
      : text.indexOf(exact) === start && text.indexOf(exact, start + 1) < 0);
  return isAlone ? { start, end: start + exact.length, score: 1 } : null;
}
