import { type PageText, toPoint } from '@/lib/page/page-text';
import type { Anchored } from './anchor';

/**
 * The ranges of a span of the page text, one for each block it reaches into: between blocks stands what is no part of
 * the text, a table's frame or a picture. In page order; empty where the page text is not that of the span.
 */
export function toRanges({ start, end }: Pick<Anchored, 'start' | 'end'>, page: PageText): StaticRange[] {
  const ranges: StaticRange[] = [];
  for (const { block, start: before } of page.blocks) {
    const from = Math.max(0, start - before);
    const to = Math.min(block.text.length, end - before);
    if (from >= to) continue;
    const first = toPoint(block, from, 'start');
    const last = toPoint(block, to, 'end');
    ranges.push(
      new StaticRange({
        startContainer: first.node,
        startOffset: first.offset,
        endContainer: last.node,
        endOffset: last.offset,
      }),
    );
  }
  return ranges;
}
