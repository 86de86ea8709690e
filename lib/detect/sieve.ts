/** A set of hashes as bits, two for each: what is in it is never missed, and little else is taken for it. */
import { firstBit, innerAnchor, secondBit } from './layout';

/** How many bits this many hashes need for few others to meet both of theirs: a power of two. */
export function bitsFor(hashes: number, least = 32): number {
  return 2 ** Math.round(Math.log2(Math.max(hashes * 8, least, 32)));
}

/** Sets the bits of these hashes. */
export function mark(bitmap: Uint8Array, hashes: Iterable<number>): void {
  for (const hash of hashes) {
    setBit(bitmap, firstBit(hash));
    setBit(bitmap, secondBit(hash));
  }
}

/** Sets the first bit alone, for a sieve behind which a finer one stands. */
export function markFirst(bitmap: Uint8Array, hashes: Iterable<number>): void {
  for (const hash of hashes) setBit(bitmap, firstBit(hash));
}

/** Whether the first bit of a hash is set. */
export function isFirstMarked(bitmap: Uint8Array, hash: number): boolean {
  return isSet(bitmap, firstBit(hash));
}

/** Whether both bits of a hash are set. */
export function isMarked(bitmap: Uint8Array, hash: number): boolean {
  return isSet(bitmap, firstBit(hash)) && isSet(bitmap, secondBit(hash));
}

function setBit(bitmap: Uint8Array, bit: number): void {
  const byte = (bit >>> 3) & (bitmap.length - 1);
  bitmap[byte] = (bitmap[byte] as number) | (1 << (bit & 7));
}

function isSet(bitmap: Uint8Array, bit: number): boolean {
  return (((bitmap[(bit >>> 3) & (bitmap.length - 1)] as number) >> (bit & 7)) & 1) > 0;
}

/** Whether a sieve of pairs says that what begins with the word of this hash is known by two words (see `siftPairs`). */
export function isHeld(pairs: Uint8Array, hash: number): boolean {
  return isMarked(pairs, hash) && isMarked(pairs, innerAnchor(hash));
}

/** In such a sieve, two words: the first by the hash that all sieves know it by, the next by that of its lookup. */
export function pairHash(first: number, next: number): number {
  return first ^ next;
}
