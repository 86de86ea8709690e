import { IS_CUE, OUTPUT_NUMBER } from './layout';
import { hasNumber, type NumberSet } from './number-set';
import type { Finding, Findings } from './read-terms';
import type { Span } from './regimes/decide-regime';

/** The place among findings of the first that begins at `start` or behind. */
export function firstFrom(found: Findings, start: number): number {
  let low = 0;
  let high = found.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((found[middle] as Finding)[0] < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The least that `measure` says of a cue between two positions: how far it is, or whatever is asked; Infinity where
 * none stands. Those of `except` do not count.
 */
export function nearestCue(
  found: Findings,
  cues: NumberSet | undefined,
  [low, high]: Span,
  measure: (start: number, end: number) => number = () => 0,
  except?: NumberSet,
): number {
  let least = Infinity;
  for (let at = cues ? firstFrom(found, low) : found.length; least && at < found.length; at++) {
    const [start, end, output] = found[at] as Finding;
    if (start >= high) break;
    if (output & IS_CUE && end <= high && cues && hasNumber(cues, output & OUTPUT_NUMBER, except))
      least = Math.min(least, measure(start, end));
  }
  return least;
}
