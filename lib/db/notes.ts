import type { Note } from '@/lib/model/note';
import type { VaultName } from '@/lib/model/vault-name';
import type { NoteState } from '@/lib/sync/merge';
import { byNewest, toNote, toShown } from './note-rows';
import { readInParts } from './read-in-parts';
import { shownRows } from './shown-rows';
import { withDatabase } from './with-database';

/** The note of an id, hidden or not. `null` where there is none. */
export function loadNote(id: string, vault?: VaultName): Promise<Note | null> {
  return withDatabase(async (database) => toNote(await database.notes.get(id), vault), vault);
}

/** The notes of these ids, in their order; `null` for one that there is not, or that is hidden. */
export function loadNotes(ids: string[], vault?: VaultName): Promise<(Note | null)[]> {
  return withDatabase(
    async (database) =>
      (await database.notes.bulkGet(ids)).map((row) => (row?.shown ? toNote(row, vault) : null)),
    vault,
  );
}

/** The notes of an article, by its canonical address, newest first. */
export function listNotesOfPage(canonical: string, vault?: VaultName): Promise<Note[]> {
  return withDatabase(
    async (database) =>
      toShown(await database.notes.where('target.canonical').equals(canonical).toArray(), vault),
    vault,
  );
}

/** The canonical addresses of all articles with notes that are not hidden. */
export function listCanonicals(vault?: VaultName): Promise<string[]> {
  return withDatabase(async ({ notes }) => {
    const canonicals = new Set((await notes.orderBy('target.canonical').uniqueKeys()) as string[]);
    const hidden = await notes
      .where('[shown+modifiedAt]')
      .between([0, Number.NEGATIVE_INFINITY], [0, Number.POSITIVE_INFINITY])
      .toArray();
    for (const canonical of new Set(hidden.map(({ target }) => target?.canonical ?? ''))) {
      const shown = await notes
        .where('target.canonical')
        .equals(canonical)
        .filter((row) => row.shown === 1)
        .first();
      if (!shown) canonicals.delete(canonical);
    }
    return [...canonicals];
  }, vault);
}

/** The notes changed last, newest first, at most `limit`. */
export function listLatestNotes(limit: number, vault?: VaultName): Promise<Note[]> {
  return withDatabase(async (database) => {
    const rows = await shownRows(database).reverse().limit(limit).toArray();
    return toShown(rows, vault);
  }, vault);
}

/** The notes of several versions, newest first. */
export function listMetNotes(vault?: VaultName): Promise<Note[]> {
  return withDatabase(
    async (database) => toShown(await database.notes.where('[shown+met]').equals([1, 1]).toArray(), vault),
    vault,
  );
}

/** What the changes of a note come to; `null` where there is none. */
export function loadState(id: string, vault?: VaultName): Promise<NoteState | null> {
  return withDatabase(async (database) => (await database.heads.get(id))?.state ?? null, vault);
}

/** Every note of a vault that is not hidden, newest first, as they are at one moment. */
export function listNotes(vault?: VaultName): Promise<Note[]> {
  return withDatabase(
    (database) =>
      database.transaction('r', database.notes, async () => {
        const notes: Note[] = [];
        await readInParts(database.notes, (rows) => notes.push(...toShown(rows, vault)));
        return notes.sort(byNewest);
      }),
    vault,
  );
}

/** How many notes of a vault are not hidden. */
export function countNotes(vault?: VaultName): Promise<number> {
  return withDatabase((database) => shownRows(database).count(), vault);
}

/** Whether the reader's own vault has any note, hidden ones too. */
export function hasNotes(vault?: VaultName): Promise<boolean> {
  return withDatabase(async ({ notes }) => (await notes.limit(1).primaryKeys()).length > 0, vault);
}
