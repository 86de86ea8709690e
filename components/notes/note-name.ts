import type { Note } from '@/lib/model/note';

const LONGEST = 48;

/** A few words that tell one note from another in the name of a control: its beginning, else its passage, else its page. */
export function noteName(note: Note): string {
  const text = [note.body, note.target?.selectors?.quote.exact, note.target?.title].find((part) =>
    part?.trim(),
  );
  const line = (text ?? '').trim().replace(/\s+/g, ' ');
  const letters = [
    ...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(line.slice(0, 4 * LONGEST)),
  ];
  if (letters.length <= LONGEST) return line;
  return `${letters
    .slice(0, LONGEST)
    .map((letter) => letter.segment)
    .join('')
    .trimEnd()}…`;
}
