import { useState } from 'react';
import { type AppError, toAppError } from '@/lib/model/app-error';
import type { Note, NoteDraft, ShownText } from '@/lib/model/note';
import { copyNote, type Moved, unmoveNote } from '@/lib/notes/move-note';
import { joinVersions, keepVersion, type Settled, splitNote, unsettle } from '@/lib/notes/settle-versions';
import { editNote } from '@/lib/notes/write-note';
import { useDraft } from './use-draft';
import type { GoneNotes } from './use-gone-notes';
import type { SharedVault } from './use-shared-vault';

/** An unsaved edit carries the note as it was when the edit began: what came in since then is not overwritten. */
type EditDraft = NoteDraft & { shown: ShownText };

/**
 * All that can be done to a note, and how the last of it went. An edit that was not saved stands open again when the
 * page is opened again. What takes an act back is there (`undoCopy`, `undoSettled`) as long as it can be taken back.
 */
export function useNoteActs(note: Note, gone: GoneNotes, shared: SharedVault) {
  const { draft, error: keepError, put } = useDraft<EditDraft>(`edit:${note.id}`);
  const [isSaving, setIsSaving] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const [copied, setCopied] = useState<Moved | null>(null);
  const [settled, setSettled] = useState<Settled | null>(null);

  const attempt = (work: () => Promise<unknown>) => {
    setError(null);
    return work().catch((thrown: unknown) => setError(toAppError(thrown)));
  };
  const { target, topics, tags, body, versions, heads, vault } = note;
  const edit = (text: string) => {
    setSettled(null);
    return put({ target, topics, tags, body: text, shown: { body, versions, heads } });
  };
  const settle = (work: () => Promise<Settled>) => attempt(async () => setSettled(await work()));

  return {
    /** The text being edited; null where none is. */
    edited: draft?.body ?? null,
    isSaving,
    error: error ?? keepError,
    type: (text: string) => void (draft && put({ ...draft, body: text })),
    edit: (text: string) => void edit(text),
    cancel: () => void put(null),
    async save(): Promise<void> {
      if (isSaving || draft === null) return;
      setIsSaving(true);
      await attempt(async () => {
        const { shown } = draft;
        const saved = await editNote(note.id, { body: draft.body }, shown, vault);
        if (shown.versions.length > 0)
          setSettled({ texts: [shown.body, ...shown.versions], note: saved, made: [] });
        await put(null);
      });
      setIsSaving(false);
    },
    remove: () => void attempt(() => gone.remove(note)),
    restore: () => void attempt(() => gone.restore(note)),
    /** Moves the note to the shared vault or back; of another's note there the reader gets a copy. */
    share: () =>
      void attempt(async () => {
        if (vault !== 'shared') await gone.move(note, 'shared');
        else if (isOwn(note, shared)) await gone.move(note, 'own');
        else setCopied(await copyNote(note, 'own'));
      }),
    keepVersion: (text: string) => void settle(() => keepVersion(note, text)),
    keepAllVersions: () => void settle(() => splitNote(note)),
    mergeVersions: () => void attempt(async () => edit(await joinVersions(note))),
    undoCopy:
      copied &&
      (() =>
        void attempt(async () => {
          await unmoveNote(copied);
          setCopied(null);
        })),
    undoSettled:
      settled &&
      (() =>
        void attempt(async () => {
          await unsettle(settled);
          setSettled(null);
        })),
  };
}

/** Whether a note of the shared vault was written on one of the reader's own machines. */
export function isOwn(note: Note, shared: SharedVault): boolean {
  return shared.replicas.some(({ id, isSelf }) => isSelf && id === note.author);
}
