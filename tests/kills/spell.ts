/** The texts of the notes that are written while something is killed: known from their number, in the page and outside. */

/** What is to stand in a note: which note it is, which act wrote it, and how long it is. */
export type Wording = { key: string; act: number; letters: number };

/** The text, the same for the same wording. It begins with the note's key, so that a note is known by its text alone. */
export function spell({ key, act, letters }: Wording): string {
  const head = `${key} act ${act} `;
  let text = head;
  for (let word = 0; text.length < letters; word += 1) text += `${(act * 7919 + word * 104_729) % 99_991} `;
  return `${text}end ${act}`;
}

/** The key at the beginning of a text; empty where it has none. */
export function readKey(text: string): string {
  return /^[a-z]\d+(?:-\d+)? /.exec(text)?.[0].trim() ?? '';
}

/** A number that tells one text from another (FNV-1a, 32 bits), so that long texts need not cross the wire. */
export function sumOf(text: string): number {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return sum >>> 0;
}
