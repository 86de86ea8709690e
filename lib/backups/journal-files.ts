/**
 * Where the journal lies: a folder of small files beside that of the backups, each line a change. A file holds either all that a note
 * stands on after one writing of it, or changes that came in together. None is ever written again.
 */
import type { VaultName } from '@/lib/model/vault-name';
import { nameFolder, passIfAbsent, removeFile, withFolder, writeFile } from './own-folder';

/**
 * A file of the journal: whose it is, the note it is about (or an id of its own), and the stamp of the writing, 0 where it has none.
 * `vault`: of a note shared with others.
 */
export type JournalEntry = { vault?: 'shared'; replica: string; id: string; stamp: number };

/** Every entry of a vault. Throws as `withFolder`. */
export async function listJournal(vault?: VaultName): Promise<JournalEntry[]> {
  return withFolder(nameFolder('journal', vault), async (folder) => {
    const entries: JournalEntry[] = [];
    for await (const { name } of folder.values()) {
      const [, replica, id, stamp] = /^([0-9a-f]{16})_([A-Za-z0-9_-]{16})_(\d+)\.jsonl$/.exec(name) ?? [];
      if (replica && id)
        entries.push({ replica, id, stamp: Number(stamp), ...(vault === 'shared' && { vault }) });
    }
    return entries;
  });
}

/** Writes entries of a vault as soon as they are known; the folder is opened meanwhile. Resolves once they are whole. Throws as `withFolder`. */
export async function saveEntries(
  known: Promise<(JournalEntry & { text: string })[]>,
  vault?: VaultName,
): Promise<void> {
  // Where the folder is refused, nobody asks for it any more.
  known.catch(() => null);
  await withFolder(nameFolder('journal', vault), async (folder) => {
    for (const { text, ...entry } of await known) await writeFile(folder, toName(entry), text);
  });
}

/** The text of an entry; empty where it has gone. Throws as `withFolder`. */
export async function loadEntry(entry: JournalEntry): Promise<string> {
  return withFolder(nameFolder('journal', entry.vault), async (folder) => {
    const file = await folder.getFileHandle(toName(entry)).catch(passIfAbsent);
    return file ? (await file.getFile()).text() : '';
  });
}

/** Removes entries of a vault but those that are being written. One that has gone already is no failure. Throws as `withFolder`. */
export async function dropEntries(entries: readonly JournalEntry[], vault?: VaultName): Promise<void> {
  await withFolder(nameFolder('journal', vault), async (folder) => {
    for (const entry of entries) await removeFile(folder, toName(entry));
  });
}

/** Removes the whole journal of a vault. */
export async function clearJournal(vault?: VaultName): Promise<void> {
  const name = nameFolder('journal', vault);
  await withFolder(name, (_, root) => root.removeEntry(name, { recursive: true }));
}

function toName({ replica, id, stamp }: JournalEntry): string {
  return `${replica}_${id}_${stamp}.jsonl`;
}
