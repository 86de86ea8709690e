/**
 * What several texts of one note are shown as. Display only: nothing merged here is written unless the reader saves
 * it. So replicas whose browsers cut words differently may for a while show different texts of the same heads, and
 * never answer each other's merges.
 *
 * The texts are cut into words (Unicode's, so Chinese and Japanese too), each with the white space before it; the
 * pieces put together are the text again, to the last character. On these runs diff3 (Khanna, Kunal, Pierce: A
 * Formal Investigation of Diff3, 2007).
 */
import { diff3MergeRegions, diffIndices } from 'node-diff3';
import { compareStamps, type Head } from './merge';

/** The text of these heads, in any order: one merged text, or the newest with the others, newest first, each once. */
export function foldHeads(heads: readonly Head[]): { body: string; versions: string[] } {
  const sorted = [...heads].sort(compareStamps);
  const texts = [...new Set(sorted.map((head) => head.text).reverse())];
  const [newest = '', ...others] = texts;
  if (others.length === 0) return { body: newest, versions: [] };
  const merged = mergeAll(sorted);
  return merged === null ? { body: newest, versions: others } : { body: merged, versions: [] };
}

/**
 * One text with all that these texts say, for the reader to mend: what they share stands once, and where they differ
 * their parts stand one after the other, the newest text's first. `base` is what all began from, where that is one.
 */
export function joinTexts(texts: readonly string[], base: string | null): string {
  const [first = '', ...others] = texts;
  return others.reduce((joined, text) => joinTwo(joined, text, base ?? null), first);
}

/** A run of a text; `isOwn` where the other text does not have it. */
export type Run = { text: string; isOwn: boolean };

/**
 * What two texts do not share, word by word. The runs of a side, put together, are its text. Texts that would take
 * long to compare are one run each that differs.
 */
export function compareWords(one: string, other: string): { one: Run[]; other: Run[] } {
  const [a, b] = [cutWords(one), cutWords(other)];
  if (!isAffordable(a, b)) return { one: toRuns([[one, true]]), other: toRuns([[other, true]]) };
  const runs: { one: [string, boolean][]; other: [string, boolean][] } = { one: [], other: [] };
  let [fromA, fromB] = [0, 0];
  for (const { buffer1, buffer2 } of diffIndices(a, b)) {
    runs.one.push([a.slice(fromA, buffer1[0]).join(''), false], [buffer1Text(a, buffer1), true]);
    runs.other.push([b.slice(fromB, buffer2[0]).join(''), false], [buffer1Text(b, buffer2), true]);
    [fromA, fromB] = [buffer1[0] + buffer1[1], buffer2[0] + buffer2[1]];
  }
  runs.one.push([a.slice(fromA).join(''), false]);
  runs.other.push([b.slice(fromB).join(''), false]);
  return { one: toRuns(runs.one), other: toRuns(runs.other) };
}

/**
 * The words of a text, each with the white space before it; of punctuation every mark. Put together they are the text.
 */
export function cutWords(text: string): string[] {
  const words: string[] = [];
  let space = '';
  for (const { segment } of SEGMENTER.segment(text)) {
    if (segment.trim() === '') space += segment;
    else {
      words.push(space + segment);
      space = '';
    }
  }
  return space === '' ? words : [...words, space];
}

/** Always the same language: what is a word must not depend on the reader's. */
const SEGMENTER = new Intl.Segmenter('en', { granularity: 'word' });

/** This many pairs of equal words are compared in a blink; the longest notes of all can have hundreds of millions. */
const MOST_PAIRS = 2_000_000;

/** The merged text of heads in order; null where they began from different texts, collide, or would take long. */
function mergeAll(heads: readonly Head[]): string | null {
  const base = heads[0]?.base ?? '';
  if (heads.some((head) => head.base !== base)) return null;
  const baseWords = cutWords(base);
  let merged: string[] | null = null;
  for (const { text } of heads) {
    const words: string[] = cutWords(text);
    merged = merged === null ? words : mergeWords(merged, baseWords, words);
    if (merged === null) return null;
  }
  return merged?.join('') ?? null;
}

function mergeWords(one: string[], base: string[], other: string[]): string[] | null {
  if (!isAffordable(base, one) || !isAffordable(base, other)) return null;
  const parts = diff3MergeRegions(one, base, other).map((region) => {
    if (region.stable) return region.bufferContent;
    return isSame(region.aContent, region.bContent) ? region.aContent : null;
  });
  return parts.some((part) => part === null) ? null : parts.flatMap((part) => part ?? []);
}

function joinTwo(one: string, other: string, base: string | null): string {
  const [a, b] = [cutWords(one), cutWords(other)];
  // Without a common beginning the shared words are one: what either lacks is then the other's own.
  const o = base === null ? shared(a, b) : cutWords(base);
  if (o === null || !isAffordable(o, a) || !isAffordable(o, b)) return joinParts(one, other);
  return diff3MergeRegions(a, o, b).reduce((joined, region) => {
    if (region.stable) return joined + region.bufferContent.join('');
    if (isSame(region.aContent, region.bContent)) return joined + region.aContent.join('');
    return joined + joinParts(region.aContent.join(''), region.bContent.join(''));
  }, '');
}

function shared(a: string[], b: string[]): string[] | null {
  if (!isAffordable(a, b)) return null;
  const runs = compareWords(a.join(''), b.join('')).one;
  return cutWords(
    runs
      .filter((run) => !run.isOwn)
      .map((run) => run.text)
      .join(''),
  );
}

function joinParts(one: string, other: string): string {
  if (one === '' || other === '') return one + other;
  const isTouching = /\S$/.test(one) && /^\S/.test(other);
  if (!isTouching) return one + other;
  return one + (/\n/.test(one + other) || one.length + other.length > 200 ? '\n\n' : ' ') + other;
}

function buffer1Text(words: string[], [start, length]: [number, number]): string {
  return words.slice(start, start + length).join('');
}

function toRuns(parts: [string, boolean][]): Run[] {
  return parts.filter(([text]) => text !== '').map(([text, isOwn]) => ({ text, isOwn }));
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((word, place) => word === other[place]);
}

/** Whether comparing takes few enough steps: one for each pair of equal words. */
function isAffordable(one: readonly string[], other: readonly string[]): boolean {
  const counts = new Map<string, number>();
  for (const word of one) counts.set(word, (counts.get(word) ?? 0) + 1);
  let pairs = 0;
  for (const word of other) pairs += counts.get(word) ?? 0;
  return pairs <= MOST_PAIRS;
}
