import type { Candidate } from '@/lib/detect/judge';

/** How many blocks must say the same before it holds for those that say nothing. */
const ENOUGH = 2;

/** How many blocks are asked: a page of thousands says in its first ones what it is about. */
const MOST_ASKED = 200;

/**
 * The topic that the mentions of a topic open by themselves, block by block, be it the neutral one; undefined where they
 * do not agree, or are too few to say.
 */
export function openedByAll(topic: number, blocks: Iterable<Candidate[]>): number | undefined {
  const inBlocks = new Map<number, number>();
  let asked = 0;
  for (const candidates of blocks) {
    const opened = new Set(candidates.map((one) => (one.topic === topic ? one.opens?.() : undefined)));
    for (const one of opened) if (typeof one === 'number') inBlocks.set(one, (inBlocks.get(one) ?? 0) + 1);
    if (inBlocks.size > 1 || ++asked === MOST_ASKED) break;
  }
  const [only, other] = inBlocks;
  return only && !other && only[1] >= ENOUGH ? only[0] : undefined;
}
