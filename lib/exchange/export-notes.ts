import { loadReplica } from '@/lib/db/replica';
import { releaseChanges } from '@/lib/db/write-notes';
import type { VaultName } from '@/lib/model/vault-name';
import { FileParts } from './file-parts';
import { NOTES_FORMAT, NOTES_VERSION, type NotesFile } from './notes-file';
import { openObject } from './open-object';

/**
 * All notes of a vault as one JSON file (see `notesFileSchema`) with a change on each line, hidden ones too: where the
 * file is merged in, they are hidden as well. From here on the changes in it count as seen elsewhere and are not
 * rewritten any more. The page stays usable meanwhile.
 */
export async function exportNotes(vault?: VaultName): Promise<Blob> {
  const head: Omit<NotesFile, 'changes'> = {
    format: NOTES_FORMAT,
    v: NOTES_VERSION,
    exportedAt: new Date().toISOString(),
    replica: await loadReplica(vault),
  };
  const parts = new FileParts();
  parts.add(`${openObject(head)},"changes":[`);
  let between = '\n';
  await releaseChanges((changes) => {
    for (const change of changes) {
      parts.add(between + JSON.stringify(change));
      between = ',\n';
    }
  }, vault);
  parts.add('\n]}\n');
  return parts.toFile('application/json');
}
