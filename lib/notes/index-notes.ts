import { whileAlive } from '@/lib/apart/while-alive';
import { indexChunk } from '@/lib/db/note-index';
import { listVaults } from '@/lib/db/shared-vault';

const LOCK = 'sidelight-note-index';

/**
 * Puts the notes of every vault that wait into its index, a chunk at a time, until none waits: one run at a time in the whole
 * browser. Stopped anywhere, the next run goes on from there. Returns at once where another is to begin after the one at work: it sees
 * what waits by now. Throws what the database throws, and `thread-silent` where it answers nothing for ten minutes: nobody is to wait
 * for that run, nor the worker to be kept awake by it.
 */
export async function indexNotes(): Promise<void> {
  const { pending } = await navigator.locks.query();
  if (pending?.some(({ name }) => name === LOCK)) return;
  await navigator.locks.request(LOCK, () =>
    whileAlive(async (sign, silence) => {
      for (const vault of await listVaults()) {
        while (!silence.aborted && (await indexChunk(vault))) sign();
      }
    }),
  );
}
