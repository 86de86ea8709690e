import { type AppError, toAppError } from '@/lib/model/app-error';
import type { NoteDraft } from '@/lib/model/note';

/** Saves a new note; its code is loaded only now. Returns why it could not be saved; null once it is stored. */
export async function storeNote(draft: NoteDraft): Promise<AppError | null> {
  try {
    const { createNote } = await import('@/lib/notes/write-note');
    await createNote(draft);
    return null;
  } catch (thrown) {
    return toAppError(thrown);
  }
}
