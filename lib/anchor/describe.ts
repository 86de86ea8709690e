import type { Twins } from '@/lib/model/note';
import type { PageText } from '@/lib/page/page-text';
import { compareTwins } from './compare-twins';
import { findTwin, type Telling } from './find-twin';
import { fold, toFolded } from './fold-page';
import { PASSAGE_LIMITS } from './passage-limits';
import { toSelectors } from './to-selectors';
import { toWanted } from './to-wanted';

/**
 * A range as the page's text has it: what it covers, what stands around it, and where, in UTF-16 units. `telling` and
 * `twins` where it stands elsewhere on the page, too.
 */
export type Passage = {
  start: number;
  end: number;
  exact: string;
  before: string;
  after: string;
  telling: Telling | null;
  twins?: Twins;
};

/**
 * The passage of a range. What it covers of text that the page's text leaves out (code, closed shadow roots) is
 * quoted as the browser gives it; a range of nothing else stands at position 0.
 */
export function describeRange(range: Range, page: PageText): Passage {
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
  return describeSpan(page.text, start, end, page.text.slice(start, end).trim() || `${range}`);
}

/** The passage of a span of a page's text; `exact` is what it says, without white space at its ends. */
export function describeSpan(text: string, start: number, end: number, exact: string): Passage {
  const passage = {
    start,
    end,
    exact: exact.slice(0, PASSAGE_LIMITS.quote),
    before: text.slice(0, start).slice(-PASSAGE_LIMITS.context),
    after: text.slice(end, end + PASSAGE_LIMITS.context),
    telling: null,
  };
  const page = fold(text);
  const twin = findTwin(page.text, toFolded(page, start), toFolded(page, end));
  if (!twin) return passage;
  const { telling, alike } = twin;
  const wanted = toWanted(toSelectors({ ...passage, telling }), page);
  if (!alike || !wanted.exact) return { ...passage, telling };
  return { ...passage, telling, twins: compareTwins(page, wanted, alike) };
}
