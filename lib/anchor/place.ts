/** Selectors folded; `at` is the position's place in the folded page. */
export type Wanted = { prefix: string; exact: string; suffix: string; at: number };

/** Half-open span of the folded page; so many `units` of quote and context agree there; score 0..1. */
export type Place = { start: number; end: number; units: number; score: number };

/** So many units must agree: a long quote needs no context, and of a single letter much of it must be the same. */
export const ENOUGH = 24;
