import { stopRounds } from './stop-rounds';

/** One round at a time in the whole browser, whichever page or worker makes it; and nothing that a round stands on changes under it. */
const LOCK = 'sidelight-round';

/** Runs the work when no round is running. `wait: false`: gives `null` at once where one is. */
export function withRoundLock<T>(
  work: () => Promise<T>,
  options: { wait: boolean; signal?: AbortSignal },
): Promise<T | null> {
  const { wait, signal } = options;
  if (!wait) return navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => (lock ? work() : null));
  return navigator.locks.request(LOCK, signal ? { signal } : {}, work);
}

/** Waits for the running round, which is asked to stop, and works while none can begin. */
export async function quietly(work: () => Promise<void>): Promise<void> {
  stopRounds();
  await withRoundLock(work, { wait: true });
}
