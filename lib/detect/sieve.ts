/** A set of hashes as bits, two for each: what is in it is never missed, and little else is taken for it. */
import { firstBit, secondBit } from './layout';

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

/** Of a beginning of cold terms, that no more need be asked (see `tellBeginnings`). */
export const BY_ITSELF = 0;
/** The same, that a sieve tells the pairs of words by which they begin. */
export const BY_PAIRS = 1;

/** Where there is one such pair, what of it is told: from two to fifteen. */
export function nextPrint(pair: number): number {
  return 2 + ((pair >>> 8) % 14);
}

/** Two words: the first by the hash that all sieves know it by, the next by that of its lookup. */
export function pairHash(first: number, next: number): number {
  return first ^ next;
}
