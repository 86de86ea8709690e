import type { Telling } from './find-twin';

/**
 * Selectors folded; `at` is the position's place in the folded page. Where an end of the quote is within a word,
 * `cutBefore` and `cutAfter` are what stands beside it of that word; else ''.
 */
export type Wanted = {
  prefix: string;
  exact: string;
  suffix: string;
  at: number;
  cutBefore: string;
  cutAfter: string;
  /** Of a quote that had a twin on the page: on which sides no other place had the same. */
  telling: Telling | null;
};

/**
 * Half-open span of the folded page; so many `units` of quote and context agree there, so many of the context; score 0..1. A doubtful one is no
 * answer, but puts others in doubt.
 */
export type Place = {
  start: number;
  end: number;
  units: number;
  context: number;
  score: number;
  isDoubtful: boolean;
};

/** So many units must agree: a long quote needs no context, and of a single letter much of it must be the same. */
export const ENOUGH = 24;
