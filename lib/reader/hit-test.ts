/**
 * Which mention stands at a point of the screen: of those in the element at the point, the one whose rectangle holds
 * it. A pointer asks a hundred times a second, so the rectangles of an element serve for some of that second.
 */
import { toPoint } from '@/lib/page/to-point';
import type { Spot } from './held-blocks';
import type { PageScan } from './scan-page';

/** A mention at a point, and the rectangle there: one of several where it is broken over lines. */
export type Hit = { spot: Spot; rect: DOMRect };

export type HitTest = ReturnType<typeof createHitTest>;

/** After this time at the latest, a changed layout is noticed. */
const FRESH_MS = 100;

export function createHitTest(document: Document, { paintedIn }: Pick<PageScan, 'paintedIn'>) {
  /** One range for all measuring: each live range that lingers is a tax on the page's own edits. */
  const range = document.createRange();
  let known = new Map<Element, Hit[]>();
  let knownUntil = 0;

  /** Where a mention stands in the viewport, line by line; nothing when it has left the page. */
  const rectsOf = ({ held: { block }, mention }: Spot): DOMRect[] => {
    const start = toPoint(block, mention.start, 'start');
    const end = toPoint(block, mention.end, 'end');
    range.setStart(start.node, start.offset);
    range.setEnd(end.node, end.offset);
    return [...range.getClientRects()].filter(({ width }) => width);
  };

  const hitsIn = (element: Element): Hit[] => {
    const now = performance.now();
    if (now > knownUntil) {
      known = new Map();
      knownUntil = now + FRESH_MS;
    }
    let hits = known.get(element);
    if (!hits) {
      hits = paintedIn(element).flatMap((spot) => rectsOf(spot).map((rect) => ({ spot, rect })));
      known.set(element, hits);
    }
    return hits;
  };

  return {
    rectsOf,
    /** The painted mention at a point of the viewport, in CSS pixels; null where there is none. */
    hitAt(x: number, y: number): Hit | null {
      let element = document.elementFromPoint(x, y);
      for (let root = element?.shadowRoot; root; root = element?.shadowRoot) {
        const inner = root.elementFromPoint(x, y);
        if (!inner || inner === element) break;
        element = inner;
      }
      const hit = (element ? hitsIn(element) : []).find(
        ({ rect: { left, right, top, bottom } }) => left <= x && x <= right && top <= y && y <= bottom,
      );
      return hit ?? null;
    },
  };
}
