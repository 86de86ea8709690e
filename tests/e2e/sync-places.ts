/** What the Sync section says wherever the notes are to live. */

/** The steps of a trial that all went well. */
export const TRIED = [
  'Write a file works',
  'Find it in the folder works',
  'Read its beginning works',
  'Remove it works',
];

/** Of a place without notes. */
export const EMPTY = ['There are no notes of Sidelight yet. This is the first machine.'];

/** Of a place with the notes of some machines ("2 machines"). */
export const joined = (machines: string) => [
  `Notes of ${machines} are there.`,
  'They come together with yours; nothing is replaced.',
];

/** A time of day. */
export const TIME = /^\d{1,2}:\d\d/;
