// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { toRanges } from '@/lib/anchor/to-range';
import { readPageText } from '@/lib/page/read-page-text';

/** What the ranges of a span cover, as the browser gives it. */
function cover(html: string, start: number, end: number): string[] {
  document.body.innerHTML = html;
  return toRanges({ start, end }, readPageText(document)).map(
    ({ startContainer, startOffset, endContainer, endOffset }) => {
      const range = document.createRange();
      range.setStart(startContainer, startOffset);
      range.setEnd(endContainer, endOffset);
      return `${range}`;
    },
  );
}

describe('toRanges', () => {
  it.each([
    { html: '<p>one two</p>', start: 4, end: 7, covers: ['two'], because: 'within a text' },
    { html: '<p>o<b>ne</b> two</p>', start: 0, end: 5, covers: ['one t'], because: 'across inline elements' },
    { html: '<p>one</p><p>two</p>', start: 1, end: 7, covers: ['ne', 'tw'], because: 'one for each block' },
    { html: '<p>one</p><p>two</p>', start: 3, end: 5, covers: [], because: 'nothing stands between blocks' },
    { html: '<p>one<br>two</p>', start: 3, end: 7, covers: ['two'], because: 'a line break is in no text' },
    { html: '<p>one</p>', start: 2, end: 90, covers: ['e'], because: 'the page has become shorter' },
  ])('$because', ({ html, start, end, covers }) => {
    expect(cover(html, start, end)).toEqual(covers);
  });
});
