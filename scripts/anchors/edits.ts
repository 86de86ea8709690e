/** What may happen to a page between two visits, each kind by itself: done to the DOM, every choice by chance. */
import { isBlock } from '@/lib/page/element-kinds';
import { pick } from '../bench/random.ts';
import { replaceUnits, splitNode, type TrackedPage } from './tracked-page.ts';

/** A chance: numbers from 0 up to 1. */
export type Random = () => number;

/** What an edit works on; `isKept` is whether a unit of the first page text belongs to a selection. */
type Edited = { page: TrackedPage; random: Random; isKept: (origin: number) => boolean };
type Edit = (edited: Edited) => void;

/** Of paragraphs this share is moved or deleted, or has another put before it. */
const PARAGRAPHS = 0.2;
const WORDS = 0.1;
/** Shorter blocks are no paragraphs: labels of menus, cells of tables. */
const PARAGRAPH_LENGTH = 60;

/** By name, in the order of the report. */
export const EDITS = {
  unchanged: () => {},
  'words around replaced': (edited) => replaceWords(edited, WORDS, true),
  'words everywhere replaced': (edited) => replaceWords(edited, WORDS, false),
  'paragraphs moved': (edited) => moveParagraphs(edited, PARAGRAPHS),
  'paragraphs inserted': (edited) => insertParagraphs(edited, PARAGRAPHS),
  'paragraphs deleted': (edited) => deleteParagraphs(edited, PARAGRAPHS),
  'markup changed': changeMarkup,
  'white space, entities': rewriteUnits,
  'all of these': (edited) => {
    replaceWords(edited, WORDS / 2, false);
    deleteParagraphs(edited, PARAGRAPHS / 2);
    insertParagraphs(edited, PARAGRAPHS / 2);
    moveParagraphs(edited, PARAGRAPHS / 2);
    changeMarkup(edited);
    rewriteUnits(edited);
  },
} satisfies Record<string, Edit>;

/** Name of a kind of edit. */
export type EditName = keyof typeof EDITS;

function replaceWords({ page, random, isKept }: Edited, wanted: number, around: boolean): void {
  const { length } = page.first.text;
  const free = around ? Array.from({ length }, (_, at) => !isKept(at)).filter(Boolean).length : length;
  // As many words as if all could be replaced.
  const share = Math.min(0.5, (wanted * length) / Math.max(1, free));
  const words = page.first.text.match(/[\p{L}\p{N}]+/gu) ?? ['word'];
  for (const [node, origins] of page.origins) {
    for (const { 0: word, index } of [...node.data.matchAll(/[\p{L}\p{N}]+/gu)].toReversed()) {
      const to = index + word.length;
      if (random() >= share || (around && origins.slice(index, to).some(isKept))) continue;
      // Where words are not parted by spaces, two signs at a time.
      const isLine = /[\u3040-\u30ff\u3400-\u9fff]{5}/.test(word);
      if (isLine) replaceLine(page, node, index, word, random, share, around ? isKept : () => false);
      else replaceUnits(page, node, { from: index, to, text: otherThan(word, words, random) });
    }
  }
}

function replaceLine(
  page: TrackedPage,
  node: Text,
  index: number,
  line: string,
  random: Random,
  share: number,
  isKept: (origin: number) => boolean,
): void {
  const signs = page.first.text.match(/[\u3040-\u30ff\u3400-\u9fff]{2}/g) ?? ['一二'];
  for (let at = 0; at + 2 <= line.length; at += 2) {
    const from = index + at;
    if (
      random() >= share ||
      page.origins
        .get(node)
        ?.slice(from, from + 2)
        .some(isKept)
    )
      continue;
    replaceUnits(page, node, { from, to: from + 2, text: otherThan(line.slice(at, at + 2), signs, random) });
  }
}

function otherThan(word: string, words: readonly string[], random: Random): string {
  for (let tries = 0; tries < 20; tries++) {
    const other = pick(random, words);
    if (other !== word) return other;
  }
  return `${word}s`;
}

/** Elements that hold one block of text, of at least so many characters, and nothing else. */
function findParagraphs({ first }: TrackedPage, least = PARAGRAPH_LENGTH): Element[] {
  const found = first.blocks.flatMap(({ block }) => {
    if (block.text.trim().length < least) return [];
    let element = block.nodes[0]?.parentElement ?? null;
    while (element && !isBlock(element)) element = element.parentElement;
    const isAlone =
      element && bare(element.textContent) === bare(block.nodes.map(({ data }) => data).join(''));
    return isAlone && element !== element?.ownerDocument.body ? [element as Element] : [];
  });
  return [...new Set(found)].filter(({ isConnected }) => isConnected);
}

