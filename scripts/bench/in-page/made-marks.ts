/** Marks laid over a page's own words: as many as wanted, wherever they happen to stand. */
import type { Mention } from '@/lib/detect/mention';
import { readBlocks, wholePage } from '@/lib/page/page-text';
import { toPoint } from '@/lib/page/to-point';
import type { HeldBlock } from '@/lib/reader/held-blocks';
import { openIndex, openPainter } from './indexes';
import { untilIdle } from './time-scan';

const GROUPS = ['huawei', 'nvidia', 'ascend', 'export-controls', 'other'];
const SPAN_CLASS = 'bench-mark';

/** How the marks are made: by the product's painter, by the platform's calls alone, or by spans around the words. */
export type Marking = 'paint' | 'bare' | 'spans';

/** Marks so many words, evenly spread. Returns the milliseconds of our JavaScript; null on a page with fewer words. */
export async function markWords(count: number, marking: Marking): Promise<number | null> {
  const blocks = layMarks(count);
  if (!blocks) return null;
  const { look } = await openIndex('shipped');
  const painter = openPainter(look);
  const places = placesOf(blocks);
  await untilIdle();
  const began = performance.now();
  if (marking === 'paint') {
    for (const held of blocks) painter.paint(held, held.mentions);
  } else if (marking === 'bare') paintBare(places);
  else wrapInSpans(blocks);
  return performance.now() - began;
}

/** Resolves when what was changed has been drawn. */
export function untilDrawn(): Promise<void> {
  return new Promise((resolve) =>
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))),
  );
}

function layMarks(count: number): HeldBlock[] | null {
  const words: { block: number; start: number; end: number }[] = [];
  const blocks: HeldBlock[] = [];
  for (const stretch of wholePage(document)) {
    for (const block of [...readBlocks(stretch, {})].flat()) {
      for (const { index, 0: word } of block.text.matchAll(/\p{L}{3,}/gu)) {
        words.push({ block: blocks.length, start: index, end: index + word.length });
      }
      blocks.push({ id: blocks.length, block, found: [], mentions: [], painted: [], marks: [] });
    }
  }
  if (words.length < count) return null;
  for (let at = 0; at < count; at++) {
    const { block, start, end } = words[Math.floor((at * words.length) / count)] as (typeof words)[0];
    const group = GROUPS[at % GROUPS.length] as string;
    const mention: Mention = { start, end, topic: group, group, opens: group };
    blocks[block]?.mentions.push(mention);
  }
  return blocks.filter(({ mentions }) => mentions.length > 0);
}

function placesOf(held: HeldBlock[]): StaticRangeInit[] {
  return held.flatMap(({ block, mentions }) =>
    mentions.map(({ start, end }) => {
      const from = toPoint(block, start, 'start');
      const to = toPoint(block, end, 'end');
      return {
        startContainer: from.node,
        startOffset: from.offset,
        endContainer: to.node,
        endOffset: to.offset,
      };
    }),
  );
}

/** The least that painting with highlights can cost: one highlight for all, every place known before. */
function paintBare(places: StaticRangeInit[]): void {
  const highlight = new Highlight();
  for (const place of places) highlight.add(new StaticRange(place));
  CSS.highlights.set('bench-bare', highlight);
}

/** What painting is set against: each piece of a word that stands in one text node gets a span of its own. */
function wrapInSpans(held: HeldBlock[]): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    `.${SPAN_CLASS}{text-decoration:underline dotted 1.5px#888b;text-underline-offset:.18em}`,
  );
  document.adoptedStyleSheets.push(sheet);
  for (const { block, mentions } of held) {
    // From the last to the first: what stands before a wrapped word keeps its place.
    for (const { start, end } of mentions.toReversed()) {
      for (let at = block.nodes.length - 1; at >= 0; at--) {
        const node = block.nodes[at] as Text;
        const from = Math.max(start - (block.starts[at] as number), 0);
        const to = Math.min(end - (block.starts[at] as number), node.length);
        if (from >= to) continue;
        const word = node.splitText(from);
        word.splitText(to - from);
        const span = document.createElement('span');
        span.className = SPAN_CLASS;
        word.replaceWith(span);
        span.append(word);
      }
    }
  }
}
