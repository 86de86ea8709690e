import { loadReplica } from '@/lib/db/replica';
import { releaseChanges } from '@/lib/db/write-notes';
import { FileParts } from './file-parts';
import { NOTES_FORMAT, NOTES_VERSION, type NotesFile } from './notes-file';
import { openObject } from './open-object';

/**
 * All notes as one JSON file (see `notesFileSchema`) with a change on each line, hidden ones too: where the file is
 * merged in, they are hidden as well. From here on the changes in it count as seen elsewhere and are not
 * rewritten any more. Keys and frames have their turn meanwhile.
 */
export async function exportNotes(): Promise<Blob> {
  const head: Omit<NotesFile, 'changes'> = {
    format: NOTES_FORMAT,
    v: NOTES_VERSION,
    exportedAt: new Date().toISOString(),
    replica: await loadReplica(),
  };
  const parts = new FileParts();
  parts.add(`${openObject(head)},"changes":[`);
  let between = '\n';
  await releaseChanges((changes) => {
    for (const change of changes) {
      parts.add(between + JSON.stringify(change));
      between = ',\n';
    }
  });
  parts.add('\n]}\n');
  return parts.toFile('application/json');
}
