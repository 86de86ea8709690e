import type { Settings } from '@/lib/model/settings';
import type { Mention } from './mention';

const CORE_GROUPS = ['huawei', 'nvidia', 'ascend', 'export-controls'];

/**
 * The mentions to paint, block by block. `blocks` are all blocks of the page in reading order.
 * `calm`: a topic of the core groups once in each block, any other once on the page;
 * `first`: each topic once on the page; `all`: every mention. `onPage` are the topics that
 * earlier blocks have used up: kept from call to call, it lets a growing page be done piece by piece.
 */
export function applyDensity(
  blocks: readonly (readonly Mention[])[],
  density: Settings['density'],
  onPage: Set<string> = new Set(),
): Mention[][] {
  return blocks.map((mentions) => {
    const inBlock = new Set<string>();
    return mentions.filter(({ opens, group }) => {
      if (density === 'all') return true;
      const seen = density === 'calm' && CORE_GROUPS.includes(group) ? inBlock : onPage;
      return !seen.has(opens) && seen.add(opens);
    });
  });
}
