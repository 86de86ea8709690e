import { Dexie } from 'dexie';

/** So long may work go on before keys and frames have their turn: half a frame, since what follows has to fit in it too. */
const TASK_MS = 8;

/**
 * What to await between the parts of long work: lets keys and frames have their turn where they have waited for long
 * enough. Then also throws the signal's reason where the work is not wanted any more. Not inside a transaction, which would end.
 */
export function createPause(signal: AbortSignal | undefined): () => Promise<void> {
  let began = performance.now();
  return async () => {
    signal?.throwIfAborted();
    if (performance.now() - began < TASK_MS) return;
    // Dexie's own promise: with any other a live query would not follow what is read after it.
    await new Dexie.Promise<void>((resolve) => setTimeout(resolve));
    signal?.throwIfAborted();
    began = performance.now();
  };
}
