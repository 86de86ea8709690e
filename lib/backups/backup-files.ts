/**
 * Where backups lie: files in the extension's own folder of the browser (OPFS), which no page and no script on a page
 * can open. Not in IndexedDB: Chromium keeps all databases of an extension in one store, and where it finds that
 * damaged, as after a crash of the browser, it throws all of them away at once (seen in `npm run test:kills`).
 */
import type { Backup } from '@/lib/model/backup';
import type { VaultName } from '@/lib/model/vault-name';
import { nameFolder, passIfAbsent, removeFile, withFolder, writeFile } from './own-folder';

/** Every backup of a vault, newest first. Throws `database-missing` where the browser has no such folder for us. */
export async function listBackups(vault?: VaultName): Promise<Backup[]> {
  return withFolder(nameFolder('backups', vault), async (folder) => {
    const backups: Backup[] = [];
    for await (const entry of folder.values()) {
      const read = entry.kind === 'file' ? readName(entry.name) : null;
      const size = read ? (await (entry as FileSystemFileHandle).getFile()).size : 0;
      // An empty one was begun and never finished.
      if (read && size > 0) backups.push({ ...read, size, ...(vault === 'shared' && { vault }) });
    }
    return backups.sort((a, b) => b.madeAt - a.madeAt);
  });
}

/**
 * Keeps a backup. Resolves once the file is whole in its place: until then there is none of its name. Throws
 * `database-full`.
 */
export async function saveBackup(made: Omit<Backup, 'size'>, file: Blob): Promise<Backup> {
  return withFolder(nameFolder('backups', made.vault), async (folder) => {
    await writeFile(folder, toName(made), file);
    return { ...made, size: file.size };
  });
}

/** Removes backups of a vault. One that has gone already is no failure. */
export async function dropBackups(backups: readonly Backup[], vault?: VaultName): Promise<void> {
  await withFolder(nameFolder('backups', vault), async (folder) => {
    for (const backup of backups) await removeFile(folder, toName(backup));
  });
}

/** Removes every backup of a vault, and what was left of unfinished ones. */
export async function clearBackups(vault?: VaultName): Promise<void> {
  const name = nameFolder('backups', vault);
  await withFolder(name, (_, root) => root.removeEntry(name, { recursive: true }));
}

/** The bytes of a backup; `null` where it has gone since it was listed. */
export async function loadBackupBytes(backup: Backup): Promise<Uint8Array<ArrayBuffer> | null> {
  return withFolder(nameFolder('backups', backup.vault), async (folder) => {
    const file = await folder.getFileHandle(toName(backup)).catch(passIfAbsent);
    return file ? new Uint8Array(await (await file.getFile()).arrayBuffer()) : null;
  });
}

/** A name says all that there is to know without reading the file; a cut or foreign one is none of ours. */
function toName({ madeAt, day, replica, shown, notes, mark }: Omit<Backup, 'size'>): string {
  return [madeAt, day, replica, shown, notes, mark].join('_').concat('.json.gz');
}

function readName(name: string): Omit<Backup, 'size'> | null {
  const read = /^(\d+)_(\d{4}-\d\d-\d\d)_([0-9a-f]{16})_(\d+)_(\d+)_([\d-]+)\.json\.gz$/.exec(name);
  if (!read) return null;
  const [, madeAt, day = '', replica = '', shown, notes, mark = ''] = read;
  return { madeAt: Number(madeAt), day, replica, shown: Number(shown), notes: Number(notes), mark };
}
