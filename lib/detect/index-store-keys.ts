import type { Look } from '@/lib/model/look';
import type { PartName } from './layout';

/** The small key that names the index in use: the only one whose changes content scripts hear of. */
export const CURRENT_INDEX_KEY = 'index:current';

/**
 * The first part of the index in use. It is always written together with the small key, so that a page reads both, and
 * the settings, in one go: a second call to the storage would cost it about as long again.
 */
export const FIRST_PART_KEY = 'index:first';

/**
 * What stands under `index:current`. `bytes` is the length of the first part's blob before base64, `parts` counts the cold
 * ones; `packs` says whose index it is, once it is published. `news`: the topics on which a pack update brought something
 * that the reader has not seen.
 */
export type CurrentIndex = {
  generation: string;
  topics: number;
  bytes: number;
  parts: number;
  packs?: string;
  news?: string[];
};

const PART_KEYS = 'index:';

/** What is kept of the first part of an index: its bytes in base64, and the look of the paint. */
export type StoredIndex = { blob: string; look: Look };

/** The index in use, as it is written in one go. */
export type IndexInUse = { [CURRENT_INDEX_KEY]: CurrentIndex; [FIRST_PART_KEY]: StoredIndex };

/** Where a part of one generation is kept that not every page reads: a cold part as it is, the cues in base64. */
export function partKey(generation: string, part: PartName): string {
  return `${PART_KEYS}${generation}:${part}`;
}

/** Whether a key is that of such a part, of any generation. */
export function isPartKey(key: string): boolean {
  return key.startsWith(PART_KEYS) && key !== CURRENT_INDEX_KEY && key !== FIRST_PART_KEY;
}
