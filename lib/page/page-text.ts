/**
 * The text of a page, block by block, with the way back from each offset to the page's own text nodes.
 *
 * A block is a run of text that no block element interrupts: what a reader sees as one paragraph, cell or
 * heading. `Hua<b>wei</b>` is one word of one block. Text is taken as the page has it; a line break or an
 * image inside a block adds one character that belongs to no text node.
 */
import {
  BLOCK,
  GAP,
  HOST,
  hostOf,
  isBlock,
  isLeftOut,
  kindByName,
  kindOf,
  LINK,
  QUIET,
  SKIP,
} from './element-kinds';

/**
 * One block. `starts[i]` is the offset in `text` at which `nodes[i]` begins; both are in page order. `end` is for
 * whoever counts what was read. `isNode`: it is one text node, all of it and nothing else.
 */
export type Block = { text: string; nodes: Text[]; starts: number[]; end: number; isNode: boolean };

/** Part of a page: the children of `parent` from `first` on, up to `end` (which is not read; null: to the last). */
export type Stretch = { parent: Node; first: Node | null; end: Node | null };

export type ReadOptions = {
  /**
   * Read what is never painted, too: navigation, page header and footer, controls, lists of links; but nothing that
   * attributes hide.
   */
  withQuiet?: boolean;
  /** Hears of each open shadow root before it is read. */
  onShadowRoot?: (root: ShadowRoot) => void;
  /** Hears that the page changed under a pause in a way that may have hidden nodes from the reading. */
  onTorn?: () => void;
};

/** Nodes before the first breath: few enough that a cold engine stays under a millisecond. */
const FIRST_BREATH = 60;
/** Most nodes between two breaths, once the engine has warmed up: each breath costs as much as some of them. */
const LONGEST_BREATH = 240;

/** Of a line in a list, cell or heading, this share in links makes it an entry of a list of links. */
const LINK_SHARE = 0.7;

/** On the stack of open elements: its shadow root is being read, its own children are still to come. */
const IN_SHADOW = 1024;

/**
 * The platform's getters, to be called on nodes: as a property each would be looked for anew in every one of the hundred
 * kinds of elements, which takes as long as all else in a walk.
 */
let getters: ReturnType<typeof findGetters> | null = null;

function findGetters() {
  const find = <Value>(of: { prototype: object }, name: string) =>
    Object.getOwnPropertyDescriptor(of.prototype, name)?.get as (this: Node) => Value;
  return {
    typeOf: find<number>(Node, 'nodeType'),
    nameOf: find<string>(Element, 'localName'),
    firstOf: find<Node | null>(Node, 'firstChild'),
    nextOf: find<Node | null>(Node, 'nextSibling'),
  };
}

/** The whole body as a stretch; nothing while there is none. */
export function wholePage({ body }: Document): Stretch[] {
  return body ? [{ parent: body, first: body.firstChild, end: null }] : [];
}

/**
 * Reads a stretch in page order. Gives, every few nodes, the blocks that ended among them, if any: a chance to look at
 * the clock and pause. What attributes leave out is still in them (but for `withQuiet`): see `heedAttributes`.
 */
