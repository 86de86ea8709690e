import type { ChangeRow } from '@/lib/db/database';
import { type NoteWriting, writeNotes } from '@/lib/db/write-notes';
import type { Change } from '@/lib/model/note';
import type { VaultName } from '@/lib/model/vault-name';
import { EMPTY_STATE } from '@/lib/sync/merge';
import { mergeIn } from './apply-changes';
import { toNote } from './note-of-state';

/** Notes that are looked up at the same time. */
const AT_ONCE = 250;

/**
 * What is put back. `writings`: of each note all that it stood on after a writing, which need not be the last. `backup`: the same of all notes, later
 * than what the database has. `arrivals`: changes that came in together, of notes that may have others.
 */
export type PutBack = 'writings' | 'backup' | 'arrivals';

/** Puts changes of this installation back into the database that had them, in one transaction. Resolves to how many notes became others by it. */
export function putBack(changes: Change[], from: PutBack, vault?: VaultName): Promise<number> {
  return writeNotes(async (writing) => {
    const byNote = [...Map.groupBy(changes, ({ e }) => e)];
    let count = 0;
    for (let at = 0; at < byNote.length; at += AT_ONCE) {
      const some = byNote.slice(at, at + AT_ONCE);
      const held = Map.groupBy(await writing.loadRows(some.map(([id]) => id)), ({ e }) => e);
      const lacks = from === 'writings' ? lacksLater : lacksAny;
      const lacking = some.filter(([id, changes]) => lacks(held.get(id) ?? [], changes));
      for (const [id, changes] of from === 'arrivals' ? [] : lacking)
        await dropTakenIn(writing, id, changes, held.get(id) ?? []);
      const lacked = lacking.flatMap(([, changes]) => changes);
      const { added, updated } = await mergeIn(writing, lacked, null);
      count += added + updated;
    }
    return count;
  }, vault);
}

function lacksAny(held: ChangeRow[], changes: Change[]): boolean {
  const ids = new Set(held.map(({ i }) => i));
  return changes.some(({ i }) => !ids.has(i));
}

function lacksLater(held: ChangeRow[], changes: Change[]): boolean {
  return changes.some(({ t }) => held.every((row) => row.t < t));
}

/** Drops what one of the changes has taken in, unseen by anybody else (see absorb-unsent.ts): it would stand beside it as another version. */
async function dropTakenIn(writing: NoteWriting, id: string, changes: Change[], held: ChangeRow[]) {
  const kept = new Set(changes.map(({ i }) => i));
  const taken = held.filter(({ i, own, left }) => own && !left && !kept.has(i)).map(({ i }) => i);
  if (taken.length === 0) return;
  const known = (await writing.loadStates([id])).get(id) ?? EMPTY_STATE;
  const state = { ...known, heads: known.heads.filter(({ i }) => !taken.includes(i)) };
  await writing.dropRows(taken);
  await writing.saveNotes([{ note: toNote(id, state), state }]);
}
