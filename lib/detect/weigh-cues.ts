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
  let hasTerm = false;
  for (let at = 0; at < found.length; ) {
    const [start, end, output] = found.slice(at, at + 3) as [number, number, number];
    const written = text.slice(start, end);
    if (output & IN_CAPITALS && written !== written.toUpperCase()) found.splice(at, 3);
    else {
      hasTerm ||= !(output & IS_CUE);
      at += 3;
    }
  }
  for (let at = 0; at < found.length; at += 3) {
    if ((found[at + 2] as number) & (IS_TARGET | IS_IMPOSER)) voidInside(found, at);
  }
  for (let at = 0; at < found.length; at += 3) {
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
function voidInside(found: Findings, marker: number) {
  const [start, end] = found.slice(marker, marker + 2) as [number, number];
  let at = marker;
  while (found[at - 3] === start) at -= 3;
  for (; (found[at] as number) < end; at += 3) {
    const other = found[at + 1] as number;
    if (other <= end && other - (found[at] as number) < end - start)
      found[at + 2] = (found[at + 2] as number) | IS_VOID;
  }
}
