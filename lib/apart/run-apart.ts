import { announceEdit } from '@/lib/messages/announce-edit';
import { readAnswer } from '@/lib/messages/envelope';
import { AppError } from '@/lib/model/app-error';
import type { SeeMerged } from '@/lib/notes/apply-changes';
import { whileAlive } from './while-alive';
import type { Order, Reply, Works } from './works';

/** What entrypoints/apart.ts is built to. */
const FILE = '/apart.js';

type Given<Name extends keyof Works> = Parameters<Works[Name]> extends [SeeMerged, ...infer Rest] ? Rest : [];
type Made<Name extends keyof Works> = Awaited<ReturnType<Works[Name]>>;

/**
 * Does a work in a thread of its own, so that the page can be used meanwhile. It ends with the page: what was not
 * committed by then has not happened. Throws the `AppError` that the work threw, `thread-missing` where the thread
 * ended before anything was done in it, and `thread-silent` where it was ended because it said nothing for ten minutes.
 */
export async function runApart<Name extends keyof Works>(
  name: Name,
  given: Given<Name>,
  see: SeeMerged = () => {},
): Promise<Made<Name>> {
  const worker = startThread();
  let isUnheard = true;
  try {
    const answer = await whileAlive(
      (sign) =>
        new Promise((resolve, reject) => {
          worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
            isUnheard = false;
            sign();
            if ('isAlive' in data) return;
            if ('merged' in data) see(data.merged.done, data.merged.total);
            else resolve(data.answer);
          });
          worker.addEventListener('error', ({ message }) =>
            reject(new AppError(isUnheard ? 'thread-missing' : 'unexpected', { detail: message })),
          );
          worker.addEventListener('messageerror', () => reject(new AppError('unexpected')));
          worker.postMessage({ name, given } satisfies Order);
        }),
    );
    return readAnswer(answer, 'unexpected') as Made<Name>;
  } finally {
    worker.terminate();
  }
}

function startThread(): Worker {
  try {
    return new Worker(FILE);
  } catch (cause) {
    throw new AppError('thread-missing', { cause });
  }
}

/** The same for a work that merges notes in; the background is told. */
export async function mergeApart<Name extends 'importFile' | 'importVault' | 'restoreBackup' | 'restoreLost'>(
  name: Name,
  given: Given<Name>,
  see?: SeeMerged,
): Promise<Made<Name>> {
  const applied = await runApart(name, given, see);
  announceEdit();
  return applied;
}
