/**
 * Which mention stands at a point of the screen. Asked of the caret, behind the gate of the element at the
 * point; never of `CSS.highlights.highlightsFromPoint`, which walks all highlights.
 */
import { toPoint } from '@/lib/page/page-text';
import type { HeldBlocks, Spot } from './held-blocks';

/** The caret snaps to the nearest text; a pointer this near to a mention still means it, in CSS pixels. */
const SLACK_PX = 1;

/** A mention at a point, and the rectangle there: one of several where it is broken over lines. */
export type Hit = { spot: Spot; rect: DOMRect };

export type HitTest = ReturnType<typeof createHitTest>;

export function createHitTest(document: Document, blocks: () => HeldBlocks) {
  /** One range for all measuring: each live range that lingers is a tax on the page's own edits. */
  const range = document.createRange();

  /** Where a mention stands in the viewport, line by line; nothing when it has left the page. */
  const rectsOf = ({ held: { block }, mention }: Spot): DOMRect[] => {
    const start = toPoint(block, mention.start, 'start');
    const end = toPoint(block, mention.end, 'end');
    range.setStart(start.node, start.offset);
    range.setEnd(end.node, end.offset);
    return [...range.getClientRects()].filter(({ width }) => width);
  };

  return {
    rectsOf,
    /** The painted mention at a point of the viewport, in CSS pixels; null where there is none. */
    hitAt(x: number, y: number): Hit | null {
      const roots: ShadowRoot[] = [];
      let element = document.elementFromPoint(x, y);
      while (element?.shadowRoot && !roots.includes(element.shadowRoot)) {
        roots.push(element.shadowRoot);
        element = element.shadowRoot.elementFromPoint(x, y);
      }
      if (!element || !blocks().holds(element)) return null;
      const caret = document.caretPositionFromPoint(x, y, { shadowRoots: roots });
      const touched = caret ? blocks().paintedAt(caret.offsetNode, caret.offset) : [];
      for (const spot of touched) {
        for (const rect of rectsOf(spot)) {
          const isIn = (low: number, at: number, high: number) =>
            at >= low - SLACK_PX && at <= high + SLACK_PX;
          if (isIn(rect.left, x, rect.right) && isIn(rect.top, y, rect.bottom)) return { spot, rect };
        }
      }
      return null;
    },
  };
}
