import type { TopicsNear } from '@/lib/messages/page';
import { toPoint } from '@/lib/page/to-point';
import type { Spot } from './held-blocks';

/** The topics mentioned in a passage of the page, and those beside it in its paragraphs, each once and in page order. */
export function topicsNear(passage: Range, spots: readonly Spot[]): TopicsNear {
  const within = new Set<string>();
  const around = new Set<string>();
  for (const { held, mention } of spots) {
    if (!held.block.nodes.some((node) => passage.intersectsNode(node))) continue;
    const start = toPoint(held.block, mention.start, 'start');
    const end = toPoint(held.block, mention.end, 'end');
    const isWithin = [start, end].some(({ node, offset }) => passage.isPointInRange(node, offset));
    (isWithin ? within : around).add(mention.opens);
  }
  return { within: [...within], around: [...around.difference(within)] };
}
