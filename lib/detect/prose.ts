/** What the text around a match says about it, told from the text alone. */

/** A run of printable ASCII without brackets, quotes, comma, semicolon: what an address or a path is made of. */
const BREAKS = /[^!#$%&*+\-./0-9:=?@A-Z\\^_a-z~]/;
const RUN_LIMIT = 300;

/** Start and end of the run that holds the span. */
function runAround(text: string, start: number, end: number): [number, number] {
  let from = start;
  let to = end;
  while (from > 0 && start - from < RUN_LIMIT && !BREAKS.test(text[from - 1] as string)) from--;
  while (to < text.length && to - end < RUN_LIMIT && !BREAKS.test(text[to] as string)) to++;
  return [from, to];
}

/**
 * Whether the span is a word of a sentence, not a part of an address, path, user name, package or command.
 * `isName`: the term is written with a capital; a small-letter one tied to other letters is then an identifier.
 */
export function isProse(text: string, start: number, end: number, isName: boolean): boolean {
  const [from, to] = runAround(text, start, end);
  if (from === start && to === end) return true;
  const run = text.slice(from, to).replace(/[.:?!*]+$/, '');
  if (/:\/\/|\\|^(~|\.{0,2})\/|^--|\w@\w|(^|[^.])\.[a-z]|^[a-z].*\/.*\//.test(run)) return false;
  const before = text.slice(from, start);
  const after = text.slice(end, from + run.length);
  if (/@$/.test(before)) return false;
  const small = text.slice(start, end);
  if (isName && small === small.toLowerCase() && small !== small.toUpperCase()) {
    if (/[-/:=&_.+~%]$/.test(before) || /^[-/:=&_+~%]./.test(after)) return false;
  }
  return !/(-[a-z]+){2}-?\d|(-\w+){4}/.test(after);
}

const SENTENCE_LIMIT = 600;

function endsSentence(text: string, at: number): boolean {
  const mark = text[at] as string;
  if (!'.!?。！？।؟'.includes(mark)) return false;
  if (mark !== '.') return true;
  return (
    /^["'”’)]*\s+[^\sa-z]/.test(text.slice(at + 1, at + 8)) &&
    !/(^|[\s.])\p{L}$/u.test(text.slice(Math.max(0, at - 2), at))
  );
}

/** Start and end of the sentence around a span, at most 600 units to each side. */
export function sentenceAround(text: string, start: number, end: number): [number, number] {
  let from = start;
  let to = end;
  while (from > 0 && start - from < SENTENCE_LIMIT && !endsSentence(text, from - 1)) from--;
  while (to < text.length && to - end < SENTENCE_LIMIT && !endsSentence(text, to)) to++;
  return [from, to];
}
