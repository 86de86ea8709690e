/**
 * Hands the term index to the content scripts, through `storage.local`. Each generation has keys of its
 * own, written before the small key that names it; only then are the former ones removed. Whoever reads in
 * between finds a whole index, the old or the new.
 */

import { browser } from 'wxt/browser';
import { compileIndex } from '@/lib/detect/compile-index';
import {
  CURRENT_INDEX_KEY,
  type CurrentIndex,
  indexKey,
  partKey,
  type StoredIndex,
} from '@/lib/detect/index-store-keys';
import type { ColdPart } from '@/lib/detect/layout';
import { AppError } from '@/lib/model/app-error';
import { toHex } from '@/lib/model/hex';
import { LOOK } from '@/lib/model/look';
import type { Topic } from '@/lib/model/pack';

/** A compiled index, ready to be stored: its small key, and what stands under the keys of its generation. */
export type Publication = { current: CurrentIndex; items: Record<string, StoredIndex | ColdPart> };

/**
 * Compiles the index of these topics. The generation is a hash of what the index says: the same topics,
 * compiled by the same version, always give the same one.
 */
export async function computePublication(topics: Topic[]): Promise<Publication> {
  const { bytes, parts, cues } = compileIndex(topics);
  const generation = await computeHash(
    new Blob([new Uint8Array(bytes), new Uint8Array(cues), JSON.stringify([parts, LOOK])]),
  );
  const items: Publication['items'] = { [indexKey(generation)]: { blob: toBase64(bytes), look: LOOK } };
  items[partKey(generation, 'cues')] = toBase64(cues);
  parts.forEach((part, number) => {
    items[partKey(generation, number)] = part;
  });
  return {
    current: { generation, topics: topics.length, bytes: bytes.length, parts: parts.length },
    items,
  };
}

/** Stores the index unless it is the one in use. Throws `database-full` where there is no room. */
export async function publishIndex({ current, items }: Publication): Promise<void> {
  const { local } = browser.storage;
  try {
    const stored = await local.get(null);
    const named = stored[CURRENT_INDEX_KEY] as CurrentIndex | undefined;
    const isStored = Object.keys(items).every((name) => name in stored);
    if (!isStored || named?.generation !== current.generation) {
      await local.set(items);
      await local.set({ [CURRENT_INDEX_KEY]: current });
    }
    const older = Object.keys(stored).filter((name) => isOfGeneration(name) && !(name in items));
    if (older.length > 0) await local.remove(older);
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new AppError(/quota|disk|space/i.test(detail) ? 'database-full' : 'unexpected', {
      detail,
      retryable: true,
      cause,
    });
  }
}

async function computeHash(content: Blob): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await content.arrayBuffer()));
  return toHex(hash.subarray(0, 8));
}

function isOfGeneration(key: string): boolean {
  return key.startsWith(indexKey('')) && key !== CURRENT_INDEX_KEY;
}

function toBase64(bytes: Uint8Array & { toBase64?: () => string }): string {
  if (bytes.toBase64) return bytes.toBase64();
  const parts: string[] = [];
  // In pieces: a call takes only so many arguments.
  for (let start = 0; start < bytes.length; start += 0x8000) {
    parts.push(String.fromCharCode(...bytes.subarray(start, start + 0x8000)));
  }
  return btoa(parts.join(''));
}
