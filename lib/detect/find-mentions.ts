import type { Trace } from './judge';
import type { TermIndex } from './load-index';
import type { Mention } from './mention';
import { createScan } from './scan';

/** Start and text of each block of a plain text: blocks are what blank lines separate. */
export function splitBlocks(text: string): { start: number; text: string }[] {
  const blocks: { start: number; text: string }[] = [];
  let start = 0;
  for (const gap of text.matchAll(/\n[^\S\n]*\n\s*/g)) {
    blocks.push({ start, text: text.slice(start, gap.index) });
    start = gap.index + gap[0].length;
  }
  blocks.push({ start, text: text.slice(start) });
  return blocks;
}

/**
 * The mentions in a text that is a page of its own, blocks separated by blank lines. Sorted by start, never
 * overlapping, offsets in the whole text. `trace` hears of each decision, with offsets in its block.
 */
export function findMentions(index: TermIndex, text: string, trace?: Trace): Mention[] {
  const scan = createScan(index, trace);
  const blocks = splitBlocks(text);
  for (const block of blocks) scan.add(block.text);
  return scan.settle().flatMap(({ block, mentions }) => {
    const offset = blocks[block]?.start ?? 0;
    return mentions.map((mention) => ({
      ...mention,
      start: mention.start + offset,
      end: mention.end + offset,
    }));
  });
}
