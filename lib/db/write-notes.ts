/** Writing notes, with all that belongs to it. Apart from reading them, which is all that the card loads. */
import type { Change, Note } from '@/lib/model/note';
import type { VaultName } from '@/lib/model/vault-name';
import type { NoteState } from '@/lib/sync/merge';
import type { ChangeRow, NoteRow, SidelightDatabase } from './database';
import { indexWritten } from './note-index';
import { readInParts } from './read-in-parts';
import { REPLICA_KEY } from './replica';
import { LEFT_KEY } from './shared-vault';
import { shownRows } from './shown-rows';
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
  /** Forgets a value of this installation that still is what is given; another one stays. */
  dropMeta(key: string, value: unknown): Promise<void>;
};

const STAMP_KEY = 'stamp';

/**
 * Runs the work in one transaction over notes, their heads, their changes, the clock and what finds them: all of it
 * is stored, or nothing. Resolves when the transaction has committed.
 *
 * One browser falls short of that: Firefox, when a page is closed, may run no more of its code and yet commit what
 * it had asked for (seen in tests/e2e/sync-store.test.ts). So what belongs together is asked for together, without
 * an `await` between one write and the next, and a mark that says "whole" is written last.
 *
 * `mark`: that of `makeMark`, set in the same transaction.
 */
export function writeNotes<T>(
  work: (writing: NoteWriting) => Promise<T>,
  vault?: VaultName,
  mark?: string,
): Promise<T> {
  return withDatabase(
    (database) =>
      // An async function: only then does Dexie hold the transaction open across the work's own awaits.
      database.transaction('rw', noteTables(database), async () => {
        if (mark) void database.meta.put({ key: mark, value: Date.now() });
        return work(toNoteWriting(database));
      }),
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
    dropMeta: async (key, value) => {
      const row = await database.meta.get(key);
      if (JSON.stringify(row?.value) === JSON.stringify(value)) await database.meta.delete(key);
    },
  };
}

/** What the changes of these notes of the reader's own vault come to, hidden ones too; one that is not here is absent. */
export function loadStates(ids: string[]): Promise<Map<string, NoteState>> {
  return withDatabase((database) => toNoteWriting(database).loadStates(ids));
}

/**
 * Shows every change of a vault, some at a time and in the order of their ids, and marks them in the same transaction
 * as having left this replica. The page stays usable, if `see` is quick.
 */
export function releaseChanges(see: (changes: Change[]) => void, vault?: VaultName): Promise<void> {
  return withDatabase(
    (database) =>
      database.transaction('rw', database.changes, () =>
        readInParts(database.changes, async (rows) => {
          const kept = rows.filter((row) => !row.left).map((row) => ({ ...row, left: 1 as const }));
          if (kept.length > 0) await database.changes.bulkPut(kept);
          see(rows.map(({ change }) => change));
        }),
      ),
    vault,
  );
}

/**
 * Empties the database of the shared vault, down to this installation's id there, which is only listed as one that has left.
 * `false`, and nothing is emptied, where a note is shown there: it was written since the others were moved.
 */
export function clearShared(): Promise<boolean> {
  return withDatabase(
    (database) =>
      database.transaction('rw', database.tables, async () => {
        if ((await shownRows(database).count()) > 0) return false;
        const [replica, left] = await database.meta.bulkGet([REPLICA_KEY, LEFT_KEY]);
        for (const table of database.tables) await table.clear();
        const value = [...((left?.value as string[] | undefined) ?? []), ...(replica ? [replica.value] : [])];
        await database.meta.put({ key: LEFT_KEY, value });
        return true;
      }),
    'shared',
  );
}

function toRow(note: Note): NoteRow {
  return { ...note, shown: note.hidden ? 0 : 1, met: note.versions.length > 0 ? 1 : 0 };
}
