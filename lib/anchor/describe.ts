/**
 * From a passage of a page to selectors that can be stored: W3C TextQuoteSelector and TextPositionSelector
 * (https://www.w3.org/TR/annotation-model/#selectors). Positions count in the page text of `lib/page`. In
 * quotes every run of white space is one space, as the reader saw it.
 */
import type { Selectors } from '@/lib/model/note';
import { BLOCK_SEPARATOR, type PageText } from '@/lib/page/page-text';

/** Characters of context kept before and after the quote. */
export const CONTEXT_LENGTH = 32;
/** As `NOTE_LIMITS.quote`, which this file cannot import without zod. */
const LONGEST_QUOTE = 10_000;

/**
 * Selectors of a range. What it covers of text that a page's text leaves out (code, editors) is quoted as
 * the browser gives it, at the position where the page's text goes on.
 */
export function describeRange(range: Range, page: PageText): Selectors {
  const start = toPosition(range.startContainer, range.startOffset, page);
  const end = Math.max(start, toPosition(range.endContainer, range.endOffset, page));
  const covered = evenOut(page.text.slice(start, end)).trim();
  const exact = (covered || evenOut(range.toString()).trim()).slice(0, LONGEST_QUOTE);
  return {
    quote: {
      type: 'TextQuoteSelector',
      exact,
      prefix: evenOut(page.text.slice(Math.max(0, start - 4 * CONTEXT_LENGTH), start)).slice(-CONTEXT_LENGTH),
      suffix: evenOut(page.text.slice(end, end + 4 * CONTEXT_LENGTH)).slice(0, CONTEXT_LENGTH),
    },
    position: { type: 'TextPositionSelector', start, end },
  };
}

function evenOut(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** Where a boundary of a range stands in the page's text: itself, or the next text that was read. */
function toPosition(container: Node, offset: number, page: PageText): number {
  const range = (container.ownerDocument ?? (container as Document)).createRange();
  range.setStart(container, offset);
  range.collapse(true);
  let low = 0;
  let high = page.blocks.length;
  // The last block whose text begins before the boundary.
  while (low < high) {
    const middle = (low + high) >> 1;
    if (range.comparePoint(page.blocks[middle]?.nodes[0] as Text, 0) <= 0) low = middle + 1;
    else high = middle;
  }
  const block = page.blocks[low - 1];
  if (!block) return 0;
  const base = page.starts[low - 1] as number;
  for (let index = block.nodes.length - 1; index >= 0; index--) {
    const node = block.nodes[index] as Text;
    const begin = base + (block.starts[index] as number);
    if (node === container) return begin + Math.min(offset, node.length);
    if (range.comparePoint(node, node.length) > 0) continue;
    const next = block.nodes[index + 1];
    if (next) return base + (block.starts[index + 1] as number);
    const isLast = low === page.blocks.length;
    return isLast ? base + block.text.length : base + block.text.length + BLOCK_SEPARATOR.length;
  }
  return base;
}
