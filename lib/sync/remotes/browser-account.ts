/**
 * The reader's browser account as a remote: `storage.sync`, which the browser carries between machines signed in to the
 * same account. It is small (100 KB in all, 8 KB a value, 512 values), so a file is cut into values, with one more that
 * says how many there are: a file of which some are on their way reads as absent.
 */
import { z } from 'zod';
import { AppError } from '@/lib/model/app-error';
import type { Remote, RemoteEntry } from '@/lib/sync/remote';

/** The part of `storage.sync` that is needed. */
export type SyncArea = {
  get(keys: string | string[] | null): Promise<Record<string, unknown>>;
  set(values: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
};

/** Bytes that the whole area holds, names and all. */
const QUOTA_BYTES = 102_400;

/** Characters of base64 in one value; with its name and quotes well below 8,192 bytes. */
const CHUNK = 6_000;

/** What a note takes on average here, packed, in base64, with its share of names; a test measures it. */
const BYTES_PER_NOTE = 340;

const START = 'f:';

const entrySchema = z.object({
  size: z.number().int().nonnegative(),
  chunks: z.number().int().min(0).max(512),
});

/** How many notes of ordinary length fit, roughly, into the whole area. */
export function estimateNotes(): number {
  return Math.floor(QUOTA_BYTES / BYTES_PER_NOTE / 10) * 10;
}

/** The remote in the browser's account. */
export function createBrowserAccount(area: SyncArea): Remote {
  const loadEntry = async (path: string) => {
    const key = toKey(path);
    const read = entrySchema.safeParse((await translate(area.get(key)))[key]);
    return read.success ? read.data : null;
  };
  return {
    serverTimeMs: null,
    async list(folder, { signal } = {}) {
      signal?.throwIfAborted();
      return readEntries(await translate(area.get(null)), folder);
    },
    async get(path, { signal, most, first }) {
      signal?.throwIfAborted();
      const entry = await loadEntry(path);
      if (!entry) return null;
      if (first === undefined && entry.size > most) throw new AppError('remote-too-large');
      const keys = chunkKeys(path, entry.chunks);
      const values = await translate(area.get(keys));
      if (keys.some((key) => typeof values[key] !== 'string')) return null;
      return fromBase64(keys.map((key) => values[key]).join(''));
    },
    async put(path, bytes, { signal } = {}) {
      signal?.throwIfAborted();
      const text = toBase64(bytes);
      const chunks = Math.ceil(text.length / CHUNK);
      const parts = chunkKeys(path, chunks).map((key, at) => [key, text.slice(at * CHUNK, (at + 1) * CHUNK)]);
      // One call: the browser writes all of it or refuses all of it.
      await translate(
        area.set({ ...Object.fromEntries(parts), [toKey(path)]: { size: bytes.byteLength, chunks } }),
      );
    },
    async delete(path, { signal } = {}) {
      signal?.throwIfAborted();
      const entry = await loadEntry(path);
      await translate(area.remove([toKey(path), ...chunkKeys(path, entry?.chunks ?? 0)]));
    },
  };
}

function readEntries(values: Record<string, unknown>, folder: string): RemoteEntry[] {
  const start = folder === '' ? '' : `${folder}/`;
  const entries = new Map<string, RemoteEntry>();
  for (const [key, value] of Object.entries(values)) {
    const read = key.startsWith(START) ? entrySchema.safeParse(value) : null;
    const path = key.slice(START.length);
    if (!read?.success || !path.startsWith(start)) continue;
    const [name = '', ...deeper] = path.slice(start.length).split('/');
    const isFolder = deeper.length > 0;
    entries.set(name, { name, isFolder, size: isFolder ? null : read.data.size });
  }
  return [...entries.values()];
}

function toKey(path: string): string {
  return `${START}${path}`;
}

function chunkKeys(path: string, chunks: number): string[] {
  return Array.from({ length: chunks }, (_, at) => `c:${path}:${at}`);
}

/** The browsers' own words for a full area, and for writing too often. */
async function translate<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    const words = cause instanceof Error ? cause.message : String(cause);
    if (/MAX_WRITE|per_minute|per_hour|rate/i.test(words)) {
      throw new AppError('remote-busy', { retryable: true, cause });
    }
    if (/quota|MAX_ITEMS|exceed/i.test(words)) throw new AppError('remote-full', { cause });
    throw new AppError('remote-failed', { detail: 'storage.sync', retryable: true, cause });
  }
}

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK)
    text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(text);
}

function fromBase64(text: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    // Not base64: a value that is not whole yet.
    return null;
  }
}
