import type { Settings } from '@/lib/model/settings';
import type { Mention } from './mention';

/**
 * At most 12 % of a screen are painted: of some 1,800 units 8 % as they are read, and 4 % saved up (a leaky bucket).
 */
const SHARE = 0.08;
const ROOM = 72;

/** A block whose mentions are chosen from: its text, and how much of the page was read up to its end, in UTF-16 units. */
export type ReadBlock = { text: string; end: number };

/**
 * Chooses the mentions to paint, block by block in the order of the page. `calm`: a topic of the core groups once in
 * each block, any other once on the page; `first`: each topic once on the page; neither more than a screen's share.
 * `all`: every mention.
 */
export function createChoice(density: Settings['density'], coreGroups: readonly string[]) {
  const onPage = new Map<string, Mention[]>();
  let room = ROOM;
  let read = 0;
  return (mentions: Mention[], { text, end: readEnd }: ReadBlock): Mention[] => {
    if (density === 'all') return mentions;
    room = Math.min(room + Math.max(readEnd - read, text.length) * SHARE, ROOM);
    read = readEnd;
    const inBlock = new Map<string, Mention[]>();
    return mentions.filter((mention) => {
      const { group, start, end } = mention;
      const seen = density === 'calm' && coreGroups.includes(group) ? inBlock : onPage;
      // The first of its group is not asked what it opens.
      const others = seen.get(group) ?? [];
      if (end - start > room || others.some(({ opens }) => opens === mention.opens)) return false;
      room -= end - start;
      return seen.set(group, [...others, mention]);
    });
  };
}
