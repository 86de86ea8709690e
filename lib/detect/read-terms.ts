import {
  APOSTROPHE,
  COMPLEX,
  DOT,
  DROP,
  FIRST_IDEOGRAPH,
  FOLDED,
  foldText,
  foldUnit,
  HYPHEN,
  isIdeograph,
  OTHER,
  SPACE,
  WORD,
} from './fold';
import {
  coldPartOf,
  HASH_SEED,
  hashBeginning,
  hashUnit,
  type IndexViews,
  IS_LAST,
  innerAnchor,
  PREFIX_SHIFT,
} from './layout';
import type { TermIndex } from './load-index';
import { BY_PAIRS, isFirstMarked, isMarked, nextPrint, pairHash } from './sieve';
import { toldOf } from './xor-filter';

/** What stands at a place of a text: a term or cue by its output (see `layout`). */
export type Finding = [start: number, end: number, output: number];

/** All that stands in a text by rising start, also inside others: terms, or cues, or both. */
export type Findings = Finding[];

/** Reads one text after the other against an index. */
export type TermReader = {
  /** Whether a term may stand in the text: where none does, no term does. */
  hasAnchor: (text: string) => boolean;
  /** All that stands in it. Empty findings are shared between calls. */
  read: (text: string) => Findings;
};

/** Longest spelling of a term in a cold part, its words with a space behind each. */
export const LONGEST_SPELLING = 80;

/**
 * The inner loop of detection. Each unit of the text is folded and hashed in place; at the end of each word two
 * bits of the index say whether it is an anchor, or whether anything begins with it. Only then is the word looked
 * up, and the automaton followed from word to word: across white space, one hyphen (a line may end behind it), dot
 * or apostrophe, never across a comma.
 */
