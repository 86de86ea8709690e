/**
 * The approach that Hypothesis' client has published (hypothesis/client, `src/annotator/anchoring`), written anew from
 * its description to stand beside ours: the range by its elements, then the position, each only if the quote stands
 * there; then the quote, which may differ in half of its characters, wherever quote, context and position together
 * score best (50, 20 and 20, 2). There is no least score.
 */
import search from 'approx-string-match';
import type { PageText } from '@/lib/page/page-text';
import type { Point } from '@/lib/page/to-point';
import type { Span } from './known-place.ts';

const CONTEXT = 32;
const WEIGHTS = { quote: 50, prefix: 20, suffix: 20, position: 2 };
const MOST_ERRORS = 256;

/** A place by the elements around it: name and number among its siblings of that name, and units of text before it in the last. */
type Path = { steps: [name: string, number: number][]; offset: number };

/** All three of their selectors. */
export type HypothesisSelectors = Span & {
  exact: string;
  prefix: string;
  suffix: string;
  from: Path;
  to: Path;
};

/** Describes a span of a page text and the points at its ends. */
export function describeLikeHypothesis(
  text: string,
  { start, end }: Span,
  from: Point,
  to: Point,
): HypothesisSelectors {
  return {
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT), start),
    suffix: text.slice(end, end + CONTEXT),
    from: toPath(from),
    to: toPath(to),
  };
}

/** Finds the place again; null where nothing is alike. */
export function anchorLikeHypothesis(
  document: Document,
  page: PageText,
  selectors: HypothesisSelectors,
): Span | null {
  const { text } = page;
  const { exact, start, end } = selectors;
  const byRange = {
    start: findPath(document, page, selectors.from),
    end: findPath(document, page, selectors.to),
  };
  if (byRange.start >= 0 && text.slice(byRange.start, byRange.end) === exact) return byRange;
  if (text.slice(start, end) === exact) return { start, end };
  const matches = searchQuote(text, exact, Math.min(MOST_ERRORS, exact.length / 2));
  const scored = matches.map((match) => ({ ...match, score: toScore(text, selectors, match) }));
  return scored.toSorted((a, b) => b.score - a.score)[0] ?? null;
}

type Match = Span & { errors: number };

function toScore(text: string, { exact, prefix, suffix, start }: HypothesisSelectors, match: Match): number {
  const before = text.slice(Math.max(0, match.start - prefix.length), match.start);
  const after = text.slice(match.end, match.end + suffix.length);
  return (
    WEIGHTS.quote * (1 - match.errors / exact.length) +
    WEIGHTS.prefix * (prefix ? likeness(before, prefix) : 1) +
    WEIGHTS.suffix * (suffix ? likeness(after, suffix) : 1) +
    WEIGHTS.position * (1 - Math.abs(match.start - start) / text.length)
  );
}

function likeness(text: string, wanted: string): number {
  const [match] = text ? searchQuote(text, wanted, wanted.length) : [];
  return match ? 1 - match.errors / wanted.length : 0;
}

/** Word for word wherever it stands so, else with the fewest errors. */
function searchQuote(text: string, quote: string, most: number): Match[] {
  const matches: Match[] = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1))
    matches.push({ start: at, end: at + quote.length, errors: 0 });
  return matches.length > 0 ? matches : search(text, quote, most);
}

function toPath({ node, offset }: Point): Path {
  const parent = node.parentElement as Element;
  const steps: Path['steps'] = [];
  for (let at: Element | null = parent; at && at.localName !== 'body'; at = at.parentElement) {
    const { localName, parentElement } = at;
    steps.unshift([
      localName,
      [...(parentElement?.children ?? [])].filter((other) => other.localName === localName).indexOf(at),
    ]);
  }
  let before = 0;
  for (const other of textsIn(parent)) {
    if (other === node) break;
    before += other.length;
  }
  return { steps, offset: before + offset };
}

/** The offset in the page text, -1 where there is no such place. */
function findPath(document: Document, { blocks }: PageText, { steps, offset }: Path): number {
  let element: Element | undefined = document.body;
  for (const [name, number] of steps)
    element = [...(element?.children ?? [])].filter(({ localName }) => localName === name)[number];
  let left = offset;
  for (const node of element ? textsIn(element) : []) {
    if (left > node.length) {
      left -= node.length;
      continue;
    }
    for (const { block, start } of blocks) {
      const index = block.nodes.indexOf(node);
      if (index >= 0) return start + (block.starts[index] as number) + left;
    }
    return -1;
  }
  return -1;
}

function textsIn(element: Element): Text[] {
  const walker = element.ownerDocument.createTreeWalker(element, 4);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts;
}
