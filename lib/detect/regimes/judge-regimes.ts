/**
 * Which topic a mention opens that has regimes: nothing of it is asked before the cues are here, so it comes with them, in a
 * module of its own.
 */
import { followPage } from './follow-page';
import { createOpening } from './opened-in-block';

/** All that a page without a term that needs cues can do without. */
export const JUDGE_REGIMES = { createOpening, followPage };

/** See `JUDGE_REGIMES`. */
export type JudgeRegimes = typeof JUDGE_REGIMES;
