/**
 * From a passage of a page to selectors that can be stored: W3C TextQuoteSelector and TextPositionSelector
 * (https://www.w3.org/TR/annotation-model/#selectors). Positions count in the page text of `lib/page`. In
 * quotes every run of white space is one space, as the reader saw it.
 */
import type { Selectors } from '@/lib/model/note';
import type { PageText } from '@/lib/page/page-text';

/** Characters of context kept before and after the quote. */
export const CONTEXT_LENGTH = 32;
/** As `NOTE_LIMITS.quote`, which this file cannot import without zod. */
const LONGEST_QUOTE = 10_000;

/**
 * Selectors of a range. Of text that the page's text leaves out (code, editors) the quote is what the
 * browser says it is, the position where the page's text goes on.
 */
export function describeRange(range: Range, page: PageText): Selectors {
  let start = toPosition(range.startContainer, range.startOffset, page);
  let end = toPosition(range.endContainer, range.endOffset, page);
  const covered = page.text.slice(start, end);
  start += covered.length - covered.trimStart().length;
  end = Math.max(start, end - covered.length + covered.trimEnd().length);
  const exact = evenOut(covered.trim() || range.toString().trim()).slice(0, LONGEST_QUOTE);
  const before = page.text.slice(Math.max(0, start - 4 * CONTEXT_LENGTH), start);
  const after = page.text.slice(end, end + 4 * CONTEXT_LENGTH);
  return {
    quote: {
      type: 'TextQuoteSelector',
      exact,
      prefix: evenOut(before).slice(-CONTEXT_LENGTH),
      suffix: evenOut(after).slice(0, CONTEXT_LENGTH),
    },
    position: { type: 'TextPositionSelector', start, end },
  };
}

function evenOut(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** Where a boundary of a range stands in the page's text: itself, or the next text that was read. */
function toPosition(container: Node, offset: number, { text, blocks }: PageText): number {
  const child = container.childNodes[offset];
  const from = child ?? container;
  for (const { block, start } of blocks) {
    for (const [index, node] of block.nodes.entries()) {
      const begin = start + (block.starts[index] as number);
      if (node === container) return begin + offset;
      const order = from.compareDocumentPosition(node);
      // 4: follows; 16: stands inside, which counts for the child at the boundary only; 1: in a shadow root.
      if (node === from || (order & 5) === 4) if (child || !(order & 16)) return begin;
    }
  }
  return text.length;
}
