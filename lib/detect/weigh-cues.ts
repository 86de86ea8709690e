import { IN_CAPITALS, IS_CUE, IS_IMPOSER, IS_TARGET, IS_VOID, OUTPUT_NUMBER } from './layout';
import type { Finding, Findings } from './read-terms';

/** Longer than any cue or term: a search among findings by their start may begin so much earlier. */
export const LONGEST_FINDING = 160;

/** What a page has shown so far. It only ever grows. */
export type PageContext = {
  /** The cues that stand on the page. */
  cues: Set<number>;
  /** Topics with a mention that needed no other topic. */
  topics: Set<number>;
  /** Whether `cues` has grown since it was last asked. */
  grown: boolean;
};

/**
 * The findings without what is no cue after all (the pronoun "us"), the imposers that are only aimed at voided.
 * What is left is marked on the page.
 */
export function weighCues(text: string, read: Findings, page: PageContext): Findings {
  const found = read.filter(([start, end, output]) => {
    if (!(output & IN_CAPITALS)) return true;
    const written = text.slice(start, end);
    return written === written.toUpperCase();
  });
  found.forEach(([, , output], at) => {
    if (output & (IS_TARGET | IS_IMPOSER)) voidInside(found, at);
  });
  const { size } = page.cues;
  for (const [, , output] of found) if (output & IS_CUE) page.cues.add(output & OUTPUT_NUMBER);
  page.grown ||= page.cues.size > size;
  return found;
}

/** Voids what stands inside a target, be it as long, or inside a longer imposer. */
function voidInside(found: Findings, at: number) {
  const [start, end, output] = found[at] as Finding;
  while (found[at - 1]?.[0] === start) at--;
  for (let other = found[at]; other && other[0] < end; other = found[++at]) {
    if (other[1] <= end && (output & IS_TARGET || other[1] - other[0] < end - start)) other[2] |= IS_VOID;
  }
}
