import type { Look } from '@/lib/model/look';
import type { PartName } from './layout';

/** The small key that names the index in use: the only one whose changes content scripts hear of. */
export const CURRENT_INDEX_KEY = 'index:current';

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

/** What is kept of the first part of an index: its bytes in base64, and the look of the paint. */
export type StoredIndex = { blob: string; look: Look };

/** Where the first part of one generation of the index is kept. */
export function indexKey(generation: string): string {
  return `index:${generation}`;
}

/** Where a part of one generation is kept: a cold part as it is, the cues in base64. */
export function partKey(generation: string, part: PartName): string {
  return `${indexKey(generation)}:${part}`;
}
