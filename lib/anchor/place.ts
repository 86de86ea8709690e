import type { Twins } from '@/lib/model/note';
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
  /** And how it compared with them; null in older notes. */
  twins: Twins | null;
};

/** Half-open span of the folded page; score 0..1, the share of quote and context that is alike. */
export type Found = { start: number; end: number; score: number };

/** A place that may be it; an empty one is a gap, where the surroundings stand without the quote. */
export type Place = Found & {
  /** How many units of quote and context agree, and how many of these are context. */
  units: number;
  context: number;
  /** How many units in a row are the same, of the quote and what is beside it; 0 where the quote differs. */
  row: number;
  /** How alike is what stands before, and what stands after; 0..1. */
  before: number;
  after: number;
  /** No other place on its page had so much of it. */
  isKnown: boolean;
  /** Too little agrees. */
  isWeak: boolean;
  /** It may be a twin of the one that was meant. */
  isOther: boolean;
};

/** Whether a text begins with a letter or a digit. */
export const LETTER = /^[\p{L}\p{N}]/u;

/** How many units must agree: a long quote needs no context, a single letter needs much of it. */
export const ENOUGH = 24;

/** Most of a quote that may differ. */
export const MOST_ERRORS = 0.26;

/** A quote of fewer units must stand word for word. */
export const SHORT = 8;

/** By how much of its length a place may be longer or shorter than the quote. */
export const MOST_CHANGE = 0.2;

/** Units that are enough to know a quote by, if they stood nowhere else. */
export const KNOWN = 24;

/**
 * Units on each side that, standing right beside a place, tell it from the same letters a little farther on; by as many more in a
 * row than at any twin it is known.
 */
export const BESIDE = 4;

/** Places no farther apart than this are about the same. */
export const NEAR = 64;

/** Places that are looked at for one quote. */
export const PLACES = 6;
