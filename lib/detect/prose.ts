/** What the text around a match says about it, told from the text alone. */

/** A run of printable ASCII without brackets, quotes, comma, semicolon: what an address or a path is made of. */
const BREAKS = /[^!#$%&*+\-./0-9:=?@A-Z\\^_a-z~]/;
/** What ends a sentence: a mark; a full stop before a space and no small letter, or before a mention; but none after an initial. */
export const SENTENCE_END = /[!?。！？।؟]|(?<!(^|[\s.])\p{L})\.["'”’)]*\s+(?=[^\sa-z]|$)/u;

/**
 * Start and end of the part around a span that `mark` parts from the rest: its sentence, its clause. `reach`: how far
 * it is looked for to each side, in UTF-16 units.
 */
export function partAround(
  text: string,
  start: number,
  end: number,
  mark: RegExp,
  reach = 600,
): [number, number] {
  const before = text
    .slice(Math.max(0, start - reach), start)
    .split(mark)
    .at(-1) as string;
  const after = text.slice(end, end + reach);
  const next = after.search(mark);
  return [start - before.length, end + (next < 0 ? after.length : next)];
}

/**
 * Whether the span is a word of a sentence, not a part of an address, path, user name, package or command.
 * `isName`: the term is written with a capital; a small-letter one tied to other letters is then an identifier.
 */
export function isProse(text: string, start: number, end: number, isName: boolean): boolean {
  const [from, to] = partAround(text, start, end, BREAKS, 150);
  const run = text.slice(from, to).replace(/(?<!-)[.:?!*]+$/, '');
  if (/:\/\/|[\\@]|(^|=)(~|\.{0,2})\/|^--|(^|[^.])\.[a-z]|^[a-z].*\/.*\//.test(run)) return false;
  const before = text.slice(from, start);
  const after = text.slice(end, from + run.length);
  const small = text.slice(start, end);
  if (isName && small === small.toLowerCase() && small !== small.toUpperCase()) {
    if (/[-/:=&_.+~%]$/.test(before) || /^[-/:=&_+~%]./.test(after)) return false;
  }
  // A branch or folder ("feature/export-controls-menu").
  if (before.endsWith('/') && after.startsWith('-')) return false;
  return !/(-[a-z]+){2}-?\d|(-\w+){4}/.test(after);
}
