/**
 * The text of a page, block by block, with the way back from each offset to the page's own text nodes.
 *
 * A block is a run of text that no block element interrupts: what a reader sees as one paragraph, cell or
 * heading. `Hua<b>wei</b>` is one word of one block. Text is taken as the page has it; a line break or an
 * image inside a block adds one character that belongs to no text node.
 */
import {
  ATTRIBUTED,
  BLOCK,
  BREAK,
  EDGE,
  FORM,
  GAP,
  INLINE,
  isQuiet,
  kindOfAttributes,
  kindOfName,
  LINK,
  QUIET,
  SECTION,
  SKIP,
} from './element-kinds';

/** One block. `starts[i]` is the offset in `text` at which `nodes[i]` begins; both are in page order. */
export type Block = { text: string; nodes: Text[]; starts: number[]; quiet: boolean };

/** Part of a page: the children of `parent` from `first` on, up to `end` (which is not read; null: to the last). */
export type Stretch = { parent: Node; first: Node | null; end: Node | null };

export type ReadOptions = {
  /** `read`: quiet regions are given as quiet blocks; `leave`: they are passed by. */
  quiet: 'read' | 'leave';
  /** Hears of each open shadow root before it is read. */
  onShadowRoot?: (root: ShadowRoot) => void;
};

/** Nodes between two breaths: few enough that a cold engine stays under a millisecond. */
const NODES_PER_BREATH = 60;

/** Of a line in a list, cell or heading, this share in links makes it an entry of a link list. */
const LINK_SHARE = 0.7;

/** The whole body as a stretch; null while there is none, and where the page is one big editor. */
export function wholePage(document: Document): Stretch | null {
  const body = document.body;
  if (!body || document.designMode === 'on') return null;
  return { parent: body, first: body.firstChild, end: null };
}

/**
 * Reads a stretch in page order. Gives blocks, and `null` every few nodes as a chance to look at the clock
 * and pause. Returns false when the page changed under a pause in a way that may have hidden nodes from it.
 */
export function* readBlocks(stretch: Stretch, options: ReadOptions): Generator<Block | null, boolean> {
  const context = contextOf(stretch.parent);
  if (context.skip || (context.quiet && options.quiet === 'leave')) return true;
  const builder = new BlockBuilder();
  const open: Element[] = [];
  const kinds: number[] = [];
  const attributed: Set<Element>[] = [attributedIn(stretch.parent)];
  let { quiet, links, sections } = context;
  let node = stretch.first;
  let whole = true;
  let breath = NODES_PER_BREATH;

  for (;;) {
    if (--breath === 0) {
      breath = NODES_PER_BREATH;
      const parent = node?.parentNode;
      yield null;
      if (node && node.parentNode !== parent) {
        // Torn out while we paused: its siblings are out of reach, so go on after its parent.
        whole = false;
        node = null;
      }
    }

    if (node === null || (node === stretch.end && open.length === 0)) {
      const element = open.pop();
      if (!element) break;
      const kind = kinds.pop() as number;
      if (kind & SHADOW) {
        const block = builder.finish(quiet > 0, element);
        if (block) yield block;
        attributed.pop();
        node = element.firstChild;
        open.push(element);
        kinds.push(kind & ~SHADOW);
        continue;
      }
      if (kind & BLOCK) {
        const block = builder.finish(quiet > 0, element);
        if (block) yield block;
      } else if (kind & GAP) builder.addGap(' ');
      if (kind & LINK) links--;
      if (kind & SECTION) sections--;
      if (kind & MADE_QUIET) quiet--;
      node = element.nextSibling;
      continue;
    }

    const type = node.nodeType;
    if (type === 3 || type === 4) {
      builder.addText(node as Text, links > 0);
      node = node.nextSibling;
      continue;
    }
    if (type !== 1) {
      node = node.nextSibling;
      continue;
    }

    const element = node as Element;
    let kind = kindOfName(element);
    if (attributed[attributed.length - 1]?.has(element)) kind |= kindOfAttributes(element);
    if (kind & BREAK) {
      builder.addGap('\n');
      node = element.nextSibling;
      continue;
    }
    const made = kind & (QUIET | EDGE | FORM) ? isQuiet(kind, element, sections > 0) : false;
    const leave = (kind & SKIP) !== 0 || (made && options.quiet === 'leave');
    if (kind & BLOCK) {
      // What stood before it in the same container is a block of its own.
      const block = builder.finish(quiet > 0, element.parentNode as Element);
      if (block) yield block;
    } else if (kind & GAP) builder.addGap(' ');
    if (leave) {
      node = element.nextSibling;
      continue;
    }
    if (kind & LINK) links++;
    if (kind & SECTION) sections++;
    if (made) {
      quiet++;
      kind |= MADE_QUIET;
    }
    open.push(element);
    const shadow = kind === INLINE || kind & LINK ? null : element.shadowRoot;
    if (shadow) {
      options.onShadowRoot?.(shadow);
      const block = builder.finish(quiet > 0, element);
      if (block) yield block;
      attributed.push(attributedIn(shadow));
      kinds.push(kind | SHADOW);
      node = shadow.firstChild;
    } else {
      kinds.push(kind);
      node = element.firstChild;
    }
  }
  const block = builder.finish(quiet > 0, stretch.parent as Element);
  if (block) yield block;
  return whole;
}

/** Marks on the stack of open elements, above the kinds of `element-kinds`. */
const MADE_QUIET = 1024;
const SHADOW = 2048;

function attributedIn(root: Node): Set<Element> {
  return new Set((root as ParentNode).querySelectorAll(ATTRIBUTED));
}

