import { dropMeta, loadMeta, saveMeta } from '@/lib/db/meta';
import type { NoteWriting } from '@/lib/db/write-notes';
import type { NoteDraft } from '@/lib/model/note';

/** Unsaved text, and the key that it was left under. */
export type KeptDraft = { key: string; draft: NoteDraft };

const toKey = (key: string) => `draft:${key}`;

/** The unsaved text that was left under a key (an address, a topic, a note). `null` where there is none. */
export async function loadDraft(key: string): Promise<NoteDraft | null> {
  return (await loadMeta(toKey(key))) as NoteDraft | null;
}

/** Keeps what is being typed, so that a closed popup loses nothing. */
export function saveDraft(key: string, draft: NoteDraft): Promise<void> {
  return saveMeta(toKey(key), draft);
}

/** Forgets a draft in the transaction that saves it as a note; one in which more was typed since stays. */
export function dropDraftIn(writing: NoteWriting, { key, draft }: KeptDraft): Promise<void> {
  return writing.dropMeta(toKey(key), draft);
}

/** Forgets a draft: it was saved as a note, or given up. */
export function dropDraft(key: string): Promise<void> {
  return dropMeta(toKey(key));
}
