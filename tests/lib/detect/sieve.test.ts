import { expect, test } from 'vitest';
import { hashAnchor } from '@/lib/detect/choose-anchors';
import { bitsFor, hasThird, isMarked, mark, markThird } from '@/lib/detect/sieve';

const known = Array.from({ length: 2_000 }, (_, number) => hashAnchor(`word${number}`));
const others = Array.from({ length: 20_000 }, (_, number) => hashAnchor(`${number}other`));

test('what is in a sieve is never missed', () => {
  const bitmap = new Uint8Array(bitsFor(known.length) / 8);
  mark(bitmap, known);
  markThird(bitmap, known);
  expect(known.filter((hash) => !isMarked(bitmap, hash) || !hasThird(bitmap, hash))).toEqual([]);
});

test('a third bit lets fewer others through than two alone, which it makes fuller', () => {
  const two = new Uint8Array(bitsFor(known.length) / 8);
  mark(two, known);
  const three = two.slice();
  markThird(three, known);
  const byTwo = others.filter((hash) => isMarked(two, hash));
  const byThree = others.filter((hash) => isMarked(three, hash) && hasThird(three, hash));
  expect(byTwo.length).toBeLessThan(others.length / 10);
  expect(byThree.length).toBeLessThan(byTwo.length * 0.8);
});
