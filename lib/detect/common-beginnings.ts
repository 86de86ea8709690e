import { hashAnchor } from './choose-anchors';
import { beginningOf } from './cold-parts';
import { COMMON_WORDS } from './common-words';
import { innerAnchor } from './layout';
import { isHeld, mark, pairHash } from './sieve';
import { hashWord } from './tokenize';

const COMMON = new Set(COMMON_WORDS.flat());

/** Bits for each pair: a page has more pairs of words than words. */
const BITS_OF_PAIR = 16;

/**
 * The pairs of words by which terms of cold parts begin, where the first is a common one: "new" stands on nearly every page,
 * "New York" on few, and each page would read the part of "new" for nothing. A common word that is a term by itself is
 * looked up by itself. `cold` are the terms by their words.
 */
export function siftPairs(cold: string[][]): Uint8Array {
  const isPair = (words: string[]) => words.length > 1 && COMMON.has(beginningOf(words));
  const byHash = Map.groupBy(cold, (words) => hashAnchor(beginningOf(words)));
  const [held, others] = [[], []] as [[number, string[][]][], number[]];
  for (const [hash, terms] of byHash) terms.every(isPair) ? held.push([hash, terms]) : others.push(hash);
  const marks = held.flatMap(([hash, terms]) => [
    ...[hash, innerAnchor(hash)],
    ...terms.map(([, second = '']) => pairHash(hash, hashWord(second))),
  ]);
  let bits = Math.max(32, marks.length && 2 ** Math.ceil(Math.log2(marks.length * BITS_OF_PAIR)));
  for (;;) {
    const bitmap = new Uint8Array(bits / 8);
    mark(bitmap, marks);
    // A term whose first word only seems to be one of these would not be found.
    if (!others.some((hash) => isHeld(bitmap, hash))) return bitmap;
    bits *= 2;
  }
}
