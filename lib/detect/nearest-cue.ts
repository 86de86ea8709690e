import { IS_CUE, OUTPUT_NUMBER } from './layout';
import { hasNumber, type NumberSet } from './number-set';
import type { Finding, Findings } from './read-terms';
import type { Span } from './regimes/decide-regime';

/**
 * The least that `measure` says of a cue between two positions: how far it is, or whatever is asked; Infinity where
 * none stands. Those of `except` do not count.
 */
export function nearestCue(
  found: Findings,
  from: number,
  cues: NumberSet | undefined,
  [low, high]: Span,
  measure: (start: number, end: number) => number = () => 0,
  except?: NumberSet,
): number {
  let least = Infinity;
  for (let at = from; cues && least && at < found.length; at++) {
    const [start, end, output] = found[at] as Finding;
    if (start >= high) break;
    if (output & IS_CUE && start >= low && end <= high && hasNumber(cues, output & OUTPUT_NUMBER, except))
      least = Math.min(least, measure(start, end));
  }
  return least;
}
