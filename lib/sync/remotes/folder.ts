/**
 * A folder on this machine as a remote (File System Access). What moves its files between machines is the reader's
 * own: a drive, Syncthing, a cloud's client. Half-copied files and conflict copies are no trouble, since a file is
 * what its name says or nothing.
 */
import { AppError } from '@/lib/model/app-error';
import type { Remote, RemoteEntry } from '@/lib/sync/remote';

const ROOT = ['sidelight', 'v1'];

/** More than any of our folders holds. */
const MOST_ENTRIES = 25_000;

/** The remote in a folder that the reader has chosen. */
export function createFolder(root: FileSystemDirectoryHandle): Remote {
  const open = async (path: string[], create: boolean): Promise<FileSystemDirectoryHandle> => {
    let folder = root;
    for (const name of [...ROOT, ...path]) folder = await folder.getDirectoryHandle(name, { create });
    return folder;
  };
  const split = (path: string) => {
    const names = path.split('/');
    return { folder: names.slice(0, -1), name: names.at(-1) ?? '' };
  };
  return {
    serverTimeMs: null,
    list: (folder, { signal } = {}) =>
      translate([], async () => {
        signal?.throwIfAborted();
        const entries: RemoteEntry[] = [];
        for await (const handle of (await open(folder.split('/').filter(Boolean), false)).values()) {
          if (entries.length >= MOST_ENTRIES) throw new AppError('remote-too-large');
          const isFolder = handle.kind === 'directory';
          const file = isFolder ? null : await translate(null, () => handle.getFile());
          // Moved away in this moment, as programs that carry folders do: one file is missing, not all of them.
          if (!isFolder && !file) continue;
          entries.push({ name: handle.name, isFolder, size: file?.size ?? null });
        }
        return entries;
      }),
    get: (path, { signal, most, first }) =>
      translate(null, async () => {
        signal?.throwIfAborted();
        const { folder, name } = split(path);
        const file = await (await (await open(folder, false)).getFileHandle(name)).getFile();
        if (first === undefined && file.size > most) throw new AppError('remote-too-large');
        return new Uint8Array(await file.slice(0, first ?? most).arrayBuffer());
      }),
    put: (path, bytes, { signal } = {}) =>
      translate(new AppError('remote-absent'), async () => {
        signal?.throwIfAborted();
        const { folder, name } = split(path);
        const file = await (await open(folder, true)).getFileHandle(name, { create: true });
        // Written beside the file, and put in its place when it is whole.
        const writable = await file.createWritable();
        try {
          await writable.write(bytes as Uint8Array<ArrayBuffer>);
          await writable.close();
        } catch (thrown) {
          // Lets go of the file beside; the reason is what counts, not whether that works.
          await writable.abort().catch(() => null);
          throw thrown;
        }
      }),
    delete: (path, { signal } = {}) =>
      translate(undefined, async () => {
        signal?.throwIfAborted();
        const { folder, name } = split(path);
        await (await open(folder, false)).removeEntry(name);
      }),
  };
}

/** Runs the work; what is not there is `absent`, thrown where that is a failure, and the browser's refusals get our codes. */
async function translate<T>(absent: T | AppError, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (!(cause instanceof DOMException)) throw cause;
    switch (cause.name) {
      case 'NotFoundError':
        if (absent instanceof AppError) throw absent;
        return absent;
      case 'NotAllowedError':
      case 'SecurityError':
        throw new AppError('remote-permission', { cause });
      case 'QuotaExceededError':
        throw new AppError('remote-full', { cause });
      case 'AbortError':
      case 'TimeoutError':
        throw cause;
      default:
        throw new AppError('remote-failed', { detail: cause.name, retryable: true, cause });
    }
  }
}
