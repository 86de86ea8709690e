/** The least that following a page's edits can cost: what the platform asks for its own part. */
import { untilIdle } from './time-scan';

/** Milliseconds to fetch each edited text once, and to set so many ranges in each of them again. */
export type LeastFollowing = { readMs: number; paintMs: number };

let heard: MutationRecord[] = [];
const painted = new Map<Node, StaticRange[]>();

/** Begins to hear of edits. */
export function hearEdits(): void {
  new MutationObserver((records) => {
    heard.push(...records);
  }).observe(document, { subtree: true, characterData: true });
}

/** Follows the edits heard of since the last call, in idle time. */
export async function followLeast(rangesPerText: number): Promise<LeastFollowing> {
  const highlight = CSS.highlights.get('bench-least') ?? new Highlight();
  CSS.highlights.set('bench-least', highlight);
  await untilIdle();
  const began = performance.now();
  const texts = new Map<Node, string>();
  for (const { target } of heard) texts.set(target, (target as Text).data);
  heard = [];
  const read = performance.now();
  for (const node of texts.keys()) {
    for (const range of painted.get(node) ?? []) highlight.delete(range);
    const ranges: StaticRange[] = [];
    for (let at = 0; at < rangesPerText; at++) {
      const startOffset = at * 8;
      const range = new StaticRange({
        startContainer: node,
        startOffset,
        endContainer: node,
        endOffset: startOffset + 6,
      });
      highlight.add(range);
      ranges.push(range);
    }
    painted.set(node, ranges);
  }
  return { readMs: read - began, paintMs: performance.now() - read };
}
