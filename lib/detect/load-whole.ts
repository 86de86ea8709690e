import type { TermIndexFile } from './compile-index';
import { loadIndex, type TermIndex, type Want } from './load-index';
import { JUDGE_REGIMES } from './regimes/judge-regimes';

/** All of a compiled index, loaded at once, for use outside of pages. Throws where it does not load. */
export function loadWhole({ bytes, parts, cues }: Omit<TermIndexFile, 'cueTexts'>): TermIndex {
  const index = loadIndex(bytes);
  if (!index) throw new Error('The index just compiled does not load.');
  index.wanted.push(['cues', ''], ...parts.map((_, number): Want => [number, '']));
  index.addParts({ ...parts, cues: { bytes: cues, judgeRegimes: JUDGE_REGIMES } });
  return index;
}
