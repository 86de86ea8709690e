/**
 * The text of a page, block by block, with the way back from each offset to the page's own text nodes.
 *
 * A block is a run of text that no block element interrupts: what a reader sees as one paragraph, cell or
 * heading. `Hua<b>wei</b>` is one word of one block. Text is taken as the page has it; a line break or an
 * image inside a block adds one character that belongs to no text node.
 */
import {
  ATTRIBUTES,
  BLOCK,
  BREAK,
  GAP,
  isBlock,
  isQuiet,
  kindOfAttributes,
  kindOfName,
  LINK,
  SECTION,
  SKIP,
} from './element-kinds';

/** One block. `starts[i]` is the offset in `text` at which `nodes[i]` begins; both are in page order. */
export type Block = { text: string; nodes: Text[]; starts: number[] };

/** Part of a page: the children of `parent` from `first` on, up to `end` (which is not read; null: to the last). */
export type Stretch = { parent: Node; first: Node | null; end: Node | null };

export type ReadOptions = {
  /** Read what is never painted, too: navigation, page header and footer, controls, lists of links. */
  withQuiet: boolean;
  /** Hears of each open shadow root before it is read. */
  onShadowRoot?: (root: ShadowRoot) => void;
};

/** Nodes between two breaths: few enough that a cold engine stays under a millisecond. */
const NODES_PER_BREATH = 60;

/** Of a line in a list, cell or heading, this share in links makes it an entry of a list of links. */
const LINK_SHARE = 0.7;

/** The whole body as a stretch; null while there is none, and where the page is one big editor. */
export function wholePage({ body, designMode }: Document): Stretch | null {
  return body && designMode !== 'on' ? { parent: body, first: body.firstChild, end: null } : null;
}

/** Marks on the stack of open elements, above the kinds of `element-kinds`. */
const MADE_QUIET = 1024;
const IN_SHADOW = 2048;

/**
 * Reads a stretch in page order. Gives blocks, and `null` every few nodes as a chance to look at the clock
 * and pause. Returns false when the page changed under a pause in a way that may have hidden nodes from it.
 */
export function* readBlocks(
  { parent, first, end }: Stretch,
  { withQuiet, onShadowRoot }: ReadOptions,
): Generator<Block | null, boolean> {
  const open: { element: Element; kind: number }[] = [];
  const marked = new Set<Node>();
  const mark = (root: Node) => {
    const selector = ATTRIBUTES.map((name) => `[${name}]`).join();
    for (const element of (root as ParentNode).querySelectorAll(selector)) marked.add(element);
  };
  let quiet = 0;
  let links = 0;
  let sections = 0;
  /** Counts an element in, and out again by -1. */
  const count = (kind: number, step: 1 | -1) => {
    if (kind & LINK) links += step;
    if (kind & SECTION) sections += step;
    if (kind & MADE_QUIET) quiet += step;
  };

  for (const element of pathTo(parent)) {
    const kind = kindOfName(element) | kindOfAttributes(element);
    if (kind & SKIP) return true;
    count(isQuiet(kind, element, sections > 0) ? kind | MADE_QUIET : kind, 1);
  }
  if (quiet && !withQuiet) return true;
  mark(parent);

  let parts: string[] = [];
  let nodes: Text[] = [];
  let starts: number[] = [];
  let length = 0;
  let linkLength = 0;
  const addGap = (gap: string) => {
    if (length && !/\s$/.test(parts.at(-1) as string)) length += parts.push(gap) && 1;
  };
  /** Ends the block that the text so far makes; null when there is none that is wanted. */
  const finish = (container: Node) => {
    const text = parts.join('');
    const isWanted = length && (withQuiet || !isLinkLine(container as Element, linkLength, text));
    const block = isWanted ? { text, nodes, starts } : null;
    parts = [];
    nodes = [];
    starts = [];
    length = linkLength = 0;
    return block;
  };

  let whole = true;
  let breath = NODES_PER_BREATH;
  let node = first;
  for (;;) {
    if (!--breath) {
      breath = NODES_PER_BREATH;
      const before = node?.parentNode;
      yield null;
      if (node && node.parentNode !== before) {
        // Torn out while we paused: its siblings are out of reach, so go on after its parent.
        whole = false;
        node = null;
      }
    }
    if (!node || (node === end && !open.length)) {
      const last = open.pop();
      const block = !last || last.kind & (BLOCK | IN_SHADOW) ? finish(last?.element ?? parent) : null;
      if (block) yield block;
      if (!last) return whole;
      const { element, kind } = last;
      if (kind & IN_SHADOW) {
        open.push({ element, kind: kind & ~IN_SHADOW });
        node = element.firstChild;
        continue;
      }
      if (kind & GAP) addGap(' ');
      count(kind, -1);
      node = element.nextSibling;
    } else if (node.nodeType === 1) {
      const element = node as Element;
      let kind = kindOfName(element);
      if (marked.has(element)) kind |= kindOfAttributes(element);
      if (isQuiet(kind, element, sections > 0)) kind |= MADE_QUIET;
      if (kind & BLOCK) {
        const block = finish(element.parentNode as Node);
        if (block) yield block;
      } else if (kind & GAP) addGap(' ');
      if (kind & BREAK) addGap('\n');
      if (kind & SKIP || (kind & MADE_QUIET && !withQuiet)) {
        node = element.nextSibling;
        continue;
      }
      count(kind, 1);
      const shadow = kind & (BLOCK | GAP) ? element.shadowRoot : null;
      open.push({ element, kind: shadow ? kind | IN_SHADOW : kind });
      if (shadow) {
        onShadowRoot?.(shadow);
        mark(shadow);
      }
      node = (shadow ?? element).firstChild;
    } else {
      const text = node.nodeType === 3 ? (node as Text).data : '';
      // Indentation before the first word is no part of any block; most text nodes of a page are that.
      if (text && (length || /\S/.test(text))) {
        nodes.push(node as Text);
        starts.push(length);
        parts.push(text);
        length += text.length;
        if (links) linkLength += text.length;
      }
      node = node.nextSibling;
    }
  }
}

