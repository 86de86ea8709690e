/**
 * Which topic a mention opens that has regimes: nothing of it is asked before the cues are here, so it comes with them, in a
 * module of its own.
 */
import { findImposers } from './decide-regime';
import { noteOpened, openedOnPage } from './opened-on-page';
import { openedTopic } from './opened-topic';

/** All that a page without a term that needs cues can do without. */
export const JUDGE_REGIMES = { findImposers, openedTopic, noteOpened, openedOnPage };

/** See `JUDGE_REGIMES`. */
export type JudgeRegimes = typeof JUDGE_REGIMES;
