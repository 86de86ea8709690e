import type { Candidate } from '@/lib/detect/judge';

/** How many blocks are asked: a page of thousands says in its first ones what it is about. */
const MOST_ASKED = 200;

/**
 * The topic that the first mention of a topic with regimes opens by itself, be it the neutral one, where none of the others
 * opens another by itself; else undefined. A page whose first mention is nobody's may be about somebody who is not known.
 */
export function openedByAll(topic: number, blocks: Iterable<Candidate[]>): number | undefined {
  let first: number | undefined;
  let asked = 0;
  for (const candidates of blocks) {
    for (const one of candidates) {
      if (one.topic !== topic) continue;
      const opens = one.opens?.();
      first ??= typeof opens === 'number' ? opens : topic;
      if (typeof opens === 'number' && opens !== first) return undefined;
    }
    if (++asked === MOST_ASKED) break;
  }
  return first;
}
