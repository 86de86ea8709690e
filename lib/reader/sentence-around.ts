/** A sentence is looked for within this many characters on each side. */
const REACH = 500;

/** The sentence of a text in which a span stands, white space evened out. */
export function sentenceAround(text: string, start: number, end: number, language: string): string {
  const from = Math.max(0, start - REACH);
  const near = text.slice(from, end + REACH);
  for (const { segment, index } of toSegmenter(language).segment(near)) {
    if (index + segment.length > start - from) return segment.replace(/\s+/g, ' ').trim();
  }
  return near.replace(/\s+/g, ' ').trim();
}

function toSegmenter(language: string): Intl.Segmenter {
  return new Intl.Segmenter(language || undefined, { granularity: 'sentence' });
}
