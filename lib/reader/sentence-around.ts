/** A sentence is looked for within this many characters on each side. */
const REACH = 500;

/** The sentence of a text in which a span stands, white space evened out. */
export function sentenceAround(text: string, { start, end }: { start: number; end: number }): string {
  // Evened out first: to the segmenter a line break ends a sentence.
  const [before, rest] = [text.slice(Math.max(0, start - REACH), start), text.slice(start, end + REACH)].map(
    (part) => part.replace(/\s+/g, ' '),
  ) as [string, string];
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'sentence' });
  return (
    segmenter
      .segment(before + rest)
      .containing(before.length)
      ?.segment.trim() ?? rest
  );
}
