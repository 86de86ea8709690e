/**
 * Hands the term index to the content scripts, through `storage.local`. The parts of each generation have keys of their
 * own, written before its first part and, at once with it, the small key that names it; only then are the former ones
 * removed. Whoever reads in between finds a whole index, the old or the new.
 */

import { browser } from 'wxt/browser';
import { listTopicsWithArrivals } from '@/lib/db/arrivals';
import {
  CURRENT_INDEX_KEY,
  type CurrentIndex,
  FIRST_PART_KEY,
  isPartKey,
  partKey,
} from '@/lib/detect/index-store-keys';
import { toStorageError } from '@/lib/model/app-error';
import type { Publication } from './compile-publication';
import { withIndexLock } from './index-lock';

/**
 * Stores the index, unless it is the one in use, as that of `packs` (see `isPublished`), with the topics on which there is
 * something new. Throws `database-full` where there is no room.
 */
export async function publishIndex({ current, first, parts }: Publication, packs: string): Promise<void> {
  const { local } = browser.storage;
  try {
    await withIndexLock(async () => {
      const stored = await local.get(null);
      const named = stored[CURRENT_INDEX_KEY] as CurrentIndex | undefined;
      const isStored =
        named?.generation === current.generation &&
        [FIRST_PART_KEY, ...Object.keys(parts)].every((name) => name in stored);
      if (!isStored) await local.set(parts);
      if (!isStored || named.packs !== packs) {
        const naming = { ...current, packs, news: await listTopicsWithArrivals() };
        await local.set({ [CURRENT_INDEX_KEY]: naming, ...(!isStored && { [FIRST_PART_KEY]: first }) });
      }
      const older = Object.keys(stored).filter((name) => isPartKey(name) && !(name in parts));
      if (older.length > 0) await local.remove(older);
    });
  } catch (thrown) {
    throw toStorageError(thrown);
  }
}

/** Whether the index in use was published as that of `packs`, and all of it is there. */
export async function isPublished(packs: string): Promise<boolean> {
  const { local } = browser.storage;
  const named = (await local.get(CURRENT_INDEX_KEY))[CURRENT_INDEX_KEY] as CurrentIndex | undefined;
  if (named?.packs !== packs) return false;
  const { generation, parts } = named;
  const cold = Array.from({ length: parts }, (_, number) => partKey(generation, number));
  const keys = [FIRST_PART_KEY, partKey(generation, 'cues'), ...cold];
  const stored = await local.get(keys);
  return keys.every((key) => key in stored);
}
