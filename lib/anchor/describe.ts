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
 * Selectors of a range. What it covers of text that the page's text leaves out (code, closed shadow roots) is
 * quoted as the browser gives it; a range of nothing else stands at position 0.
 */
export function describeRange(range: Range, page: PageText): Selectors {
  let start = -1;
  let end = 0;
  for (const { block, start: before } of page.blocks) {
    block.nodes.forEach((node, index) => {
      if (!range.intersectsNode(node)) return;
      const begin = before + (block.starts[index] as number);
      if (start < 0) start = begin + (node === range.startContainer ? range.startOffset : 0);
      end = begin + (node === range.endContainer ? range.endOffset : node.length);
    });
  }
  start = Math.max(start, 0);
  const covered = page.text.slice(start, end).trim() || range.toString().trim();
  return {
    quote: {
      type: 'TextQuoteSelector',
      exact: evenOut(covered).slice(0, LONGEST_QUOTE),
      prefix: evenOut(page.text.slice(0, start).slice(-4 * CONTEXT_LENGTH)).slice(-CONTEXT_LENGTH),
      suffix: evenOut(page.text.slice(end, end + 4 * CONTEXT_LENGTH)).slice(0, CONTEXT_LENGTH),
    },
    position: { type: 'TextPositionSelector', start, end },
  };
}

function evenOut(text: string): string {
  return text.replace(/\s+/g, ' ');
}
