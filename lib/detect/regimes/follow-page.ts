import type { Candidate } from '@/lib/detect/judge';

/** How many blocks are asked: a page of thousands says in its first ones what it is about. */
const MOST_ASKED = 200;

/** What the mentions up to one place of the page open by themselves: the last of them, and all; of no card is the neutral topic. */
type Read = { last?: number; told: number[] };

/**
 * What a mention opens of which its own block only says what it can be: as "the export controls" is read, that of which the
 * page has spoken before. It is the one topic that it can be and that earlier mentions open by themselves; none where two do,
 * or where the last of those is somebody's who has no card, unless the block says which one it can be. A page whose first
 * mention is nobody's may be about somebody who is not known. `blocks` in the order of the page.
 */
export function followPage(
  topic: number,
  blocks: Iterable<Candidate[]>,
): (candidate: Candidate, possible: number[]) => number | undefined {
  const readBefore = new Map<Candidate, Read>();
  let read: Read = { told: [] };
  let first: number | undefined;
  let asked = 0;
  for (const candidates of blocks) {
    for (const one of candidates) {
      if (one.topic !== topic) continue;
      readBefore.set(one, read);
      const opens = one.opens?.();
      const last = typeof opens === 'number' ? opens : undefined;
      first ??= last ?? topic;
      if (last !== undefined) read = { last, told: [...new Set([...read.told, last])] };
    }
    if (++asked === MOST_ASKED) break;
  }
  return (candidate, possible) => {
    const { last, told } = readBefore.get(candidate) ?? read;
    const [only, other] = told.filter((one) => possible.includes(one));
    const isNobodys = first === topic || (last === topic && possible.length > 1);
    return isNobodys || other !== undefined ? undefined : only;
  };
}
