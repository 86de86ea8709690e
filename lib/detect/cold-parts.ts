/**
 * Which terms of a large index a page reads only when it needs them, and how they are cut into parts. A part
 * holds the terms whose beginnings share some bits of their hash: the reader of a page meets the beginning, knows
 * the part by it, and reads that one alone. A beginning is a term's first word, or its first two ideographs.
 */

import { hashAnchor } from './choose-anchors';
import { FIRST_IDEOGRAPH } from './fold';
import { type ColdPart, type ColdRow, coldPartOf, OUTPUT_NUMBER, type TermTables } from './layout';
import { LONGEST_SPELLING } from './read-terms';

/** Terms in a part, about: it is read for one of them. */
const TERMS_IN_PART = 8;

/** A term without a context rule that is not in the first part. */
export type ColdTerm = { words: string[]; output: number };

/** Whether a term, written in these ways, can be left to the cold parts. */
export function canBeCold(forms: ColdTerm[]): boolean {
  const fits = ({ words }: ColdTerm) =>
    spell(words).length <= LONGEST_SPELLING && (!isIdeographic(words[0]) || isIdeographic(words[1]));
  return forms.every(fits);
}

/** What a cold term begins with: its first word, or its first two ideographs. */
export function beginningOf([first = '', second = '']: string[]): string {
  return isIdeographic(first) ? first + second : first;
}

/** The parts, and what of the tables is left for the first; `kept` are topics that must be known there. */
export function cutIntoParts(
  cold: ColdTerm[],
  { terms, topics }: TermTables,
  kept: number[],
): { first: TermTables; parts: ColdPart[] } {
  const count = cold.length && 2 ** Math.round(Math.log2(Math.max(cold.length / TERMS_IN_PART, 1)));
  const rows = Array.from({ length: count }, () => new Map<string, ColdRow[]>());
  const first: TermTables = { terms: { ...terms }, topics: { ...topics } };
  for (const { words, output } of cold) {
    const part = rows[coldPartOf(hashAnchor(beginningOf(words)), count)] as Map<string, ColdRow[]>;
    const key = spell(words);
    const number = output & OUTPUT_NUMBER;
    const [topic, , isName, written, ...isUpper] = terms[number] as TermTables['terms'][0];
    const row: ColdRow = [output, topic, isName, ...(topics[topic] as TermTables['topics'][0])];
    if (written) row.push(encodeURIComponent(written), ...isUpper);
    part.set(key, [...(part.get(key) ?? []), row]);
    delete first.terms[number];
    delete first.topics[topic];
  }
  const parts = rows.map((part) =>
    [...part]
      .map(([key, all]) => `|${key}=${all.join(';')}`)
      .concat('|')
      .join(''),
  );
  for (const topic of [...kept, ...Object.values(first.terms).map(([topic]) => topic)]) {
    first.topics[topic] = topics[topic] as TermTables['topics'][0];
  }
  return { first, parts };
}

function spell(words: string[]): string {
  return words.map((word) => `${word} `).join('');
}

/** Whether a word is an ideograph: each is one by itself. */
export function isIdeographic(word: string | undefined): boolean {
  return word !== undefined && word.charCodeAt(0) >= FIRST_IDEOGRAPH;
}
