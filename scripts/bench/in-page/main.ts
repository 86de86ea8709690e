/** The content script of the bench's extension: nothing runs until the bench calls it by name. */
import { anchorInSlices, readText } from './anchors';
import { countPainted, follow, takeWork, untilFollowed, untilQuiet } from './follow';
import { followLeast, hearEdits } from './least-following';
import { timeLookUps } from './look-up';
import { markWords, untilDrawn } from './made-marks';
import { describeText } from './methods';
import { paintQuietly } from './quiet';
import { timeIndexRead, timePlainRead, timeSettingsRead } from './read-index';
import { readFromMiddle, readInSlices } from './slices';
import { timeCold, timeWarm } from './time-scan';

const bench = {
  anchorInSlices,
  countPainted,
  describeText,
  follow,
  followLeast,
  hearEdits,
  markWords,
  paintQuietly,
  readFromMiddle,
  readInSlices,
  readText,
  takeWork,
  timeCold,
  timeIndexRead,
  timeLookUps,
  timePlainRead,
  timeSettingsRead,
  timeWarm,
  untilDrawn,
  untilFollowed,
  untilQuiet,
};

/** What can be called in a page. */
export type InPage = typeof bench;

Object.assign(globalThis, { sidelightBench: bench });
