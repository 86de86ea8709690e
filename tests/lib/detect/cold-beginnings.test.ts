import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashAnchor } from '@/lib/detect/choose-anchors';
import { tellBeginnings } from '@/lib/detect/cold-beginnings';
import { compileIndex } from '@/lib/detect/compile-index';
import { EVERYDAY_WORDS } from '@/lib/detect/everyday-words';
import { findMentions } from '@/lib/detect/find-mentions';
import { loadIndex, type TermIndex } from '@/lib/detect/load-index';
import { loadWhole } from '@/lib/detect/load-whole';
import { BY_ITSELF, BY_PAIRS, isFirstMarked } from '@/lib/detect/sieve';
import { toldOf } from '@/lib/detect/xor-filter';
import { makeTopic } from './make-topic';

/** Whether a page with this text asks for a part of an index of these terms, all of them cold. */
const isAsked = (terms: string[], text: string) => {
  const index = loadIndex(compileIndex([makeTopic('made', { terms })], 0).bytes) as TermIndex;
  findMentions(index, text);
  return index.wanted.length > 0;
};

test('law: no term is missed, whatever others begin as it does', () => {
  const word = fc.oneof(fc.constantFrom('new', 'over', 'ab'), fc.stringMatching(/^[a-z]{1,4}$/));
  const term = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(fc.uniqueArray(term, { minLength: 1, maxLength: 60 }), (terms) => {
      const index = loadWhole(compileIndex([makeTopic('made', { terms })], 0));
      expect(terms.filter((text) => findMentions(index, text)[0]?.end !== text.length)).toEqual([]);
    }),
  );
});

describe('what a page asks a part for', () => {
  test('one word, where it is a term', () => {
    expect(isAsked(['minor', 'minor international'], 'of minor age')).toBe(true);
  });

  test('the one word that stands behind it in terms', () => {
    const terms = ['minor international', 'minor international group'];
    expect(isAsked(terms, 'minor international')).toBe(true);
    expect(isAsked(terms, 'of minor age')).toBe(false);
    expect(isAsked(terms, 'a minor, international')).toBe(false);
    expect(isAsked(terms, 'the minor')).toBe(false);
  });

  test('any of those that stand behind it', () => {
    const terms = ['minor international', 'minor hotels'];
    expect(isAsked(terms, 'minor hotels')).toBe(true);
    expect(isAsked(terms, 'minor international')).toBe(true);
    expect(isAsked(terms, 'of minor age')).toBe(false);
  });
});

test('no everyday word is taken by chance for one that begins a term', () => {
  for (const name of ['ab', 'cd', 'ef', 'gh']) {
    const terms = Array.from({ length: 3_000 }, (_, number) => `${name}${number} term`);
    const { views } = loadIndex(compileIndex([makeTopic('made', { terms })], 0).bytes) as TermIndex;
    const isTaken = (word: string) =>
      isFirstMarked(views.coldBits, hashAnchor(word)) && toldOf(views.coldPrints, hashAnchor(word)) >= 0;
    expect(isTaken(`${name}7`)).toBe(true);
    expect(EVERYDAY_WORDS.filter(isTaken)).toEqual([]);
  }
});

test('how beginnings are told', () => {
  const { told, pairs } = tellBeginnings([
    ['new'],
    ['new', 'york'],
    ['minor', 'hotels'],
    ['minor', 'international'],
    ['hua', 'hong', 'group'],
    ['hua', 'hong'],
    ['中', '芯', '国'],
  ]);
  const of = (word: string) => told.get(hashAnchor(word)) as number;
  expect([of('new'), of('中芯'), of('minor')]).toEqual([BY_ITSELF, BY_ITSELF, BY_PAIRS]);
  expect(of('hua')).toBeGreaterThan(BY_PAIRS);
  expect(of('hua')).toBeLessThan(16);
  expect(pairs.some((byte) => byte > 0)).toBe(true);
});
