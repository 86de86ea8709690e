import { type Change, changeSchema } from '@/lib/model/note';
import { parseJson } from '@/lib/model/parse-json';
import { applyChange, EMPTY_STATE, isHidden, type NoteState } from '@/lib/sync/merge';
import { type JournalEntry, loadEntry } from './journal-files';

/** More than the largest change takes: a text, and the one that it started from. */
const LIMITS = { mostBytes: 4_000_000, mostDepth: 32 };

/**
 * The changes that these entries hold: of each note those of its last writing, and where that is not whole, those of the one before, too.
 * A line that is cut, damaged or not of a shape we know is passed over.
 */
export async function readJournal(entries: readonly JournalEntry[]): Promise<Change[]> {
  const changes: Change[] = [];
  const byNote = Map.groupBy(entries, ({ replica, id }) => `${replica} ${id}`);
  for (const writings of byNote.values()) {
    for (const entry of writings.toSorted((a, b) => b.stamp - a.stamp)) {
      const text = await loadEntry(entry);
      changes.push(...text.split('\n').flatMap(readLine));
      if (text.endsWith('\n')) break;
    }
  }
  return changes;
}

/** How many notes these entries are about, without those that were deleted, or moved out of their vault, in the end. */
export async function countWritten(entries: readonly JournalEntry[]): Promise<number> {
  const changes = await readJournal(entries);
  const hidden = new Map<string, NoteState>();
  for (const { e, del } of changes) if (del) hidden.set(e, EMPTY_STATE);
  for (const change of changes) {
    const state = hidden.get(change.e);
    if (state) hidden.set(change.e, applyChange(state, change));
  }
  // Hidden by a change, and not only for want of a text: that may be in a backup.
  const gone = [...hidden.values()].filter((state) => state.hidden?.value.del && isHidden(state));
  return new Set(changes.map(({ e }) => e)).size - gone.length;
}

function readLine(line: string): Change[] {
  const parsed = parseJson(line, LIMITS);
  const read = parsed.ok ? changeSchema.safeParse(parsed.value) : null;
  return read?.success ? [read.data] : [];
}
