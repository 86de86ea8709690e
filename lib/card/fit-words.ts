/**
 * Words of a text: runs between spaces that hold a letter. Bare numbers ("15", "2026") are none, "950PR" is
 * one. Of Chinese and Japanese, which set no spaces, two characters count as a word.
 */
export function countWords(text: string): number {
  let words = 0;
  for (const run of text.split(/\s+/u)) {
    const wide = run.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
    if (wide > 0) words += Math.ceil(wide / 2);
    else if (/\p{L}/u.test(run)) words += 1;
  }
  return words;
}

/**
 * The text in at most `maximum` words. A longer one ends with "…", after its last whole clause where that
 * keeps three quarters of what there is room for, else after its last whole word.
 */
export function fitWords(text: string, maximum: number): string {
  if (countWords(text) <= maximum) return text;
  const runs = text.split(/(?<=\s)/u);
  let taken = '';
  let clause = '';
  for (const run of runs) {
    if (countWords(taken + run) > maximum) break;
    taken += run;
    if (/[,;:.!?。，；：]\s*$/u.test(run)) clause = taken;
  }
  const kept = countWords(clause) * 4 >= maximum * 3 ? clause : taken;
  return `${kept.trimEnd().replace(/[,;:.!?。，；：]+$/u, '')}…`;
}
