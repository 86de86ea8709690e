import { expect, test } from 'vitest';
import { hashAnchor } from '@/lib/detect/choose-anchors';
import { bitsFor, isMarked, mark } from '@/lib/detect/sieve';

const known = Array.from({ length: 2_000 }, (_, number) => hashAnchor(`word${number}`));
const others = Array.from({ length: 20_000 }, (_, number) => hashAnchor(`${number}other`));

test('what is in a sieve is never missed, and of the rest little passes', () => {
  const bitmap = new Uint8Array(bitsFor(known.length) / 8);
  mark(bitmap, known);
  expect(known.filter((hash) => !isMarked(bitmap, hash))).toEqual([]);
  expect(others.filter((hash) => isMarked(bitmap, hash)).length).toBeLessThan(others.length / 10);
});
