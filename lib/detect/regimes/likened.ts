/** Before and behind goods to which others are likened. */
const LIKE =
  /(?:\b(?:like|as|wie|comme|como|come)|как|словно|مثل|像|如同)(?: (?:the|an?|die|der|das|du|de|l[aeo]s?|l['’]|i|gli|el|os?|as?))?(?: l['’]|['’])? ?$/;
const LIKENED = /^(?:のよう|처럼|같이|一[样樣]| की तरह| जैसे)/;

/** Whether goods are only what others are likened to. */
export function isLikened(text: string, start: number, end: number): boolean {
  return LIKE.test(text.slice(Math.max(start - 12, 0), start)) || LIKENED.test(text.slice(end, end + 6));
}