export function createTermReader(views: IndexViews, coldTerms: TermIndex['coldTerms']): TermReader {
  const { bitmap, coldBits, coldPrints, pairs, anchors, wordHash, wordClass, classState, partCount } = views;
  const { stateEdge, stateFallback, edgeLabel, edgeState, stateOutput, outputs } = views;
  const { anyWord, firstFallback, memberStart, memberClass } = views;
  let findings: Findings = [];
  let text = '';
  let tokenStart = 0;
  let tokenEnd = 0;
  let tokenLength = 0;
  let tokenHash = 0;

  /** Behind the last unit stands one that ends a word. */
  const unitAt = (at: number) => (at < text.length ? foldUnit(text.charCodeAt(at)) : OTHER);
  const foldAt = (at: number) => {
    const folded = unitAt(at);
    return folded === COMPLEX ? DROP : folded;
  };

  /** The class of the token; any word for one that is in no term. */
  const classOfToken = () => {
    const word = find(wordHash, 0, wordHash.length - 1, tokenHash >>> 0);
    return word < 0 ? anyWord : (wordClass[word] as number);
  };

  /** Moves the token to the next word, where what lies between can stand inside a term. */
  const advance = () => {
    const single = tokenLength === 1;
    let gap = 0;
    let at = tokenEnd;
    let folded = 0;
    for (; at < text.length; at++) {
      folded = foldAt(at);
      if (folded >= WORD) break;
      if (folded === DROP || (folded === SPACE && gap === SPACE)) continue;
      const joins = gap
        ? folded === SPACE && (gap === APOSTROPHE || gap === HYPHEN || (gap === DOT && single))
        : folded === SPACE || folded === HYPHEN || folded === DOT || folded === APOSTROPHE;
      if (!joins) return false;
      gap = folded;
    }
    if (at >= text.length) return false;
    tokenStart = at;
    tokenLength = 0;
    tokenHash = HASH_SEED;
    const alone = isIdeograph(folded);
    while (folded >= WORD && (!tokenLength || !(alone || isIdeograph(folded)))) {
      tokenLength++;
      tokenHash = hashUnit(tokenHash, folded);
      tokenEnd = ++at;
      folded = foldAt(at);
      while (folded === DROP) folded = foldAt(++at);
    }
    return true;
  };

  const fallbackOf = (state: number) =>
    state < firstFallback ? 0 : (stateFallback[state - firstFallback] ?? 0);

  /** Where a class leads from a state: by an edge of its own, of a set that it is in, or of any word; 0 where it does not. */
  const step = (from: number, by: number) => {
    for (let state = from; state; state = fallbackOf(state)) {
      const first = stateEdge[state] as number;
      const last = (stateEdge[state + 1] as number) - 1;
      let edge = find(edgeLabel, first, last, by);
      for (let at = last; edge < 0 && at >= first; at--) {
        const set = (edgeLabel[at] as number) - anyWord;
        if (set < 0) break;
        const end = memberStart[set] as number;
        if (!set || find(memberClass, memberStart[set - 1] as number, end - 1, by) >= 0) edge = at;
      }
      if (edge >= 0) return edgeState[edge] as number;
    }
    return 0;
  };

  /** Makes the word that stands here the token. */
  const begin = (start: number) => {
    tokenEnd = start;
    return advance();
  };
  /** A term behind letters that are written onto it begins behind them, and behind what stretches them. */
  const add = (start: number, output: number) => {
    let prefix = (output >>> PREFIX_SHIFT) & 3;
    while (prefix || foldAt(start) === DROP) if (foldAt(start++) !== DROP) prefix--;
    findings.push([start, tokenEnd, output]);
  };

  /** Looks for terms of a cold part, spelling out word by word what stands here. */
  const spell = (start: number, hash: number) => {
    const told = isFirstMarked(coldBits, hash) ? toldOf(coldPrints, hash) : -1;
    if (told < 0) return;
    begin(start);
    if (told) {
      // The next word tells nearly always that no term begins with both.
      if (!advance()) return;
      const pair = pairHash(hash, tokenHash);
      if (told > BY_PAIRS ? told !== nextPrint(pair) : !isMarked(pairs, pair)) return;
      begin(start);
    }
    let key = '';
    do {
      for (let at = tokenStart; at < tokenEnd; at++) {
        if (foldAt(at) !== DROP) key += String.fromCharCode(foldAt(at));
      }
      key += ' ';
      const outputs = coldTerms(coldPartOf(hash, views.partCount), key);
      if (!outputs) break;
      for (const output of outputs) add(start, output);
    } while (key.length < LONGEST_SPELLING && advance());
  };

  const follow = (start: number) => {
    begin(start);
    let state = classState[classOfToken()] ?? 0;
    while (state) {
      if (state < stateOutput.length) {
        let at = stateOutput[state] as number;
        do add(start, outputs[at] as number);
        while (!((outputs[at++] as number) & IS_LAST));
      }
      if ((stateEdge[state] === stateEdge[state + 1] && !fallbackOf(state)) || !advance()) break;
      state = step(state, classOfToken());
    }
  };

  /**
   * Whether a word that passed a sieve begins a term here, or may stand inside one. The sieve of so many terms of cold parts lets
   * much through, so the word is looked up at once. While the part is not here the answer is no: the block is read again when it is.
   * So is a word that a term has inside: one that met the sieve by chance would have a block of any length read for nothing.
   */
  const mayStand = (start: number, hash: number) => {
    if (isMarked(anchors, hash)) {
      if (isMarked(anchors, innerAnchor(hash)) && begin(start) && classOfToken() !== anyWord) return true;
      follow(start);
    }
    if (!findings.length) spell(start, hash);
    return findings.length > 0;
  };

  /**
   * Reads a text through a sieve. With that of anchors it answers at the first; else whether it came to the end:
   * it does not where the text must be composed first.
   */
  const scan = (sieve: Uint8Array, isComposed?: boolean) => {
    const units = text;
    const { length } = units;
    const table = FOLDED;
    const cold = coldBits;
    const mask = sieve.length - 1;
    const coldMask = cold.length - 1;
    let start = 0;
    let hash = 0;
    /** The ideograph before, its place, and its hash. */
    let before = 0;
    let beforeAt = 0;
    for (let at = 0; at <= length; at++) {
      const folded = (at < length && (table[units.charCodeAt(at)] as number)) || unitAt(at);
      if ((folded - WORD) >>> 0 < FIRST_IDEOGRAPH - WORD) {
        hash = (hash & 0x7fffff) * 127 + folded;
        continue;
      }
      if (folded === DROP) {
        if (!hash) start = at + 1;
        continue;
      }
      if (folded === COMPLEX) {
        if (isComposed) continue;
        return sieve === anchors;
      }
      if (hash) {
        const bit = hash ^ (hash >>> 15);
        const byte = bit >>> 3;
        const marks = (sieve[byte & mask] as number) | (cold[byte & coldMask] as number);
        if ((marks >> (bit & 7)) & 1) {
          if (sieve === anchors) {
            if (mayStand(start, hash)) return true;
          } else {
            if (isMarked(sieve, hash)) follow(start);
            spell(start, hash);
          }
        }
        hash = before = 0;
      }
      start = at + 1;
      if (folded < WORD) continue;
      const single = hashBeginning(0, folded);
      const pair = hashBeginning(before, folded);
      // Terms of cold parts that begin with an ideograph begin with two: one alone stands everywhere.
      if (sieve === anchors) {
        if (mayStand(at, single) || mayStand(beforeAt, pair)) return true;
      } else {
        // What begins with the pair stands before what begins with this one.
        spell(beforeAt, pair);
        if (isMarked(sieve, single) || isMarked(sieve, pair)) follow(at);
      }
      before = single;
      beforeAt = at;
    }
    return sieve !== anchors;
  };

  /**
   * The same for anchors, in text of which each unit counts by itself; null in other text, and where a unit is met for the
   * first time. This loop is most of what a page without a mention costs: all that it needs are its own names, since
   * what stands outside is fetched anew for each unit.
   */
  const sift = () => {
    const units = text;
    const { length } = units;
    const table = FOLDED;
    const sieve = anchors;
    const cold = coldBits;
    const mask = sieve.length - 1;
    const coldMask = partCount && cold.length - 1;
    for (let at = 0; at < length; at++) {
      const start = at;
      let hash = 0;
      let folded = SPACE;
      for (; at < length; at++) {
        folded = table[units.charCodeAt(at)] as number;
        // One comparison for both: whether it is part of a word, and not a word by itself.
        if ((folded - WORD) >>> 0 >= FIRST_IDEOGRAPH - WORD) break;
        // `hashBeginning`, without the call.
        hash = (hash & 0x7fffff) * 127 + folded;
      }
      if (folded < SPACE || folded >= FIRST_IDEOGRAPH) return null;
      // `firstBit`: nearly every word ends here.
      const bit = hash ^ (hash >>> 15);
      const byte = bit >>> 3;
      let marks = sieve[byte & mask] as number;
      if (coldMask) marks |= cold[byte & coldMask] as number;
      if ((marks >> (bit & 7)) & 1 && hash && mayStand(start, hash)) return true;
    }
    return false;
  };

  const read = (given: string) => {
    if (findings.length > 0) findings = [];
    text = given;
    if (scan(bitmap)) return findings;
    const folded = foldText(given);
    text = folded.text;
    findings = [];
    scan(bitmap, true);
    return findings.map(([start, end, output]): Finding => {
      while (folded.offsets[end] === folded.offsets[end - 1]) end++;
      return [folded.offsets[start] as number, folded.offsets[end] as number, output];
    });
  };

  const hasAnchor = (given: string) => {
    if (findings.length > 0) findings = [];
    text = given;
    return sift() ?? scan(anchors);
  };

  return { hasAnchor, read };
}

/** Where a value stands in a stretch of rising numbers; -1 where it does not. */
function find(numbers: Uint16Array | Uint32Array, low: number, high: number, value: number): number {
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = numbers[middle] as number;
    if (found === value) return middle;
    if (found < value) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
