/** A sentence is looked for within this many characters on each side. */
const REACH = 500;

/** The sentence of a text in which a span stands, white space evened out. */
export function sentenceAround(text: string, { start, end }: { start: number; end: number }): string {
  const from = Math.max(0, start - REACH);
  const near = text.slice(from, end + REACH);
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'sentence' });
  const sentence = segmenter.segment(near).containing(start - from)?.segment ?? near;
  return sentence.replace(/\s+/g, ' ').trim();
}
