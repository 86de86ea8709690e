import type { Change, Note } from '@/lib/model/note';
import type { VaultName } from '@/lib/model/vault-name';
import type { NoteState } from '@/lib/sync/merge';
import type { ChangeRow, NoteRow, SidelightDatabase } from './database';
import { indexWritten } from './note-index';
import { withDatabase } from './with-database';

/** What a writer of notes may do inside its one transaction (see `writeNotes`). */
export type NoteWriting = {
  /** The states of these notes; a note that has none yet is absent. */
  loadStates(ids: string[]): Promise<Map<string, NoteState>>;
  /** The change rows of these notes. */
  loadRows(ids: string[]): Promise<ChangeRow[]>;
  /** The last stamp given or seen, 0 at first. */
  loadStamp(): Promise<number>;
  saveStamp(stamp: number): Promise<void>;
  saveNotes(notes: { note: Note; state: NoteState }[]): Promise<void>;
  saveRows(rows: ChangeRow[]): Promise<void>;
  dropRows(ids: string[]): Promise<void>;
};

const STAMP_KEY = 'stamp';

/**
 * Runs the work in one transaction over notes, their heads, their changes, the clock and what finds them: all of it
 * is stored, or nothing. Resolves when the transaction has committed.
 *
 * One browser falls short of that: Firefox, when a page is closed, may run no more of its code and yet commit what
 * it had asked for (seen in tests/e2e/sync-store.test.ts). So what belongs together is asked for together, without
 * an `await` between one write and the next, and a mark that says "whole" is written last.
 */
export function writeNotes<T>(work: (writing: NoteWriting) => Promise<T>, vault?: VaultName): Promise<T> {
  return withDatabase(
    (database) =>
      // An async function: only then does Dexie hold the transaction open across the work's own awaits.
      database.transaction('rw', noteTables(database), async () => work(toNoteWriting(database))),
    vault,
  );
}

/** The tables that writing a note needs. */
export function noteTables({ notes, heads, changes, meta, fresh, unindexed }: SidelightDatabase) {
  return [notes, heads, changes, meta, fresh, unindexed];
}

/** The writing of notes in the transaction that is open on the database. */
export function toNoteWriting(database: SidelightDatabase): NoteWriting {
  return {
    loadStates: async (ids) => {
      const rows = await database.heads.bulkGet(ids);
      return new Map(rows.flatMap((row) => (row ? [[row.e, row.state]] : [])));
    },
    // One read of the index for each note, all at once: a cursor from key to key is many times slower, and one
    // read of everything would hold every change there is.
    loadRows: async (ids) =>
      (await Promise.all(ids.map((id) => database.changes.where('e').equals(id).toArray()))).flat(),
    loadStamp: async () => ((await database.meta.get(STAMP_KEY))?.value as number | undefined) ?? 0,
    saveStamp: async (value) => {
      await database.meta.put({ key: STAMP_KEY, value });
    },
    saveNotes: async (notes) => {
      await Promise.all([
        database.notes.bulkPut(notes.map(({ note }) => toRow(note))),
        database.heads.bulkPut(notes.map(({ note, state }) => ({ e: note.id, state }))),
        indexWritten(
          database,
          notes.map(({ note }) => note),
        ),
      ]);
    },
    saveRows: async (rows) => {
      await database.changes.bulkPut(rows);
    },
    dropRows: (ids) => database.changes.bulkDelete(ids),
  };
}

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

/** The notes that name any of these topics, newest first. */
export function listNotesOfTopics(ids: string[], vault?: VaultName): Promise<Note[]> {
  return withDatabase(
    async (database) => toShown(await database.notes.where('topics').anyOf(ids).distinct().toArray(), vault),
    vault,
  );
}

/** The notes changed last, newest first, at most `limit`. */
export function listLatestNotes(limit: number, vault?: VaultName): Promise<Note[]> {
  return withDatabase(async (database) => {
    const rows = await database.notes
      .where('[shown+modifiedAt]')
      .between([1, Number.NEGATIVE_INFINITY], [1, Number.POSITIVE_INFINITY])
      .reverse()
      .limit(limit)
      .toArray();
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

/** What the changes of these notes of the reader's own vault come to, hidden ones too; one that is not here is absent. */
export function loadStates(ids: string[]): Promise<Map<string, NoteState>> {
  return withDatabase((database) => toNoteWriting(database).loadStates(ids));
}

/** Every note of a vault that is not hidden, newest first. */
export function listNotes(vault?: VaultName): Promise<Note[]> {
  return listLatestNotes(Number.POSITIVE_INFINITY, vault);
}

/** How many notes of a vault are not hidden. */
export function countNotes(vault?: VaultName): Promise<number> {
  return withDatabase(
    (database) =>
      database.notes
        .where('[shown+modifiedAt]')
        .between([1, Number.NEGATIVE_INFINITY], [1, Number.POSITIVE_INFINITY])
        .count(),
    vault,
  );
}

/** Every change of the reader's own vault, oldest first, marked in the same transaction as having left this replica. */
export function releaseChanges(): Promise<Change[]> {
  return withDatabase((database) =>
    database.transaction('rw', database.changes, async () => {
      const rows = await database.changes.toArray();
      await database.changes.bulkPut(
        rows.filter((row) => !row.left).map((row) => ({ ...row, left: 1 as const })),
      );
      return rows.sort((a, b) => a.t - b.t || (a.i < b.i ? -1 : 1)).map((row) => row.change);
    }),
  );
}

/** Whether the reader's own vault has any note, hidden ones too. */
export function hasNotes(): Promise<boolean> {
  return withDatabase(async ({ notes }) => (await notes.limit(1).primaryKeys()).length > 0);
}

/**
 * Empties the database of the shared vault, down to this installation's id there: nothing tells that it was there.
 * `false`, and nothing is emptied, where a note is shown there: it was written since the others were moved.
 */
export function clearShared(): Promise<boolean> {
  return withDatabase(
    (database) =>
      database.transaction('rw', database.tables, async () => {
        if (
          (await database.notes
            .where('[shown+modifiedAt]')
            .between([1, Number.NEGATIVE_INFINITY], [1, Number.POSITIVE_INFINITY])
            .count()) > 0
        )
          return false;
        for (const table of database.tables) await table.clear();
        return true;
      }),
    'shared',
  );
}

function toRow(note: Note): NoteRow {
  return { ...note, shown: note.hidden ? 0 : 1, met: note.versions.length > 0 ? 1 : 0 };
}

function toShown(rows: NoteRow[], vault: VaultName | undefined): Note[] {
  return rows
    .filter((row) => row.shown === 1)
    .sort((a, b) => b.modifiedAt - a.modifiedAt || (a.id < b.id ? -1 : 1))
    .flatMap((row) => toNote(row, vault) ?? []);
}

function toNote(row: NoteRow | undefined, vault: VaultName | undefined): Note | null {
  if (!row) return null;
  const { shown: _, met: __, ...note } = row;
  return vault === 'shared' ? { ...note, vault } : note;
}
