import { IN_CAPITALS, IS_CUE, IS_IMPOSER, IS_TARGET, IS_VOID, OUTPUT_NUMBER } from './layout';
import type { Findings } from './read-terms';

/** Longer than any cue or term: a search among findings by their start may begin so much earlier. */
export const LONGEST_FINDING = 160;

/** What a page has shown so far. It only ever grows. */
export type PageContext = {
  /** For each cue: bit 0, it stands on the page; bit 1, it stands there as one who imposes. */
  cues: Uint8Array;
  /** Topics with a mention that needed no other topic. */
  topics: Set<number>;
  /** Whether `cues` has grown since it was last asked. */
  grown: boolean;
};

/** Whether a term is among the findings. */
export function hasTerm(found: Findings): boolean {
  return found.some((output, at) => at % 3 === 2 && !(output & IS_CUE));
}

/**
 * Takes out of the findings what is no cue after all (the pronoun "us"), voids the imposers that are only
 * aimed at, and marks on the page what is left.
 * Returns whether a term is among the findings.
 */
export function weighCues(text: string, found: Findings, page: PageContext): boolean {
  let kept = 0;
  let hasTerm = false;
  for (let at = 0; at < found.length; at += 3) {
    const [start, end, output] = found.slice(at, at + 3) as [number, number, number];
    if (output & IN_CAPITALS) {
      const written = text.slice(start, end);
      if (written !== written.toUpperCase()) continue;
    }
    if (!(output & IS_CUE)) hasTerm = true;
    found[kept++] = start;
    found[kept++] = end;
    found[kept++] = output;
  }
  found.length = kept;
  for (let at = 0; at < kept; at += 3) {
    const output = found[at + 2] as number;
    if (output & (IS_TARGET | IS_IMPOSER)) voidAround(found, at, output);
  }
  for (let at = 0; at < kept; at += 3) {
    const output = found[at + 2] as number;
    if (!(output & IS_CUE)) continue;
    const cue = output & OUTPUT_NUMBER;
    const before = page.cues[cue] as number;
    page.cues[cue] = before | (output & IS_VOID ? 1 : 3);
    if (page.cues[cue] !== before) page.grown = true;
  }
  return hasTerm;
}

/** Voids what stands inside a target or a longer imposer. */
function voidAround(found: Findings, marker: number, output: number) {
  const start = found[marker] as number;
  const end = found[marker + 1] as number;
  let at = marker;
  while (at > 0 && found[at - 3] === start) at -= 3;
  for (; at < found.length && (found[at] as number) < end; at += 3) {
    const otherEnd = found[at + 1] as number;
    const isShorter = otherEnd - (found[at] as number) < end - start;
    if (otherEnd <= end && (isShorter || output & IS_TARGET))
      found[at + 2] = (found[at + 2] as number) | IS_VOID;
  }
}
