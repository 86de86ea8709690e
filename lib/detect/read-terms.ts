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
import { ANY_WORD, HASH_SEED, hashUnit, type IndexViews, PREFIX_SHIFT, spread } from './layout';

/**
 * What stands in a text: three numbers for each finding, start, end, output (see `layout`), by rising start,
 * then rising end. Every term and cue is in it, also those inside others.
 */
export type Findings = number[];

/** Reads one text after the other against an index. Empty findings are shared between calls. */
export type TermReader = (text: string) => Findings;

/**
 * The inner loop of detection. Each unit of the text is folded and hashed in place; at the end of each word
 * one bit of the index says whether anything begins with it. Only then is the word compared, and the automaton
 * followed from word to word: across white space, one hyphen, dot or apostrophe, never across a comma.
 */
export function createTermReader(views: IndexViews): TermReader {
  const { bitmap, bucketWord, wordHash, wordText, wordState, letters } = views;
  const { stateEdge, stateFallback, edgeWord, edgeState, stateOutput, outputs } = views;
  const bitMask = bitmap.length * 32 - 1;
  const bucketMask = bucketWord.length - 2;
  let findings: Findings = [];
  let text = '';
  /** Set while a text is read that had to be composed first. */
  let offsets: number[] | null = null;
  let tokenStart = 0;
  let tokenEnd = 0;
  let tokenHash = 0;

  const foldAt = (at: number) => {
    const folded = at < text.length ? foldUnit(text.charCodeAt(at)) : OTHER;
    return folded === COMPLEX ? DROP : folded;
  };

  const findWord = () => {
    const bucket = spread(tokenHash) & bucketMask;
    const last = bucketWord[bucket + 1] as number;
    for (let word = bucketWord[bucket] as number; word < last; word++) {
      if (wordHash[word] !== tokenHash >>> 0) continue;
      let letter = wordText[word] as number;
      let at = tokenStart;
      for (; at < tokenEnd; at++) {
        const folded = foldAt(at);
        if (folded !== DROP && folded !== letters[letter++]) break;
      }
      if (at === tokenEnd && letter === wordText[word + 1]) return word;
    }
    return -1;
  };

  /** Moves the token to the next word, where what lies between can stand inside a term. */
  const advance = () => {
    const single = tokenEnd - tokenStart === 1;
    let gap = 0;
    let at = tokenEnd;
    let folded = 0;
    for (; at < text.length; at++) {
      folded = foldAt(at);
      if (folded >= WORD) break;
      if (folded === DROP || (folded === SPACE && gap === SPACE)) continue;
      const joins = gap
        ? folded === SPACE && (gap === APOSTROPHE || (gap === DOT && single))
        : folded === SPACE || folded === HYPHEN || folded === DOT || folded === APOSTROPHE;
      if (!joins) return false;
      gap = folded;
    }
    if (at >= text.length) return false;
    tokenStart = at;
    tokenHash = HASH_SEED;
    const alone = isIdeograph(folded);
    while (folded >= WORD && (at === tokenStart || !(alone || isIdeograph(folded)))) {
      tokenHash = hashUnit(tokenHash, folded);
      tokenEnd = ++at;
      folded = foldAt(at);
      while (folded === DROP) folded = foldAt(++at);
    }
    return true;
  };

  const step = (from: number, word: number) => {
    for (let state = from; state; state = stateFallback[state] as number) {
      let low = stateEdge[state] as number;
      const last = (stateEdge[state + 1] as number) - 1;
      for (let high = last; low <= high; ) {
        const middle = (low + high) >> 1;
        const found = edgeWord[middle] as number;
        if (found === word) return edgeState[middle] as number;
        if (found < word) low = middle + 1;
        else high = middle - 1;
      }
      if (edgeWord[last] === ANY_WORD && last >= (stateEdge[state] as number))
        return edgeState[last] as number;
    }
    return 0;
  };

  const follow = (start: number, end: number, hash: number) => {
    tokenStart = start;
    tokenEnd = end;
    tokenHash = hash;
    while (foldAt(tokenEnd - 1) === DROP) tokenEnd--;
    const first = findWord();
    let state = first < 0 ? 0 : (wordState[first] as number);
    while (state) {
      const last = stateOutput[state + 1] as number;
      for (let at = stateOutput[state] as number; at < last; at++) {
        const output = outputs[at] as number;
        findings.push(start + ((output >>> PREFIX_SHIFT) & 3), tokenEnd, output);
      }
      if ((stateEdge[state] === stateEdge[state + 1] && !stateFallback[state]) || !advance()) return;
      state = step(state, findWord());
    }
  };

  /** Follows what begins with this word, where the bitmap lets it through. */
  const tryWord = (start: number, end: number, hash: number) => {
    const bit = spread(hash) & bitMask;
    if (((bitmap[bit >>> 5] as number) >>> (bit & 31)) & 1) follow(start, end, hash);
  };

  /** False when the text must be composed first. */
  const scan = (units: string, isComposed: boolean) => {
    const { length } = units;
    let start = 0;
    let hash = HASH_SEED;
    for (let at = 0; at <= length; at++) {
      const unit = at < length ? units.charCodeAt(at) : 0;
      const folded = FOLDED[unit] || foldUnit(unit);
      if (folded >= WORD && folded < FIRST_IDEOGRAPH) {
        hash = hashUnit(hash, folded);
        continue;
      }
      if (folded === DROP) {
        if (hash === HASH_SEED) start = at + 1;
        continue;
      }
      if (folded === COMPLEX) {
        if (!isComposed) return false;
        continue;
      }
      if (hash !== HASH_SEED) {
        tryWord(start, at, hash);
        hash = HASH_SEED;
      }
      start = at + 1;
      if (folded >= WORD) tryWord(at, start, hashUnit(HASH_SEED, folded));
    }
    return true;
  };

  return (given) => {
    if (findings.length > 0) findings = [];
    text = given;
    offsets = null;
    if (scan(text, false)) return findings;
    const folded = foldText(given);
    findings = [];
    text = folded.text;
    offsets = folded.offsets;
    scan(text, true);
    for (let at = 0; at < findings.length; at += 3) {
      let end = findings[at + 1] as number;
      while (offsets[end] === offsets[end - 1]) end++;
      findings[at] = offsets[findings[at] as number] as number;
      findings[at + 1] = offsets[end] as number;
    }
    return findings;
  };
}
