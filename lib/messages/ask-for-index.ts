import { AppError } from '@/lib/model/app-error';
import { callBackground } from './call-background';

/** Asks the background to put the notes that wait into the index. Never throws: it does so anyway when it starts next. */
export function askForIndex(): void {
  callBackground('indexNotes', null).catch((thrown) => {
    // Nobody answers: an update of the extension is under way.
    if (!(thrown instanceof AppError)) throw thrown;
  });
}
