import { Dexie } from 'dexie';

/**
 * How long work may go on before the page handles keys and draws: half a frame, since what follows has to fit in it
 * too.
 */
const TASK_MS = 8;

/**
 * What to await between the parts of long work: lets the page handle keys and draw where it has waited for long enough.
 * Then also throws the signal's reason where the work is no longer wanted. Not inside a transaction, which would end.
 */
export function createPause(signal: AbortSignal | undefined): () => Promise<void> {
  let began = performance.now();
  return async () => {
    signal?.throwIfAborted();
    if (performance.now() - began < TASK_MS) return;
    // Dexie's own promise: with any other a live query would not follow what is read after it.
    await new Dexie.Promise<void>(resolveNext);
    signal?.throwIfAborted();
    began = performance.now();
  };
}

/** A message to itself: unlike a timer it never waits longer than for its turn, in a tab that is out of sight, too. */
function resolveNext(resolve: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    resolve();
  };
  port2.postMessage(null);
}