function bare(text: string): string {
  return text.replace(/\s+/g, '');
}

function moveParagraphs({ page, random }: Edited, share: number): void {
  const paragraphs = findParagraphs(page);
  for (const paragraph of paragraphs) {
    if (random() >= share) continue;
    const before = pick(random, paragraphs);
    if (before !== paragraph && !before.contains(paragraph) && !paragraph.contains(before))
      before.before(paragraph);
  }
}

function insertParagraphs({ page, random }: Edited, share: number): void {
  const words = page.first.text.match(/[\p{L}\p{N}]+/gu) ?? ['word'];
  for (const paragraph of findParagraphs(page)) {
    if (random() >= share) continue;
    const added = page.document.createElement('p');
    added.textContent = `${Array.from({ length: 10 + random() * 60 }, () => pick(random, words)).join(' ')}.`;
    paragraph.before(added);
  }
}

function deleteParagraphs({ page, random }: Edited, share: number): void {
  for (const paragraph of findParagraphs(page)) if (random() < share) paragraph.remove();
}

const INLINE = ['span', 'b', 'em', 'a', 'mark', 'font', 'i'];
const INSTEAD: Record<string, string[]> = {
  p: ['div', 'section', 'blockquote'],
  div: ['p', 'section', 'article'],
  h1: ['h2', 'div'],
  h2: ['h3', 'div'],
  h3: ['h4', 'p'],
  li: ['div', 'p'],
  td: ['th', 'div'],
};

/** Tags changed, words wrapped, inline elements opened up, text nodes cut, line breaks and wrappers put in. */
function changeMarkup({ page, random }: Edited): void {
  const { document } = page;
  for (const paragraph of findParagraphs(page, 1)) {
    const names = INSTEAD[paragraph.localName];
    if (names && random() < 0.5) {
      const other = document.createElement(pick(random, names));
      other.append(...paragraph.childNodes);
      paragraph.replaceWith(other);
    } else if (random() < 0.3) {
      const wrapper = document.createElement('div');
      paragraph.before(wrapper);
      wrapper.append(paragraph);
    }
  }
  for (const element of document.body.querySelectorAll('b,strong,em,i,a,span,font')) {
    if (random() < 0.3) element.replaceWith(...element.childNodes);
  }
  for (const node of [...page.origins.keys()]) {
    if (!node.isConnected) continue;
    let rest = node;
    while (rest.length > 20 && random() < 0.8) {
      const next = splitNode(page, rest, 1 + Math.floor(random() * Math.min(80, rest.length - 2)));
      if (random() < 0.6) {
        const wrapper = document.createElement(pick(random, INLINE));
        rest.before(wrapper);
        wrapper.append(rest);
      } else if (random() < 0.1 && /^\s/.test(next.data)) {
        next.before(document.createElement('br'));
      }
      rest = next;
    }
  }
}

const INSTEAD_OF_UNITS: [RegExp, string[]][] = [
  [/\s/, ['\u00a0', ' ', '\n', '  ', '\n      ', '\u2009', '\u202f']],
  [/['\u2018\u2019]/, ["'", '\u2019', '\u2018']],
  [/["\u201c\u201d\u00ab\u00bb]/, ['"', '\u201c', '\u201d']],
  [/[-\u2010-\u2014]/, ['-', '\u2010', '\u2011', '\u2013', '\u2014']],
];

/** What a page looks the same with: white space, quotation marks and hyphens in other kinds, letters with loose accents, soft hyphens. */
function rewriteUnits({ page, random }: Edited): void {
  for (const node of page.origins.keys()) {
    for (let at = node.length - 1; at >= 0; at--) {
      const unit = node.data[at] as string;
      const instead = INSTEAD_OF_UNITS.find(([pattern]) => pattern.test(unit))?.[1];
      const place = { from: at, to: at + 1, isSame: true };
      if (instead) {
        if (random() < 0.5) replaceUnits(page, node, { ...place, text: pick(random, instead) });
      } else if (unit > '\u007f' && unit.normalize('NFD').length > 1 && random() < 0.5) {
        replaceUnits(page, node, { ...place, text: unit.normalize('NFD') });
      } else if (/[a-z]/.test(unit) && random() < 0.01) {
        replaceUnits(page, node, { ...place, text: `${unit}${pick(random, ['\u00ad', '\u200b'])}` });
      }
    }
  }
}
