/**
 * The blocks of a page that hold mentions: in page order, found from any of their text nodes. All other
 * text of the page is let go as soon as it was scanned.
 */
import type { Mention } from '@/lib/detect/mention';
import { type Block, toOffset } from '@/lib/page/page-text';

/** A block with mentions, or with terms that may become mentions when more of the page is known. */
export type HeldBlock = {
  /** Its number in the scan. */
  id: number;
  block: Block;
  mentions: Mention[];
  /** Those of `mentions` that are painted, and the marks that paint them. */
  painted: Mention[];
  marks: { highlight: Highlight; range: StaticRange }[];
};

/** A mention together with the block it stands in. */
export type Spot = { held: HeldBlock; mention: Mention };

export class HeldBlocks {
  #ordered: HeldBlock[] = [];
  readonly #ofId = new Map<number, HeldBlock>();
  readonly #ofNode = new WeakMap<Node, HeldBlock>();
  readonly #holders = new WeakSet<Element>();

  /** All of them in page order. */
  get all(): readonly HeldBlock[] {
    return this.#ordered;
  }

  /** Whether the element is the parent of text that is painted: the gate before any closer look. */
  holds(element: Element): boolean {
    return this.#holders.has(element);
  }

  ofId(id: number): HeldBlock | undefined {
    return this.#ofId.get(id);
  }

  ofNode(node: Node): HeldBlock | undefined {
    return this.#ofNode.get(node);
  }

  /** Takes a block in at its place in the page. */
  add(id: number, block: Block): HeldBlock {
    const held: HeldBlock = { id, block, mentions: [], painted: [], marks: [] };
    this.#ordered.splice(this.#placeOf(block), 0, held);
    this.#ofId.set(id, held);
    for (const node of block.nodes) this.#ofNode.set(node, held);
    return held;
  }

  /** Lets blocks go. Their text nodes may already belong to other blocks. */
  remove(gone: ReadonlySet<HeldBlock>): void {
    if (gone.size === 0) return;
    this.#ordered = this.#ordered.filter((held) => !gone.has(held));
    for (const held of gone) {
      this.#ofId.delete(held.id);
      for (const node of held.block.nodes) if (this.#ofNode.get(node) === held) this.#ofNode.delete(node);
    }
  }

  /** Says which mentions of a block are painted. */
  setPainted(held: HeldBlock, painted: Mention[]): void {
    held.painted = painted;
    for (const { start, end } of painted) {
      const { nodes, starts } = held.block;
      for (let index = 0; index < nodes.length && (starts[index] as number) < end; index++) {
        const node = nodes[index] as Text;
        const parent = node.parentElement;
        if (parent && (starts[index] as number) + node.length > start) this.#holders.add(parent);
      }
    }
  }

  /** The painted mentions that a caret at this place touches: two where one ends and the next begins. */
  paintedAt(node: Node, offset: number): Spot[] {
    const held = this.#ofNode.get(node);
    const at = held ? toOffset(held.block, { node: node as Text, offset }) : null;
    if (!held || at === null) return [];
    const { painted } = held;
    let low = 0;
    let high = painted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((painted[middle] as Mention).end < at) low = middle + 1;
      else high = middle;
    }
    return painted
      .slice(low, low + 2)
      .filter(({ start }) => start <= at)
      .map((mention) => ({ held, mention }));
  }

  /** Nearly always the end: a page is read in its order, and grows at its end. */
  #placeOf(block: Block): number {
    const node = block.nodes[0] as Text;
    let low = 0;
    let high = this.#ordered.length;
    if (high > 0 && isBefore(this.#ordered[high - 1] as HeldBlock, node)) return high;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(this.#ordered[middle] as HeldBlock, node)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function isBefore(held: HeldBlock, node: Node): boolean {
  const first = held.block.nodes[0] as Text;
  return (first.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