export function* readBlocks(
  { parent, first, end }: Stretch,
  { withQuiet, onShadowRoot, onTorn }: ReadOptions,
): Generator<Block[]> {
  const left = withQuiet ? SKIP : SKIP | QUIET;
  const kindIn = withQuiet ? kindOf : kindByName;
  getters ??= findGetters();
  const { typeOf, nameOf, firstOf, nextOf } = getters;
  let links = 0;
  for (let up: Node | null = parent; up; up = up.parentNode ?? hostOf(up)) {
    const kind = up.nodeType === 1 ? kindIn(up as Element) : 0;
    if (kind & left) return;
    if (kind & LINK) links++;
  }

  /** The block that is being read: its text in parts, and where each of them came from. */
  let parts: string[] = [];
  let nodes: Text[] = [];
  let starts: number[] = [];
  let length = 0;
  let linkLength = 0;
  /** The blocks that have ended since the last breath. */
  let ready: Block[] = [];
  const addGap = () => {
    if (!length || /\s$/.test(parts.at(-1) as string)) return;
    parts.push(' ');
    length++;
  };
  const finish = (container: Node) => {
    if (!length) return;
    const text = parts.length > 1 ? parts.join('') : (parts[0] as string);
    if (withQuiet || !linkLength || !isLinkLine(container as Element, linkLength, text))
      ready.push({ text, nodes, starts, end: 0, isNode: parts.length < 2 });
    length = linkLength = 0;
  };

  /** The elements around the node, and their kinds. */
  const open: Element[] = [];
  const kinds: number[] = [];
  let count = 0;
  let breath = FIRST_BREATH;
  let node = first;
  for (;;) {
    if (++count > breath) {
      breath = Math.min(breath * 2, LONGEST_BREATH);
      count = 0;
      const before = node?.parentNode;
      yield ready;
      ready = [];
      if (node && node.parentNode !== before) {
        // Torn out while we paused: its siblings are out of reach, so go on after its parent.
        onTorn?.();
        node = null;
      }
    }
    if (!node || (node === end && !open.length)) {
      const element = open.pop();
      const kind = kinds.pop() ?? BLOCK;
      if (kind & (BLOCK | IN_SHADOW)) finish(element ?? parent);
      if (!element) break;
      if (kind & IN_SHADOW) {
        open.push(element);
        kinds.push(kind & ~IN_SHADOW);
        node = firstOf.call(element);
        continue;
      }
      if (kind & GAP) addGap();
      if (kind & LINK) links--;
      node = nextOf.call(element);
      continue;
    }
    const type = typeOf.call(node);
    if (type === 1) {
      const element = node as Element;
      const kind = kindIn(element, nameOf.call(element));
      if (kind & BLOCK) finish(open.at(-1) ?? parent);
      if (kind & GAP) addGap();
      if (kind & left) {
        node = nextOf.call(element);
        continue;
      }
      if (kind & LINK) links++;
      const shadow = kind & HOST ? element.shadowRoot : null;
      if (shadow) onShadowRoot?.(shadow);
      open.push(element);
      kinds.push(shadow ? kind | IN_SHADOW : kind);
      node = firstOf.call(shadow ?? element);
    } else {
      const text = type === 3 ? (node as Text).data : '';
      // Indentation before the first word is no part of any block; most text nodes of a page are that.
      if (length ? text : isSaying(text)) {
        if (length) {
          nodes.push(node as Text);
          starts.push(length);
          parts.push(text);
        } else {
          // Most blocks are one text: nothing more is made for those.
          nodes = [node as Text];
          starts = [0];
          parts = [text];
        }
        length += text.length;
        if (links) linkLength += text.length;
      }
      node = nextOf.call(node);
    }
  }
  yield ready;
}

/** Takes out of a block what attributes of elements around it hide or make quiet; returns the text that is left. */
export function heedAttributes(block: Block): string {
  const { text, nodes, starts } = block;
  const isLeft = nodes.map(isLeftOut);
  if (isLeft.includes(true)) {
    const kept = nodes.filter((_, at) => !isLeft[at]);
    // By its first node a block has its place in the page, also where nothing of it is left.
    if (kept.length) block.nodes = kept;
    block.text = '';
    block.starts = [];
    nodes.forEach((_, at) => {
      if (isLeft[at]) return;
      block.starts.push(block.text.length);
      block.text += text.slice(starts[at], starts[at + 1]);
    });
  }
  return block.text;
}

/** Whether a text holds more than white space; nearly always its first unit tells. */
function isSaying(text: string): boolean {
  const unit = text.charCodeAt(0);
  return (unit > 32 && unit < 128) || text.trim() !== '';
}

/** Whether a block of mostly links is an entry of a list of links, rather than prose that links a name. */
function isLinkLine({ localName, parentElement }: Element, linkLength: number, text: string): boolean {
  if (linkLength < text.trim().length * LINK_SHARE) return false;
  return localName === 'p' ? !!parentElement?.closest('li') : localName !== 'h1';
}

/**
 * The smallest stretch that holds every block which a change at `node` can touch: the node itself if it is
 * a block, else its inline neighbours on both sides up to the next block element.
 */
export function stretchAround(node: Node): Stretch | null {
  let child = node;
  while (!isBlock(child) && child.parentElement && !isBlock(child.parentElement)) child = child.parentElement;
  const edge = (side: 'previousSibling' | 'nextSibling') => {
    let at = child;
    for (let next = at[side]; next && !isBlock(child) && !isBlock(next); next = at[side]) at = next;
    return at;
  };
  const parent = child.parentNode;
  return parent && { parent, first: edge('previousSibling'), end: edge('nextSibling').nextSibling };
}

/** All blocks of a page with their starts in the page's text, in which `BLOCK_SEPARATOR` of `read-page-text` stands between them. */
export type PageText = { text: string; blocks: { block: Block; start: number }[] };
