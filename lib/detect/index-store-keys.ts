/** The small key that names the index in use: the only one whose changes content scripts hear of. */
export const CURRENT_INDEX_KEY = 'index:current';

/** What stands under `index:current`. `bytes` is the length of the blob before base64. */
export type CurrentIndex = { generation: string; topics: number; bytes: number };

/** Where one generation of the index is kept, as the base64 string of its blob. */
export function indexKey(generation: string): string {
  return `index:${generation}`;
}
