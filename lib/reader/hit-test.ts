/**
 * Which mention stands at a point of the screen. Asked of the caret, behind the gate of the element at the
 * point; never of `CSS.highlights.highlightsFromPoint`, which walks all highlights.
 */
import { toPoint } from '@/lib/page/page-text';
import type { HeldBlocks, Spot } from './held-blocks';

type Caret = { node: Node; offset: number };

/** The caret snaps to the nearest text; a pointer this near to a mention still means it, in CSS pixels. */
const SLACK_PX = 1;

export class HitTest {
  readonly #document: Document;
  readonly #held: () => HeldBlocks;
  /** One range for all measuring: each live range that lingers is a tax on the page's own edits. */
  readonly #range: Range;

  constructor(document: Document, held: () => HeldBlocks) {
    this.#document = document;
    this.#held = held;
    this.#range = document.createRange();
  }

  /** The painted mention at a point of the viewport, in CSS pixels; null where there is none. */
  spotAt(x: number, y: number): Spot | null {
    const element = elementAt(this.#document, x, y);
    return element && this.#held().holds(element) ? this.spotIn(element, x, y) : null;
  }

  /** The same for an element that is known to stand at the point and to hold mentions. */
  spotIn(element: Element, x: number, y: number): Spot | null {
    const caret = caretAt(this.#document, element, x, y);
    if (!caret) return null;
    const touched = this.#held().paintedAt(caret.node, caret.offset);
    return touched.find((spot) => this.rectAt(spot, x, y) !== null) ?? null;
  }

  /** The rectangle of a mention, one of several where it is broken over lines, that holds the point. */
  rectAt(spot: Spot, x: number, y: number): DOMRect | null {
    return (
      this.rectsOf(spot).find(
        ({ left, right, top, bottom }) =>
          x >= left - SLACK_PX && x <= right + SLACK_PX && y >= top - SLACK_PX && y <= bottom + SLACK_PX,
      ) ?? null
    );
  }

  /** Where a mention stands in the viewport, line by line; nothing when it has left the page. */
  rectsOf({ held: { block }, mention }: Spot): DOMRect[] {
    const start = toPoint(block, mention.start, 'start');
    const end = toPoint(block, mention.end, 'end');
    if (!start.node.isConnected || !end.node.isConnected) return [];
    this.#range.setStart(start.node, Math.min(start.offset, start.node.length));
    this.#range.setEnd(end.node, Math.min(end.offset, end.node.length));
    const rects = [...this.#range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
    this.#range.setStart(this.#document, 0);
    this.#range.collapse(true);
    return rects;
  }
}

/** The innermost element at the point, in open shadow roots too. */
function elementAt(document: Document, x: number, y: number): Element | null {
  let element = document.elementFromPoint(x, y);
  while (element?.shadowRoot) {
    const inner = element.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === element) break;
    element = inner;
  }
  return element;
}

function caretAt(document: Document, element: Element, x: number, y: number): Caret | null {
  const root = element.getRootNode();
  if (document.caretPositionFromPoint) {
    const options = root === document ? {} : { shadowRoots: shadowRootsOf(root) };
    const position = document.caretPositionFromPoint(x, y, options);
    return position && { node: position.offsetNode, offset: position.offset };
  }
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}

function shadowRootsOf(root: Node): ShadowRoot[] {
  const roots: ShadowRoot[] = [];
  for (let up = root; up.nodeType === 11; up = (up as ShadowRoot).host.getRootNode())
    roots.push(up as ShadowRoot);
  return roots;
}