/** The element with its ancestors, outermost first, out of shadow roots too. */
function pathTo(node: Node): Element[] {
  const path: Element[] = [];
  for (let up: Node | null = node; up; up = up.parentNode ?? (up as ShadowRoot).host ?? null) {
    if (up.nodeType === 1) path.unshift(up as Element);
  }
  return path;
}

/** Whether a block of mostly links is an entry of a list of links, rather than prose that links a name. */
function isLinkLine({ localName, parentNode }: Element, linkLength: number, text: string): boolean {
  if (!linkLength || linkLength < text.trim().length * LINK_SHARE) return false;
  const name = localName === 'p' ? (parentNode as Element).localName : 'p';
  return localName === 'p' ? /^(?:li|td)$/.test(name) : !/^(?:h1|blockquote|.*caption)$/.test(localName);
}

/**
 * The smallest stretch that holds every block which a change at `node` can touch: the inline neighbours
 * on both sides up to the next block element.
 */
export function stretchAround(node: Node): Stretch | null {
  let child = node;
  if (!isBlock(node))
    while (child.parentNode?.nodeType === 1 && !isBlock(child.parentNode)) child = child.parentNode;
  const parent = child.parentNode;
  if (!parent) return null;
  let first = child;
  let end = child.nextSibling;
  if (!isBlock(child)) {
    while (first.previousSibling && !isBlock(first.previousSibling)) first = first.previousSibling;
    while (end && !isBlock(end)) end = end.nextSibling;
  }
  return { parent, first, end };
}

/** A place in the page: a text node and an offset in it. */
export type Point = { node: Text; offset: number };

/**
 * The place of an offset of the block's text. At the seam of two nodes a `start` is the beginning of the
 * later node, an `end` the end of the earlier one: so a range covers no node it takes no text from.
 */
export function toPoint({ nodes, starts }: Block, offset: number, edge: 'start' | 'end'): Point {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const start = starts[middle] as number;
    if (start < offset || (start === offset && edge === 'start')) low = middle;
    else high = middle;
  }
  const node = nodes[low] as Text;
  return { node, offset: Math.min(offset - (starts[low] as number), node.length) };
}

/** The offset in the block's text of a place in one of its nodes; -1 when the node is not of this block. */
export function toOffset({ nodes, starts }: Block, { node, offset }: Point): number {
  const index = nodes.indexOf(node);
  return index < 0 ? -1 : (starts[index] as number) + offset;
}

/** What stands between two blocks in the text of the page. */
export const BLOCK_SEPARATOR = '\n\n';

/** All blocks of a page with their starts in the page's text, in which `BLOCK_SEPARATOR` stands between them. */
export type PageText = { text: string; blocks: { block: Block; start: number }[] };

/** Reads the whole page in one go, what is never painted too; milliseconds, so only at the reader's wish. */
export function readPageText(document: Document): PageText {
  const stretch = wholePage(document);
  const read = stretch ? [...readBlocks(stretch, { withQuiet: true })].filter((block) => block !== null) : [];
  let start = 0;
  const blocks = read.map((block) => {
    const placed = { block, start };
    start += block.text.length + BLOCK_SEPARATOR.length;
    return placed;
  });
  return { text: read.map(({ text }) => text).join(BLOCK_SEPARATOR), blocks };
}
