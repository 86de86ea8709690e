/**
 * Anchors: for each term a word without which it cannot stand in a text, so that a scan need look for nothing else
 * until it meets one. Best is a rare word that begins the term: it says at once whether the term stands here. Behind
 * an inner word nobody knows what came before, and the block is read again. An ideograph is everywhere, so of a run of
 * them a pair is the anchor. Which words together are met least is a set cover: each term in turn takes what costs
 * least beside the anchors of all others, a few times over.
 */
import { COMMON_WORDS } from './common-words';
import { FIRST_IDEOGRAPH } from './fold';
import { hashBeginning, innerAnchor } from './layout';

/** What a term demands: of each slot, one of these phrases; a phrase is its folded words. It begins with the first slot. */
export type Demand = string[][][];

type Anchor = { hash: number; frequency: number; isFirst: boolean };

/** How much dearer a hit on an inner word is. */
const REREAD = 4;
/** How often each term is asked again what it takes. */
const PASSES = 3;

/** How common a word is by its rank (Zipf's law); those of other languages than English on fewer pages. */
const FREQUENCIES = new Map(
  COMMON_WORDS.flatMap((words, language) =>
    words.map((word, rank) => [hashAnchor(word), (language ? 0.1 : 1) / (rank + 1)] as const),
  ).reverse(),
);

/** The hashes of the anchors of all terms; of an inner one also its mark (`innerAnchor`). */
export function chooseAnchors(demands: Demand[]): Set<number> {
  const uses = new Map<number, number>();
  const chosen: Anchor[][] = [];
  const count = (anchors: Anchor[] = [], by: 1 | -1) => {
    for (const mark of anchors.flatMap(marksOf)) uses.set(mark, (uses.get(mark) ?? 0) + by);
  };
  const costOf = (one: Anchor) => {
    if (uses.get(innerAnchor(one.hash)) || (one.isFirst && uses.get(one.hash))) return 0;
    return one.frequency * (one.isFirst ? 1 : REREAD);
  };
  /** What is cheapest of each phrase of a slot; a phrase of no words, such as "&", is found by nothing. */
  const cover = (phrases: string[][], isFirst: boolean) => {
    const anchors = new Map<number, Anchor>();
    for (const phrase of phrases) {
      const cost = (one: Anchor) => (anchors.has(markOf(one)) ? 0 : costOf(one));
      const candidates = candidatesIn(phrase, isFirst);
      if (candidates.length === 0) return { anchors: [], cost: Infinity };
      const best = candidates.reduce((a, b) => (cost(b) < cost(a) ? b : a));
      anchors.set(markOf(best), best);
    }
    return {
      anchors: [...anchors.values()],
      cost: [...anchors.values()].reduce((sum, one) => sum + costOf(one), 0),
    };
  };
  for (let pass = 0; pass < PASSES; pass++) {
    demands.forEach((slots, number) => {
      count(chosen[number], -1);
      chosen[number] = slots
        .map((phrases, at) => cover(phrases, at === 0))
        .reduce((a, b) => (b.cost < a.cost ? b : a)).anchors;
      count(chosen[number], 1);
    });
  }
  return new Set(chosen.flat().flatMap(marksOf));
}

function marksOf(one: Anchor): number[] {
  return one.isFirst ? [one.hash] : [one.hash, innerAnchor(one.hash)];
}

/** What tells an anchor from the same word in another role. */
function markOf(one: Anchor): number {
  return one.isFirst ? one.hash : innerAnchor(one.hash);
}

function candidatesIn(words: string[], begins: boolean): Anchor[] {
  return words.map((word, at) => {
    const next = isIdeograph(word) && isIdeograph(words[at + 1]) ? words[at + 1] : '';
    const hash = hashAnchor(word + next);
    return {
      hash,
      frequency: FREQUENCIES.get(hash) ?? guessFrequency(word + next),
      isFirst: begins && at === 0,
    };
  });
}

/** How common a word is that is not listed: short ones stand for many things, and an ideograph is everywhere. */
function guessFrequency(word: string): number {
  if (word.length === 1) return 1 / 50;
  return word.length < 4 && !isIdeograph(word) ? 1 / 5_000 : 1 / 20_000;
}

/** The hash under which the scan meets a word, or a pair of ideographs. */
export function hashAnchor(word: string): number {
  let hash = 0;
  for (let at = 0; at < word.length; at++) hash = hashBeginning(hash, word.charCodeAt(at));
  return hash;
}

function isIdeograph(word = ''): boolean {
  return word.charCodeAt(0) >= FIRST_IDEOGRAPH;
}
