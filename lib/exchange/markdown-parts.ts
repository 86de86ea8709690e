/** Pieces of Markdown, as CommonMark and Obsidian read it. */
import { toOneLine } from '@/lib/model/escape-text';

/**
 * A reader's own text. It may be Markdown and is left so, but nothing in it leaves its place: no HTML, no image that
 * would be fetched, no heading of the document, nothing opened that swallows what comes after it.
 */
export function toBody(text: string): string {
  const safe = text
    .replace(/\r\n?/g, '\n')
    .replace(/<(?=[a-z/!?])/gi, '\\<')
    .replace(/!(?=\[)/g, '\\!')
    .replace(/^( {0,3})(?=#{1,6}(?:\s|$))/gm, '$1\\')
    .replace(/^( {0,3})(?=(?:=+|-{2,})\s*$)/gm, '$1\\')
    .replace(/\n(?!\n)/g, (_, at: number, all: string) => (all[at - 1] === '\n' ? '\n' : '  \n'));
  return [FENCE, COMMENT, MATH].reduce(
    (closed, mark) =>
      (closed.match(mark)?.length ?? 0) % 2 === 0 ? closed : closed.replace(mark, escapeAll),
    safe,
  );
}

const FENCE = /^ {0,3}(?:```|~~~)/gm;
const COMMENT = /%%/g;
const MATH = /\$\$/g;

function escapeAll(mark: string): string {
  return mark.replace(/[`~%$]/g, '\\$&');
}

/** A text as a value of YAML: a double-quoted scalar, which may hold anything. */
export function toYaml(text: string): string {
  // What JSON escapes, YAML reads; and what only YAML takes for a line break is none any more.
  return JSON.stringify(toOneLine(text).toWellFormed());
}

/** A tag as Obsidian has them: no spaces, no marks, not digits alone; empty where nothing is left. */
export function toTag(tag: string): string {
  const name = tag.replace(/[^\p{L}\p{M}\p{N}_/-]+/gu, '-').replace(/^[-/]+|[-/]+$/g, '');
  return /^\p{N}+$/u.test(name) ? `_${name}` : name;
}

/**
 * A name for a file on any system, and one that Obsidian can link to. `taken`: each name there is, in lower case, with the
 * number that is free behind it at the earliest.
 */
export function toFileName(title: string, taken: Map<string, number>): string {
  const plain = toOneLine(title.toWellFormed().replace(/[\\/:*?"<>|#^[\]]/g, ' '))
    .slice(0, LONGEST_NAME)
    .replace(/^[. ]+|[. ]+$/g, '');
  const name = plain === '' || RESERVED.test(plain) ? `_${plain}` : plain;
  let [free, count] = [name, taken.get(name.toLowerCase()) ?? 2];
  for (; taken.has(free.toLowerCase()); count += 1) free = `${name} ${count}`;
  taken.set(free.toLowerCase(), 2).set(name.toLowerCase(), count);
  return free;
}

const LONGEST_NAME = 80;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
