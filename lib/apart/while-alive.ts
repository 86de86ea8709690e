import { AppError } from '@/lib/model/app-error';

/**
 * How often it is looked whether a work has shown a sign of life, and how many times in a row it may have shown none. Storing 100,000
 * notes is one step of the browser that nobody hears of: minutes, on a busy machine.
 */
const LOOK_MS = 60_000;
const MOST_QUIET = 10;

/**
 * What comes of a work that calls `sign` as it goes on. Throws what it throws, and `thread-silent` where it has not called for ten
 * minutes: `silence` is aborted then, and nobody waits for it any more.
 */
export async function whileAlive<Result>(
  work: (sign: () => void, silence: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const silence = new AbortController();
  let quiet = 0;
  let look: ReturnType<typeof setInterval> | undefined;
  const silent = new Promise<never>((_, reject) => {
    // Looked at and not timed: what a machine has slept through is no silence.
    look = setInterval(() => {
      quiet += 1;
      if (quiet < MOST_QUIET) return;
      silence.abort();
      reject(new AppError('thread-silent', { retryable: true }));
    }, LOOK_MS);
  });
  const sign = () => {
    quiet = 0;
  };
  try {
    return await Promise.race([work(sign, silence.signal), silent]);
  } finally {
    clearInterval(look);
  }
}
