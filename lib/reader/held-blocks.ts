import type { Mention } from '@/lib/detect/mention';
import type { Block } from '@/lib/page/page-text';

/**
 * A block with mentions, or with terms that may become mentions when more of the page is known. All other text of the
 * page is let go as soon as it has been scanned.
 */
export type HeldBlock = {
  /** Its number in the scan; -1 once it has left the page or has been read anew. */
  id: number;
  block: Block;
  /** What stands in it, and of that what the reader has not quieted. */
  found: Mention[];
  mentions: Mention[];
  /** Those of `mentions` that are painted, and the marks that paint them. */
  painted: Mention[];
  marks: [Highlight, StaticRange][];
};

/** A mention together with the block it stands in. */
export type Spot = { held: HeldBlock; mention: Mention };

/** Whether two spots are of one topic in one place: a page that is read again has other mentions there. */
export function isSameSpot(a: Spot | null, b: Spot | null): boolean {
  const isSame = a && b && a.mention.start === b.mention.start && a.mention.topic === b.mention.topic;
  return !!isSame && a.held.block.nodes[0] === b.held.block.nodes[0];
}

/** Whether a block stands before another in the page. */
export function isBefore(a: HeldBlock, b: HeldBlock): boolean {
  const [first, second] = [a.block.nodes[0], b.block.nodes[0]] as [Text, Text];
  // 4: DOCUMENT_POSITION_FOLLOWING.
  return (first.compareDocumentPosition(second) & 4) > 0;
}
