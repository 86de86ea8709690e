/** The content script of the bench's extension: nothing runs until the bench calls it by name. */
import { describeText } from './methods';
import { timeCold, timeWarm } from './time-scan';

const bench = { describeText, timeCold, timeWarm };

/** What can be called in a page. */
export type InPage = typeof bench;

Object.assign(globalThis, { sidelightBench: bench });
