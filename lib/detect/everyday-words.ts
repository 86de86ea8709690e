import { COMMON_WORDS } from './common-words';

/**
 * What stands on so many pages that none of it may ask for a cold part by chance: the common words, what an apostrophe leaves of
 * a word, letters, small numbers and years.
 */
export const EVERYDAY_WORDS: string[] = [
  ...COMMON_WORDS.flat(),
  ...'abcdefghijklmnopqrstuvwxyz',
  ...listNumbers(0, 100),
  ...listNumbers(1990, 2030),
  ...['don', 'doesn', 'didn', 'isn', 'wasn', 'couldn', 'won', 've', 'll'],
];

function listNumbers(first: number, end: number): string[] {
  return Array.from({ length: end - first }, (_, at) => `${first + at}`);
}
