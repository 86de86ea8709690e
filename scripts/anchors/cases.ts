/** Pages, selections by chance, and what becomes of both under each kind of edit. */
import { describeRange } from '@/lib/anchor/describe';
import { toSelectors } from '@/lib/anchor/to-selectors';
import type { Selectors } from '@/lib/model/note';
import type { PageText } from '@/lib/page/page-text';
import { type Point, toPoint } from '@/lib/page/to-point';
import { createRandom } from '../bench/random.ts';
import { sum } from '../bench/statistics.ts';
import { EDITS, type EditName, type Random } from './edits.ts';
import { anchorLikeHypothesis, describeLikeHypothesis, type HypothesisSelectors } from './hypothesis.ts';
import { countEdits, type Fate, findFate, MOST_DIFFERENT, type Span } from './known-place.ts';
import { readTracked, trackPage } from './tracked-page.ts';

/** A saved page. */
export type SavedPage = { name: string; html: string };

/**
 * Classes of their own: quotes that stood more than once on the page as saved, with the same 20 signs on both sides (menus
 * that a page has twice, filler text), so that only the position tells which; and of the others those under 8 characters.
 */
export type Kind = 'plain' | 'short' | 'repeated';

/** A selection on a page as saved. */
type Selection = Span & { kind: Kind };

/** How it is described, in both ways. */
type Described = { selectors: Selectors; theirs: HypothesisSelectors };

/** A selection after an edit: what has become of it, and where Hypothesis' approach finds it. */
export type Case = {
  selectors: Selectors;
  kind: Kind;
  fate: Fate;
  /** Of a quote that is not repeated, where it stands word for word with the same 20 signs on both sides: no reader could tell that it is another. */
  again: Span | null;
  /** Whether what stands at a place is the quote by the issue's own measure, with the same 20 signs on both sides. */
  isAlike: (found: Span) => boolean;
  /** To be asked before the next page is. */
  askHypothesis: () => Span | null;
};

/** All selections of a page after one kind of edit. */
export type EditedPage = { name: string; edit: EditName; text: string; cases: Case[] };

/** Pages with less text are none to make notes on. */
const LEAST_TEXT = 500;
const LONGEST = 400;
/** Quotes below this are a class of their own; as a note has them, a run of white space as one. */
const SHORT = 8;
/** What must stand on both sides of a quote for it to be a repeated one. */
const AROUND = 20;

/** How many selections are made, of any length and of short ones. */
export type Counts = { any: number; short: number };

/** Edits every page in every way, with selections spread evenly over all their text; all by chance from the seed. */
export function* editPages(
  pages: readonly SavedPage[],
  { any, short }: Counts,
  seed: number,
): Generator<EditedPage> {
  const read = pages.map(({ name, html }) => ({ name, html, text: trackPage(html).first.text }));
  const long = read.filter(({ text }) => text.length >= LEAST_TEXT);
  const all = sum(long.map(({ text }) => text.length));
  let before = 0;
  for (const [index, { name, html, text }] of long.entries()) {
    const after = before + text.length;
    const share = (count: number) => Math.floor((count * after) / all) - Math.floor((count * before) / all);
    const random = createRandom(seed * 1_000_003 + index);
    const selections = [
      ...Array.from({ length: share(any) }, () => select(text, LONGEST, random)),
      ...Array.from({ length: share(short) }, () => select(text, SHORT - 1, random)),
    ];
    const { first } = trackPage(html);
    const described = selections.map((selection) => ({ ...selection, ...describe(first, selection) }));
    for (const edit of Object.keys(EDITS) as EditName[]) yield editPage(name, html, edit, described, random);
    before = after;
  }
}

function select(text: string, longest: number, random: Random): Selection {
  for (;;) {
    const length = 1 + Math.floor(random() * longest);
    let start = Math.floor(random() * (text.length - length));
    let end = start + length;
    // As `describeRange` has it: white space at the ends is no part of a quote. None is made of what nobody sees.
    while (start < end && !text[start]?.trim()) start++;
    while (end > start && !text[end - 1]?.trim()) end--;
    if (/[^\s\p{Cf}]/u.test(text.slice(start, end))) return { start, end, kind: findKind(text, start, end) };
  }
}

