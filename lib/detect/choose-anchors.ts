/**
 * Anchors: for each term a word without which it cannot stand in a text, so that a scan need look for nothing else
 * until it meets one. The rarer the word, the better: the longest is taken, and the one that most terms share. An
 * ideograph is everywhere, so of a run of them a pair is the anchor.
 */
import { FIRST_IDEOGRAPH } from './fold';
import { HASH_SEED, hashBeginning } from './layout';

/** What a term demands: of each slot, one of these phrases; a phrase is its folded words. */
export type Demand = string[][][];

/** Letters that a pair of ideographs counts for: there are far more pairs than words of so many letters. */
const PAIR_LENGTH = 5;
/** A shorter word is a common one, however many terms share it ("of"); a longer one than `LONGEST` no rarer. */
const SHORTEST_SHARED = 5;
const LONGEST = 8;

/** Long words that stand everywhere, and so are the last to choose. */
const COMMON = new Set(
  ['against america american between business company control conversation government industry leader']
    .concat('leaders market national people product supply system technology trade world')
    .flatMap((words) => words.split(' ').map(hashAnchor)),
);

/** A phrase of no words, such as "&": nothing is found by it. */
const NOTHING = { hash: 0, length: 0 };

type Candidate = { hash: number; length: number };

/** The hashes of the anchors of all terms. */
export function chooseAnchors(demands: Demand[]): Set<number> {
  const uses = new Map<number, number>();
  for (const demand of demands) {
    for (const { hash } of demand.flat().flatMap(candidatesIn)) uses.set(hash, (uses.get(hash) ?? 0) + 1);
  }
  const weigh = ({ hash, length }: Candidate) => {
    if (COMMON.has(hash)) return SHORTEST_SHARED;
    if (length < SHORTEST_SHARED) return length;
    return Math.min(length, LONGEST) + Math.log2(uses.get(hash) ?? 1);
  };
  const best = (phrase: string[]) =>
    candidatesIn(phrase).reduce((a, b) => (weigh(b) > weigh(a) ? b : a), NOTHING);
  const anchors = new Set<number>();
  for (const demand of demands) {
    // A slot is as good as the commonest of the words that can fill it.
    const slots = demand.map((phrases) => phrases.map(best));
    const weight = (slot: Candidate[]) => Math.min(...slot.map(weigh));
    const chosen = slots.reduce((a, b) => (weight(b) > weight(a) ? b : a));
    for (const { hash } of chosen) anchors.add(hash);
  }
  return anchors;
}

function candidatesIn(words: string[]): Candidate[] {
  const candidates: Candidate[] = [];
  words.forEach((word, at) => {
    const next = words[at + 1];
    if (!isIdeograph(word)) candidates.push({ hash: hashAnchor(word), length: word.length });
    else if (next && isIdeograph(next)) {
      candidates.push({ hash: hashAnchor(word + next), length: PAIR_LENGTH });
    } else candidates.push({ hash: hashAnchor(word), length: 1 });
  });
  return candidates;
}

/** The hash under which the scan meets a word, or a pair of ideographs. */
export function hashAnchor(word: string): number {
  let hash = HASH_SEED;
  for (let at = 0; at < word.length; at++) hash = hashBeginning(hash, word.charCodeAt(at));
  return hash;
}

function isIdeograph(word = ''): boolean {
  return word.charCodeAt(0) >= FIRST_IDEOGRAPH;
}
