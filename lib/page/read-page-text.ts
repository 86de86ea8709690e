/** The page's text as passages are described and found in it. Apart from the reading, since few pages are asked for it. */
import { type PageText, type ReadOptions, readBlocks, wholePage } from './page-text';

/** What stands between two blocks in the text of the page. */
const BLOCK_SEPARATOR = '\n\n';

/** Reads the whole page in one go, what is never painted too; milliseconds, so only at the reader's wish. */
export function readPageText(document: Document): PageText {
  const reading = readSlowly(document, {});
  for (;;) {
    const { done, value } = reading.next();
    if (done) return value;
  }
}

/** The same as a generator, which stops every few nodes as a chance to look at the clock and pause. */
export function* readSlowly(
  document: Document,
  options: Pick<ReadOptions, 'onShadowRoot' | 'onTorn'>,
): Generator<void, PageText> {
  const blocks: PageText['blocks'] = [];
  const texts: string[] = [];
  let start = 0;
  for (const stretch of wholePage(document)) {
    for (const given of readBlocks(stretch, { ...options, withQuiet: true })) {
      for (const block of given) {
        blocks.push({ block, start });
        texts.push(block.text);
        start += block.text.length + BLOCK_SEPARATOR.length;
      }
      yield;
    }
  }
  return { text: texts.join(BLOCK_SEPARATOR), blocks };
}
