import { type KeptNote, keepNotes } from '@/lib/backups/keep-journal';
import type { ChangeRow } from '@/lib/db/database';
import { makeMark } from '@/lib/db/journal-marks';
import { type NoteWriting, writeNotes } from '@/lib/db/write-notes';
import type { VaultName } from '@/lib/model/vault-name';
import { isLive, type NoteState } from '@/lib/sync/merge';

/**
 * Runs the work in one transaction, as `writeNotes`, and resolves once the journal of that vault has what it wrote as well.
 * `onStored` hears of it before that, when the transaction has committed.
 */
export async function writeKept<T>(
  work: (writing: NoteWriting) => Promise<T>,
  vault: VaultName | undefined,
  onStored: (result: T) => void = () => {},
): Promise<T> {
  const stored = Promise.withResolvers<KeptNote[]>();
  const mark = makeMark();
  const kept = keepNotes(stored.promise, mark, vault);
  const written = new Written();
  try {
    const result = await writeNotes((writing) => work(written.watch(writing)), vault, mark);
    stored.resolve(written.notes);
    onStored(result);
    await kept;
    return result;
  } finally {
    // Where the transaction has failed, there is nothing to keep.
    stored.resolve([]);
  }
}

/** What a transaction writes of notes, seen as it goes by. */
class Written {
  readonly #before = new Map<string, ChangeRow>();
  readonly #rows = new Map<string, ChangeRow>();
  readonly #states = new Map<string, NoteState>();
  #stamp = 0;

  watch(writing: NoteWriting): NoteWriting {
    return {
      ...writing,
      loadRows: async (ids) => {
        const loaded = await writing.loadRows(ids);
        for (const row of loaded) {
          if (!this.#rows.has(row.i)) this.#before.set(row.i, row);
          this.#rows.set(row.i, row);
        }
        return loaded;
      },
      saveStamp: (stamp) => {
        this.#stamp = stamp;
        return writing.saveStamp(stamp);
      },
      saveNotes: (notes) => {
        for (const { note, state } of notes) this.#states.set(note.id, state);
        return writing.saveNotes(notes);
      },
      saveRows: (rows) => {
        for (const row of rows) this.#rows.set(row.i, row);
        return writing.saveRows(rows);
      },
      dropRows: (ids) => {
        for (const id of ids) this.#rows.delete(id);
        return writing.dropRows(ids);
      },
    };
  }

  get notes(): KeptNote[] {
    const of = (rows: Map<string, ChangeRow>, id: string) => [...rows.values()].filter(({ e }) => e === id);
    return [...this.#states].map(([id, state]) => ({
      id,
      stamp: this.#stamp,
      former: Math.max(0, ...of(this.#before, id).flatMap(({ own, t }) => (own ? [t] : []))),
      changes: of(this.#rows, id).flatMap(({ change }) => (isLive(state, change) ? [change] : [])),
    }));
  }
}
