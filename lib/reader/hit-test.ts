/**
 * Which mention stands at a point of the screen. Asked of the caret, behind the gate of the element at the
 * point; never of `CSS.highlights.highlightsFromPoint`, which walks all highlights.
 */
import { toPoint } from '@/lib/page/page-text';
import type { Spot } from './held-blocks';
import type { PageScan } from './scan-page';

/** A mention at a point, and the rectangle there: one of several where it is broken over lines. */
export type Hit = { spot: Spot; rect: DOMRect };

export type HitTest = ReturnType<typeof createHitTest>;

export function createHitTest(
  document: Document,
  { holds, paintedAt }: Pick<PageScan, 'holds' | 'paintedAt'>,
) {
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
      const caret =
        element && holds(element) && document.caretPositionFromPoint(x, y, { shadowRoots: roots });
      if (!caret) return null;
      for (const spot of paintedAt(caret.offsetNode, caret.offset)) {
        // The caret snaps to the nearest text, which may be far from the point.
        const rect = rectsOf(spot).find(
          ({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom,
        );
        if (rect) return { spot, rect };
      }
      return null;
    },
  };
}