function findKind(text: string, start: number, end: number): Kind {
  const { before, quote, after } = withAround(text, { start, end });
  const page = bare(text);
  const whole = before + quote + after;
  if (page.indexOf(whole) !== page.lastIndexOf(whole)) return 'repeated';
  return text.slice(start, end).replace(/\s+/g, ' ').length < SHORT ? 'short' : 'plain';
}

function bare(text: string): string {
  return text.replace(/\s+/g, '');
}

/** What a reader sees of a text: no soft hyphens, and accents of one kind. */
function visible(text: string): string {
  return bare(text)
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '');
}

function withAround(text: string, { start, end }: Span, toSigns = bare) {
  return {
    before: toSigns(text.slice(0, start)).slice(-AROUND),
    quote: toSigns(text.slice(start, end)),
    after: toSigns(text.slice(end)).slice(0, AROUND),
  };
}

/** Finds where in a text a span of another text stands with what was around it; white space does not count. */
function createFinder(text: string): (first: string, span: Span) => Span | null {
  const offsets = [...text.matchAll(/\S/g)].map(({ index }) => index);
  const page = bare(text);
  return (first, span) => {
    const { before, quote, after } = withAround(first, span);
    const found = page.indexOf(before + quote + after);
    const start = found + before.length;
    if (found < 0 || !quote) return null;
    return { start: offsets[start] as number, end: (offsets[start + quote.length - 1] as number) + 1 };
  };
}

/**
 * Whether two places look the same but for what an edit may change of a quote that still stands. Of two equal paragraphs
 * one of which was deleted, or which changed places, only the tracking knows which is which.
 */
export function isAlike(first: string, span: Span, text: string, found: Span): boolean {
  const was = withAround(first, span, visible);
  const is = withAround(text, found, visible);
  return (
    was.before === is.before &&
    was.after === is.after &&
    countEdits(was.quote, is.quote) <= was.quote.length * MOST_DIFFERENT
  );
}

function editPage(
  name: string,
  html: string,
  edit: EditName,
  selections: readonly (Selection & Described)[],
  random: Random,
): EditedPage {
  const tracked = trackPage(html);
  const { first } = tracked;
  const kept = new Uint8Array(first.text.length);
  for (const { start, end } of selections) kept.fill(1, start, end);
  EDITS[edit]({ page: tracked, random, isKept: (origin) => kept[origin] === 1 });
  const { page, ...known } = readTracked(tracked);
  const findAgain = createFinder(page.text);
  const cases = selections.map(({ start, end, kind, selectors, theirs }) => ({
    selectors,
    kind,
    fate: findFate(first.text, { start, end }, page.text, known),
    again: kind !== 'repeated' ? findAgain(first.text, { start, end }) : null,
    isAlike: (found: Span) => kind !== 'repeated' && isAlike(first.text, { start, end }, page.text, found),
    askHypothesis: () => anchorLikeHypothesis(tracked.document, page, theirs),
  }));
  return { name, edit, text: page.text, cases };
}

function describe(page: PageText, span: Span): Described {
  const from = pointAt(page, span.start, 'start');
  const to = pointAt(page, span.end, 'end');
  const range = from.node.ownerDocument.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return {
    selectors: toSelectors(describeRange(range, page)),
    theirs: describeLikeHypothesis(page.text, span, from, to),
  };
}

function pointAt({ blocks }: PageText, offset: number, edge: 'start' | 'end'): Point {
  const at = edge === 'start' ? offset : offset - 1;
  const held = blocks.findLast(({ start }) => start <= at);
  if (!held) throw new Error(`No block holds ${offset}.`);
  return toPoint(held.block, offset - held.start, edge);
}
