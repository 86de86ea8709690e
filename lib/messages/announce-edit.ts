import { AppError } from '@/lib/model/app-error';
import type { Note } from '@/lib/model/note';
import { callBackground } from './call-background';

/**
 * Tells the background that notes were written: these, or where nothing is said, any. Waits for nothing and never throws: the page may be gone the next
 * moment, and what the background misses its next alarm finds.
 */
export function announceEdit(written?: readonly Pick<Note, 'target'>[]): void {
  const pages = written?.flatMap(({ target }) => (target ? [target.canonical] : [])) ?? null;
  callBackground('noteWritten', { pages }).catch((thrown) => {
    // Nobody answers: an update of the extension is under way.
    if (!(thrown instanceof AppError)) throw thrown;
  });
}
