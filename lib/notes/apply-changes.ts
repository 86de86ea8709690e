import { keepChanges } from '@/lib/backups/keep-journal';
import type { ChangeRow } from '@/lib/db/database';
import { makeMark } from '@/lib/db/journal-marks';
import { type NoteWriting, writeNotes } from '@/lib/db/write-notes';
import { type Change, isNoteId, type Note } from '@/lib/model/note';
import type { VaultName } from '@/lib/model/vault-name';
import { observeStamp } from '@/lib/sync/clock';
import { applyChange, EMPTY_STATE, isLive, type NoteState } from '@/lib/sync/merge';
import type { Applied } from '@/lib/sync/store';
import { toNote } from './note-of-state';

/** Hears how many of the notes are merged, as work goes on; they count once all of it is done. */
export type SeeMerged = (done: number, total: number) => void;

/**
 * Merges changes made elsewhere, in one transaction; a change known already changes nothing. They wait to be
 * sent in the reader's next round. Changes of things that this version does not know are kept and carried.
 */
export async function applyChanges(changes: Change[], see?: SeeMerged): Promise<Applied> {
  const mark = makeMark();
  const applied = await writeNotes((writing) => mergeIn(writing, changes, null, see), 'own', mark);
  await keepChanges(changes, mark);
  return applied;
}

/** The same of changes that a backup or the journal of a vault holds, into that vault. */
export function applyHeld(changes: Change[], see?: SeeMerged, vault?: VaultName): Promise<Applied> {
  return writeNotes((writing) => mergeIn(writing, changes, null, see), vault);
}

/**
 * Merges changes inside a transaction. `segment`: the file of a round that they came in; `null` for changes that
 * came from elsewhere and still have to be sent.
 */
export async function mergeIn(
  writing: NoteWriting,
  changes: Change[],
  segment: string | null,
  see: SeeMerged = () => {},
): Promise<Applied> {
  const byEntity = Map.groupBy(changes, (change) => change.e);
  const all = [...byEntity.keys()];
  const applied: Applied = { added: 0, updated: 0, known: 0, conflicts: 0 };
  for (let at = 0; at < all.length; at += AT_ONCE) {
    const ids = all.slice(at, at + AT_ONCE);
    const held = Map.groupBy(await writing.loadRows(ids), (row) => row.e);
    const states = await writing.loadStates(ids);
    const merged = ids.map((id) =>
      merge(id, byEntity.get(id) ?? [], held.get(id) ?? [], states.get(id), segment),
    );
    await save(writing, merged);
    count(merged, applied);
    see(at + ids.length, all.length);
  }
  const stamp = await writing.loadStamp();
  const seen = changes.reduce((last, change) => observeStamp(last, change.t), stamp);
  if (seen > stamp) await writing.saveStamp(seen);
  return applied;
}

/** Notes whose rows are held in memory at the same time: the worker has little. */
const AT_ONCE = 250;

type Merged = {
  /** `null` for a thing that is no note. */
  note: Note | null;
  before: Note | null;
  state: NoteState;
  /** Whether any of the changes is one whose row is not here: else it stands as it stood. */
  isTouched: boolean;
  /** Rows to write: changes that are new here, and own ones of which others are now known to have them. */
  added: ChangeRow[];
  dropped: string[];
};

function merge(
  id: string,
  changes: Change[],
  held: ChangeRow[],
  known: NoteState | undefined,
  segment: string | null,
): Merged {
  const state = changes.reduce(applyChange, known ?? EMPTY_STATE);
  const heldIds = new Set(held.map((row) => row.i));
  const isNote = isNoteId(id);
  const added = changes
    .filter((change) => !heldIds.has(change.i) && (!isNote || isLive(state, change)))
    .map((change): ChangeRow => {
      const { i, e, t } = change;
      return { i, e, t, pending: segment === null ? 1 : 0, left: 1, own: 0, n: 0, s: segment ?? '', change };
    });
  // It came from elsewhere, so it is known elsewhere: a copy of this very machine may have sent it.
  const arrived = new Set(changes.map((change) => change.i));
  const left = held.filter((row) => !row.left && arrived.has(row.i));
  const dropped = isNote
    ? held.filter((row) => !row.pending && !isLive(state, row.change)).map((row) => row.i)
    : [];
  return {
    note: isNote ? toNote(id, state) : null,
    before: isNote && known ? toNote(id, known) : null,
    state,
    isTouched: known === undefined || changes.some((change) => !heldIds.has(change.i)),
    added: [...added, ...left.map((row) => ({ ...row, left: 1 as const }))],
    dropped,
  };
}

async function save(writing: NoteWriting, merged: Merged[]): Promise<void> {
  // All at once (see lib/db/notes.ts): Firefox may commit what a closing page had written until then.
  await Promise.all([
    writing.saveNotes(
      merged.flatMap(({ note, state, isTouched }) => (note && isTouched ? [{ note, state }] : [])),
    ),
    writing.dropRows(merged.flatMap(({ dropped }) => dropped)),
    writing.saveRows(merged.flatMap(({ added }) => added)),
  ]);
}

function count(merged: Merged[], applied: Applied): void {
  for (const { note, before } of merged) {
    if (!note) continue;
    if (!before) applied.added += 1;
    else if (JSON.stringify(note) === JSON.stringify(before)) applied.known += 1;
    else applied.updated += 1;
    if (note.versions.length > (before?.versions.length ?? 0)) applied.conflicts += 1;
  }
}
