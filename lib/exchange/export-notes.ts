import { loadReplica } from '@/lib/db/replica';
import { releaseChanges } from '@/lib/db/write-notes';
import { NOTES_FORMAT, NOTES_VERSION, type NotesFile } from './notes-file';

/**
 * All notes as the text of one JSON file (see `notesFileSchema`), hidden ones too: where the file is
 * merged in, they are hidden as well. From here on the changes in it count as seen elsewhere and are not
 * rewritten any more.
 */
export async function exportNotes(): Promise<string> {
  const file: NotesFile = {
    format: NOTES_FORMAT,
    v: NOTES_VERSION,
    exportedAt: new Date().toISOString(),
    replica: await loadReplica(),
    changes: await releaseChanges(),
  };
  return JSON.stringify(file, null, 1);
}
