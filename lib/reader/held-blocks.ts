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
  marks: { group: string; range: StaticRange }[];
};

/** A mention together with the block it stands in. */
export type Spot = { held: HeldBlock; mention: Mention };

export type HeldBlocks = ReturnType<typeof createHeldBlocks>;

export function createHeldBlocks() {
  let ordered: HeldBlock[] = [];
  let isOrdered = true;
  const ofId = new Map<number, HeldBlock>();
  const ofNode = new WeakMap<Node, HeldBlock>();
  const holders = new WeakSet<Node>();

  return {
    /** All of them in page order. */
    all(): readonly HeldBlock[] {
      // A page is read in its order and grows at its end: nearly always there is nothing to sort.
      if (!isOrdered) ordered.sort((a, b) => (isBefore(a, b) ? -1 : 1));
      isOrdered = true;
      return ordered;
    },
    ofId: (id: number) => ofId.get(id),
    ofNode: (node: Node) => ofNode.get(node),
    /** Whether the element is the parent of text of a held block: the gate before any closer look. */
    holds: (element: Node) => holders.has(element),

    /** Takes a block in. */
    add(id: number, block: Block): HeldBlock {
      const held: HeldBlock = { id, block, mentions: [], painted: [], marks: [] };
      const last = ordered.at(-1);
      isOrdered &&= !last || isBefore(last, held);
      ordered.push(held);
      ofId.set(id, held);
      for (const node of block.nodes) {
        ofNode.set(node, held);
        holders.add(node.parentNode as Node);
      }
      return held;
    },

    /** Lets blocks go. Their text nodes may already belong to other blocks. */
    remove(gone: readonly HeldBlock[]): void {
      const leaving = new Set(gone);
      ordered = ordered.filter((held) => !leaving.has(held));
      for (const held of gone) {
        ofId.delete(held.id);
        for (const node of held.block.nodes) if (ofNode.get(node) === held) ofNode.delete(node);
      }
    },

    /** The painted mentions that a caret at this place touches: two where one ends and the next begins. */
    paintedAt(node: Node, offset: number): Spot[] {
      const held = ofNode.get(node);
      if (!held) return [];
      const at = toOffset(held.block, { node: node as Text, offset });
      const touched = held.painted.filter(({ start, end }) => start <= at && at <= end);
      return touched.map((mention) => ({ held, mention }));
    },
  };
}

/** 4: DOCUMENT_POSITION_FOLLOWING. */
function isBefore(a: HeldBlock, b: HeldBlock): boolean {
  const [first, second] = [a.block.nodes[0], b.block.nodes[0]] as [Text, Text];
  return (first.compareDocumentPosition(second) & 4) > 0;
}
