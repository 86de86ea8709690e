import { AppError } from '@/lib/model/app-error';

/**
 * Work that the worker begins by itself, and that nobody waits for. Where the database or a remote refuses, our pages say so, and
 * the next start or alarm tries again; what else is thrown stays a fault to be seen.
 */
export function unasked(work: Promise<unknown>): void {
  work.catch((thrown) => {
    if (!(thrown instanceof AppError)) throw thrown;
  });
}
