/** What the reader's own vault writes out, as a whole. */
import { releaseChanges } from '@/lib/db/write-notes';
import { exportNotes } from '@/lib/exchange/export-notes';
import type { Change } from '@/lib/model/note';

/** Every change, oldest first; from here on they count as having left this replica. */
export async function releaseAll(): Promise<Change[]> {
  const all: Change[] = [];
  await releaseChanges((changes) => all.push(...changes));
  return all.sort((a, b) => a.t - b.t || (a.i < b.i ? -1 : 1));
}

/** The text of a file of all notes. */
export async function exportText(): Promise<string> {
  return (await exportNotes()).text();
}
