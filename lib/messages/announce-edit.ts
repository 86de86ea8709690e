import { AppError } from '@/lib/model/app-error';
import { callBackground } from './call-background';

/**
 * Tells the background that a note was written. Waits for nothing and never throws: the page may be gone the next
 * moment, and what the background misses its next alarm finds.
 */
export function announceEdit(): void {
  callBackground('noteWritten', null).catch((thrown) => {
    // Nobody answers: an update of the extension is under way.
    if (!(thrown instanceof AppError)) throw thrown;
  });
}
