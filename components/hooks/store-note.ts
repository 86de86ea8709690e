import type { Note, NoteDraft } from '@/lib/model/note';
import type { KeptDraft } from '@/lib/notes/draft';

/** Saves a new note; its code is loaded only now. Resolves and throws as `createNote`. */
export async function storeNote(draft: NoteDraft, kept: KeptDraft | null): Promise<Note> {
  const { createNote } = await import('@/lib/notes/write-note');
  return createNote(draft, kept);
}
