/**
 * Words of a text: runs between spaces that hold a letter. Bare numbers ("15", "2026") are none, "950PR" is
 * one. Of Chinese and Japanese, which set no spaces, two characters count as a word, and what stands between
 * them in another script ("华为AI芯片") counts as it would between spaces.
 */
export function countWords(text: string): number {
  const wide = text.match(WIDE)?.length ?? 0;
  const others = text.split(BETWEEN).filter((run) => /\p{L}/u.test(run));
  return Math.ceil(wide / 2) + others.length;
}

const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const BETWEEN = /[\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/u;

/**
 * The text in at most `maximum` words. A longer one ends with "…", after its last whole clause where that
 * keeps three quarters of what there is room for, else after its last whole word.
 */
export function fitWords(text: string, maximum: number): string {
  if (countWords(text) <= maximum) return text;
  let taken = '';
  let clause = '';
  for (const run of cutRuns(text)) {
    if (countWords(taken + run) > maximum) break;
    taken += run;
    if (/[,;:.!?。，；：！？]\s*$/u.test(run)) clause = taken;
  }
  const kept = countWords(clause) * 4 >= maximum * 3 ? clause : taken;
  return `${kept.trimEnd().replace(/[\p{Ps}\p{Pi},;:.!?。，、；：！？]+$/u, '')}…`;
}

/** Where a text may end: after each space, and inside Chinese and Japanese after each word of the browser's dictionary. */
function cutRuns(text: string): string[] {
  return text.split(/(?<=\s)/u).flatMap((run) => (run.search(WIDE) < 0 ? run : cutWords(run)));
}

/** Made when it is first needed: it loads a dictionary, which few first views have use for. */
let segmenter: Intl.Segmenter | undefined;

function cutWords(run: string): string[] {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return Array.from(segmenter.segment(run), ({ segment }) => segment);
}
