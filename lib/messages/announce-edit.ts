import { AppError } from '@/lib/model/app-error';
import { callBackground } from './call-background';

/**
 * Tells the background that notes were written: those of these articles, by canonical address, or where nothing is said,
 * any. Waits for nothing and never throws: the page may be gone the next
 * moment, and what the background misses its next alarm finds.
 */
export function announceEdit(pages: string[] | null = null): void {
  callBackground('noteWritten', { pages }).catch((thrown) => {
    // Nobody answers: an update of the extension is under way.
    if (!(thrown instanceof AppError)) throw thrown;
  });
}
