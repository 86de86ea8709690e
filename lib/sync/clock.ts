/**
 * Hybrid logical clock (Kulkarni et al. 2014) in one number: 1/1024 ms since 1970, never going back and
 * never behind what this replica has seen. No stamp is ever refused for being ahead of our clock; a text
 * does not depend on clocks at all (see merge.ts).
 */

const TICKS_PER_MS = 1024;

/** The stamp of the next change: later than `last`, and at or after the wall clock. Stops at 2^53 - 1. */
export function nextStamp(last: number, nowMs: number): number {
  return Math.min(Number.MAX_SAFE_INTEGER, Math.max(last + 1, Math.floor(nowMs * TICKS_PER_MS)));
}

/**
 * The clock after a change stamped `seen` was read: what `nextStamp` then gives is later than both. A stamp at the very
 * end of the numbers is not followed.
 */
export function observeStamp(last: number, seen: number): number {
  return seen > LAST_TELLING ? last : Math.max(last, seen);
}

/** Some 12 days before the last stamp of all: whoever followed a stamp beyond it could order nothing any more. */
const LAST_TELLING = Number.MAX_SAFE_INTEGER - 2 ** 40;

/** The moment of a stamp in milliseconds since 1970. */
export function toMs(stamp: number): number {
  return Math.floor(stamp / TICKS_PER_MS);
}
