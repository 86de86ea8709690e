import { hashAnchor } from './choose-anchors';
import { beginningOf, isIdeographic } from './cold-parts';
import { BY_ITSELF, BY_PAIRS, bitsFor, mark, nextPrint, pairHash } from './sieve';
import { hashWord } from './tokenize';

/**
 * How the terms of cold parts are told by how they begin: by the hash of each beginning whether it is enough by itself, and
 * if not, what the next word must be; and a sieve of pairs for beginnings with several next words. "Minor" stands on many pages,
 * "Minor International" on few, and each of them would read the part of "minor" for nothing.
 */
export type ColdBeginnings = { told: Map<number, number>; pairs: Uint8Array };

/** The same for these terms, given by their words. */
export function tellBeginnings(cold: string[][]): ColdBeginnings {
  const told = new Map<number, number>();
  const several: number[] = [];
  for (const [hash, terms] of Map.groupBy(cold, (words) => hashAnchor(beginningOf(words)))) {
    const isAlone = terms.some(([first, second]) => !second || isIdeographic(first));
    const pairs = new Set(terms.map(([, second = '']) => pairHash(hash, hashWord(second))));
    const [pair = 0] = pairs;
    if (isAlone) told.set(hash, BY_ITSELF);
    else if (pairs.size === 1) told.set(hash, nextPrint(pair));
    else {
      told.set(hash, BY_PAIRS);
      several.push(...pairs);
    }
  }
  const pairs = new Uint8Array(bitsFor(several.length) / 8);
  mark(pairs, several);
  return { told, pairs };
}
