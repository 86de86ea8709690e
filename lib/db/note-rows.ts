import type { Note } from '@/lib/model/note';
import type { VaultName } from '@/lib/model/vault-name';
import type { NoteRow } from './database';

/** The notes of rows of a vault that are not hidden, newest first. */
export function toShown(rows: NoteRow[], vault: VaultName | undefined): Note[] {
  return rows
    .filter((row) => row.shown === 1)
    .sort(byNewest)
    .flatMap((row) => toNote(row, vault) ?? []);
}

/** The order of lists: newest first, and of one moment by id. */
export function byNewest(a: Note, b: Note): number {
  return b.modifiedAt - a.modifiedAt || (a.id < b.id ? -1 : 1);
}

/** The note of a row of a vault; `null` for no row. */
export function toNote(row: NoteRow | undefined, vault: VaultName | undefined): Note | null {
  if (!row) return null;
  const { shown: _, met: __, ...note } = row;
  return vault === 'shared' ? { ...note, vault } : note;
}
