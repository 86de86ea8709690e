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

/** Two lists of notes, each newest first, as one. */
export function mergeShown(left: readonly Note[], right: readonly Note[]): Note[] {
  const merged: Note[] = [];
  let [a, b] = [0, 0];
  for (;;) {
    const [one, other] = [left[a], right[b]];
    if (!one) return merged.concat(right.slice(b));
    if (!other) return merged.concat(left.slice(a));
    if (byNewest(one, other) < 0) {
      merged.push(one);
      a += 1;
    } else {
      merged.push(other);
      b += 1;
    }
  }
}

function byNewest(a: Note, b: Note): number {
  return b.modifiedAt - a.modifiedAt || (a.id < b.id ? -1 : 1);
}

/** The note of a row of a vault; `null` for no row. */
export function toNote(row: NoteRow | undefined, vault: VaultName | undefined): Note | null {
  if (!row) return null;
  const { shown: _, met: __, ...note } = row;
  return vault === 'shared' ? { ...note, vault } : note;
}
