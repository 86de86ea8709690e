/**
 * Hands the term index to the content scripts, through `storage.local`. Each generation has a key of its
 * own, written before the small key that names it; only then is the former one removed. Whoever reads in
 * between finds a whole index, the old or the new.
 */

import { browser } from 'wxt/browser';
import { compileIndex } from '@/lib/detect/compile-index';
import { CURRENT_INDEX_KEY, type CurrentIndex, indexKey } from '@/lib/detect/index-store-keys';
import { AppError } from '@/lib/model/app-error';
import { toHex } from '@/lib/model/hex';
import type { Topic } from '@/lib/model/pack';

/** A compiled index, ready to be stored. */
export type Publication = { current: CurrentIndex; blob: string };

/**
 * Compiles the index of these topics. The generation is a hash of what the index says: the same topics,
 * compiled by the same version, always give the same one.
 */
export async function computePublication(topics: Topic[]): Promise<Publication> {
  const generation = await computeHash(compileIndex(topics, '').bytes);
  const { bytes } = compileIndex(topics, generation);
  return { current: { generation, topics: topics.length, bytes: bytes.length }, blob: toBase64(bytes) };
}

/** Stores the index unless it is the one in use. Throws `database-full` where there is no room. */
export async function publishIndex({ current, blob }: Publication): Promise<void> {
  const { local } = browser.storage;
  const key = indexKey(current.generation);
  try {
    if (!(await isPublished(current.generation, blob))) {
      await local.set({ [key]: blob });
      await local.set({ [CURRENT_INDEX_KEY]: current });
    }
    const older = Object.keys(await local.get(null)).filter((name) => isGeneration(name) && name !== key);
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

async function computeHash(bytes: Uint8Array): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
  return toHex(hash.subarray(0, 8));
}

async function isPublished(generation: string, blob: string): Promise<boolean> {
  const key = indexKey(generation);
  const stored = await browser.storage.local.get([CURRENT_INDEX_KEY, key]);
  const current = stored[CURRENT_INDEX_KEY] as CurrentIndex | undefined;
  return current?.generation === generation && stored[key] === blob;
}

function isGeneration(key: string): boolean {
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
