import type { CardSubject } from '@/lib/messages/card-port';
import type { Spot } from './held-blocks';
import { readSelection } from './read-selection';

/** What is selected: where it stands on the screen, and what a card needs to write on it. */
export type Selected = { near: Element; rects: () => DOMRect[]; subject: CardSubject };

/** What the reader has selected, as a place for a card, which it keeps when something else is selected; null for nothing. */
export async function findSelected(document: Document, mentions: readonly Spot[]): Promise<Selected | null> {
  const live = document.getSelection();
  if (!live?.rangeCount) return null;
  const { startContainer: start, startOffset, endContainer: end, endOffset } = live.getRangeAt(0);
  const selection = await readSelection(document, mentions);
  if (!selection) return null;
  const { innerHeight } = document.defaultView as Window;
  return {
    near: start.nodeType === 1 ? (start as Element) : (start.parentElement as Element),
    rects() {
      // Measured by a range that does not linger: each is a tax on the page's own edits.
      const range = document.createRange();
      range.setStart(start, Math.min(startOffset, lengthOf(start)));
      range.setEnd(end, Math.min(endOffset, lengthOf(end)));
      // Of a long passage what is on screen: a card above or below all of it would be out of sight.
      return [...range.getClientRects()].filter(
        ({ width, bottom, top }) => width && bottom > 0 && top < innerHeight,
      );
    },
    subject: { type: 'write', selection },
  };
}

function lengthOf(node: Node): number {
  return node.nodeType === 3 ? (node as Text).length : node.childNodes.length;
}