/** What the ancestors of a place, the place itself included, say about reading it. Shadow hosts count. */
function contextOf(node: Node): { skip: boolean; quiet: number; links: number; sections: number } {
  const path: Element[] = [];
  for (let up: Node | null = node; up; up = up.parentNode ?? (up as ShadowRoot).host ?? null) {
    if (up.nodeType === 1) path.push(up as Element);
  }
  let skip = false;
  let quiet = 0;
  let links = 0;
  let sections = 0;
  for (const element of path.reverse()) {
    const kind = kindOfName(element) | kindOfAttributes(element);
    if (kind & SKIP) skip = true;
    if (kind & LINK) links++;
    if (isQuiet(kind, element, sections > 0)) quiet++;
    if (kind & SECTION) sections++;
  }
  return { skip, quiet, links, sections };
}

class BlockBuilder {
  #parts: string[] = [];
  #nodes: Text[] = [];
  #starts: number[] = [];
  #length = 0;
  #linkLength = 0;

  addText(node: Text, inLink: boolean): void {
    const text = node.data;
    // Indentation before the first word is no part of any block; most text nodes of a page are that.
    if (this.#length === 0 && isBlank(text)) return;
    if (text.length === 0) return;
    this.#nodes.push(node);
    this.#starts.push(this.#length);
    this.#parts.push(text);
    this.#length += text.length;
    if (inLink) this.#linkLength += text.length;
  }

  addGap(gap: string): void {
    if (this.#length === 0) return;
    const last = this.#parts[this.#parts.length - 1] as string;
    if (last.charCodeAt(last.length - 1) <= 32) return;
    this.#parts.push(gap);
    this.#length++;
  }

  finish(quiet: boolean, container: Element): Block | null {
    if (this.#length === 0) return null;
    const text = this.#parts.length === 1 ? (this.#parts[0] as string) : this.#parts.join('');
    const inList = this.#linkLength > 0 && isLinkLine(container, this.#linkLength, text.trim().length);
    const block = { text, nodes: this.#nodes, starts: this.#starts, quiet: quiet || inList };
    this.#parts = [];
    this.#nodes = [];
    this.#starts = [];
    this.#length = 0;
    this.#linkLength = 0;
    return block;
  }
}

function isBlank(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 32) return false;
  return true;
}

/** Whether a block of mostly links is an entry of a list of links, rather than prose that links a name. */
function isLinkLine(container: Element, linkLength: number, length: number): boolean {
  if (linkLength < length * LINK_SHARE) return false;
  const name = container.localName;
  if (name === 'h1' || name === 'blockquote' || name === 'figcaption' || name === 'caption') return false;
  if (name !== 'p') return true;
  const around = container.parentElement?.localName;
  return (
    around === 'li' ||
    around === 'td' ||
    startsWithLink(container.previousElementSibling) ||
    startsWithLink(container.nextElementSibling)
  );
}

function startsWithLink(paragraph: Element | null): boolean {
  const link = paragraph?.firstElementChild;
  return link?.localName === 'a' && link.textContent?.length === paragraph?.textContent?.trim().length;
}

/**
 * The smallest stretch that holds every block which a change at `node` can touch: the inline neighbours
 * on both sides up to the next block element.
 */
export function stretchAround(node: Node): Stretch | null {
  let child = node;
  let parent = child.parentNode;
  while (parent && parent.nodeType === 1 && !(kindOfName(parent as Element) & BLOCK)) {
    child = parent;
    parent = child.parentNode;
  }
  if (!parent) return null;
  let first = child;
  for (let before = child.previousSibling; before && !endsBlock(before); before = before.previousSibling) {
    first = before;
  }
  let end = child.nextSibling;
  while (end && !endsBlock(end)) end = end.nextSibling;
  return { parent, first, end };
}

function endsBlock(node: Node): boolean {
  return node.nodeType === 1 && (kindOfName(node as Element) & BLOCK) !== 0;
}

/** A place in the page: a text node and an offset in it. */
export type Point = { node: Text; offset: number };

/** Index of the last node that begins at or before the offset. */
function nodeIndexAt(block: Block, offset: number): number {
  let low = 0;
  let high = block.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((block.starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * The place of an offset of the block's text. At the seam of two nodes a `start` is the beginning of the
 * later node, an `end` the end of the earlier one: so a range covers no node it takes no text from.
 */
export function toPoint(block: Block, offset: number, edge: 'start' | 'end'): Point {
  const index = nodeIndexAt(block, edge === 'end' && offset > 0 ? offset - 1 : offset);
  const node = block.nodes[index] as Text;
  return { node, offset: Math.min(offset - (block.starts[index] as number), node.length) };
}

/** The offset in the block's text of a place in one of its nodes; null when the node is not of this block. */
export function toOffset(block: Block, point: Point): number | null {
  const index = block.nodes.indexOf(point.node);
  return index < 0 ? null : (block.starts[index] as number) + point.offset;
}

/** What stands between two blocks in the text of the page. */
export const BLOCK_SEPARATOR = '\n\n';

/** All text of a page at once, quiet regions too: what selectors of notes count in. */
export type PageText = { text: string; blocks: Block[]; starts: number[] };

/** Reads the whole page in one go; a few milliseconds on a long page, so only at the reader's wish. */
export function readPageText(document: Document): PageText {
  const page: PageText = { text: '', blocks: [], starts: [] };
  const stretch = wholePage(document);
  if (!stretch) return page;
  let length = 0;
  for (const block of readBlocks(stretch, { quiet: 'read' })) {
    if (!block) continue;
    page.blocks.push(block);
    page.starts.push(length);
    length += block.text.length + BLOCK_SEPARATOR.length;
  }
  page.text = page.blocks.map((block) => block.text).join(BLOCK_SEPARATOR);
  return page;
}
