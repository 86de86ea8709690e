import { AppError, toAppError } from '@/lib/model/app-error';
import type { VaultName } from '@/lib/model/vault-name';
import { leaveTornLog } from './torn-log';

/**
 * Works in a folder of the extension's own in the browser (OPFS), which no page and no script on a page can open; it
 * comes into being when it is first asked for. Throws `database-full`, and `database-missing` where the browser has no
 * such folder for us.
 */
export async function withFolder<T>(
  name: string,
  work: (folder: FileSystemDirectoryHandle, root: FileSystemDirectoryHandle) => Promise<T>,
): Promise<T> {
  try {
    const root = await navigator.storage.getDirectory();
    return await work(await root.getDirectoryHandle(name, { create: true }), root);
  } catch (thrown) {
    throw toFolderError(thrown);
  }
}

/** The folder of that kind for a vault: each has its own, so that files of the one are never taken for the other's. */
export function nameFolder(kind: 'backups' | 'journal', vault: VaultName = 'own'): string {
  return vault === 'own' ? kind : `${kind}-${vault}`;
}

/** Writes a file whole: until this resolves, what stood under the name before stands there. */
export async function writeFile(
  folder: FileSystemDirectoryHandle,
  name: string,
  content: string | Blob,
): Promise<void> {
  await leaveTornLog();
  const file = await folder.getFileHandle(name, { create: true });
  // What is written stands beside the file until it is closed, and then takes its place.
  const writer = await file.createWritable();
  await writer.write(content);
  await writer.close();
}

/** Removes a file. One that has gone already, or that another of our pages writes or removes in this moment, is no failure. */
export async function removeFile(folder: FileSystemDirectoryHandle, name: string): Promise<void> {
  try {
    await folder.removeEntry(name);
  } catch (thrown) {
    const isHeld = thrown instanceof DOMException && thrown.name === 'NoModificationAllowedError';
    if (!isHeld) passIfAbsent(thrown);
  }
}

/** `null` for what is gone already; throws anything else. */
export function passIfAbsent(thrown: unknown): null {
  if (thrown instanceof DOMException && thrown.name === 'NotFoundError') return null;
  throw thrown;
}

function toFolderError(thrown: unknown): AppError {
  const name = thrown instanceof Error || thrown instanceof DOMException ? thrown.name : '';
  if (name === 'QuotaExceededError') return new AppError('database-full', { retryable: true, cause: thrown });
  const isRefused = name === 'SecurityError' || name === 'TypeError' || name === 'InvalidStateError';
  return isRefused
    ? new AppError('database-missing', { retryable: true, cause: thrown })
    : toAppError(thrown);
}
