import { indexChunk } from '@/lib/db/note-index';
import { listVaults } from '@/lib/db/shared-vault';

const LOCK = 'sidelight-note-index';

/**
 * Puts the notes of every vault that wait into its index, a chunk at a time, until none waits: one run at a time in the whole
 * browser. Stopped anywhere, the next run goes on from there. Throws what the database throws.
 */
export function indexNotes(): Promise<void> {
  return navigator.locks.request(LOCK, async () => {
    for (const vault of await listVaults()) {
      while (await indexChunk(vault));
    }
  });
}
