import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashAnchor } from '@/lib/detect/choose-anchors';
import { siftPairs } from '@/lib/detect/common-beginnings';
import { isHeld, isMarked, pairHash } from '@/lib/detect/sieve';
import { hashWord } from '@/lib/detect/tokenize';

/** Whether a reader who meets these words asks for the part of the first. */
const isAsked = (pairs: Uint8Array, [first = '', second = '']: string[]) => {
  const hash = hashAnchor(first);
  return !isHeld(pairs, hash) || isMarked(pairs, pairHash(hash, hashWord(second)));
};

test('law: no term is missed, whatever its first word is', () => {
  const word = fc.oneof(
    fc.constantFrom('the', 'new', 'first', 'over', 'all'),
    fc.stringMatching(/^[a-z]{1,4}$/),
  );
  const terms = fc.array(fc.array(word, { minLength: 1, maxLength: 3 }), { maxLength: 300 });
  fc.assert(
    fc.property(terms, (cold) => {
      const pairs = siftPairs(cold);
      expect(cold.filter((words) => !isAsked(pairs, words))).toEqual([]);
    }),
  );
});

test('of a common word only what stands behind it in a term is asked for', () => {
  const pairs = siftPairs([
    ['new', 'york'],
    ['new', 'york', 'times'],
    ['all'],
    ['all', 'over'],
    ['kunpeng', 'labs'],
  ]);
  const asked = ['new york', 'new day', 'new', 'all day', 'kunpeng day'].filter((text) =>
    isAsked(pairs, text.split(' ')),
  );
  expect(asked).toEqual(['new york', 'all day', 'kunpeng day']);
});

test('where no term begins with a common word, nothing is held', () => {
  expect(isAsked(siftPairs([['kunpeng']]), ['new', 'day'])).toBe(true);
});
