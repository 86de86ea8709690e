import type { Note } from '@/lib/model/note';

/** In letters as a reader counts them. */
const LONGEST = 48;
/** What is looked at of a text: a letter can take many units, a note a hundred thousand. */
const MOST_UNITS = 4 * LONGEST;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** A few words that tell one note from another in the name of a control: its beginning, else its passage, else its page. */
export function noteName(note: Note): string {
  const text = [note.body, note.event?.text, note.target?.selectors?.quote.exact, note.target?.title].find(
    (part) => part?.trim(),
  );
  return shorten(text ?? '');
}

/** The beginning of a text, in one line. */
export function shorten(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  const letters = Array.from(segmenter.segment(line.slice(0, MOST_UNITS)), (letter) => letter.segment);
  const isWhole = line.length <= MOST_UNITS;
  if (isWhole && letters.length <= LONGEST) return line;
  // The last letter may have been cut with the text.
  const kept = letters.slice(0, isWhole ? LONGEST : Math.min(LONGEST, letters.length - 1));
  return `${kept.join('').trimEnd()}…`;
}
