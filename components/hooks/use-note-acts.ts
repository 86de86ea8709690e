import { useState } from 'react';
import { type Lack, lackOf } from '@/components/notes/composer-draft';
import type { Note, NoteDraft, ShownText } from '@/lib/model/note';
import { copyNote, type Moved, unmoveNote } from '@/lib/notes/move-note';
import { joinVersions, keepVersion, type Settled, splitNote, unsettle } from '@/lib/notes/settle-versions';
import { editNote } from '@/lib/notes/write-note';
import { useAttempt } from './use-attempt';
import { useDraft } from './use-draft';
import type { GoneNotes } from './use-gone-notes';
import type { SharedVault } from './use-shared-vault';

/** An unsaved edit carries the note as it was when the edit began: what came in since then is not overwritten. */
type EditDraft = NoteDraft & { shown: ShownText; before?: Marks };

/** What a note is filed under, and its event. */
type Marks = Pick<NoteDraft, 'topics' | 'tags' | 'event'>;

/** A note as the reader had it before an edit, and as the edit left it for them. */
type Former = { before: NoteDraft; saved: Note };

/**
 * All that can be done to a note, and how the last of it went. An edit that was not saved stands open again when the
 * page is opened again. What takes an act back is there (`undoEdit`, `undoCopy`, `undoSettled`) as long as it can be
 * taken back.
 */
export function useNoteActs(note: Note, gone: GoneNotes, shared: SharedVault) {
  const { draft, error: keepError, put } = useDraft<EditDraft>(`edit:${note.id}`, isNothing);
  const [isSaving, setIsSaving] = useState(false);
  const { error, attempt } = useAttempt();
  const [copied, setCopied] = useState<Moved | null>(null);
  const [former, setFormer] = useState<Former | null>(null);
  const [isLacking, setLacking] = useState(false);
  const [settled, setSettled] = useState<Settled | null>(null);

  const { target, topics, tags, event, vault } = note;
  const edit = (text: string) => {
    setSettled(null);
    setFormer(null);
    setLacking(false);
    return put({ target, topics, tags, event, body: text, ...basedOn(note) });
  };
  const settle = (work: () => Promise<Settled>) => attempt(async () => setSettled(await work()));

  return {
    /** The note as it is being edited; null where it is not. */
    edited: draft,
    /** What was missing when the reader tried to save. */
    lack: isLacking && draft ? lackOfEdit(draft) : null,
    isSaving,
    error: error ?? keepError,
    change: (edited: NoteDraft) => void (draft && put({ ...draft, ...edited })),
    edit: (text: string) => void edit(text),
    cancel: () => void put(null),
    async save(): Promise<void> {
      if (isSaving || draft === null) return;
      if (lackOfEdit(draft) !== null) return setLacking(true);
      setIsSaving(true);
      await attempt(async () => {
        const { topics, tags, before = { topics, tags } } = draft;
        const shown = { ...draft.shown, topics: before.topics, tags: before.tags };
        const saved = await editNote(note.id, toEdit(before, draft), shown, vault);
        if (shown.versions.length > 0)
          setSettled({ texts: [shown.body, ...shown.versions], note: saved, made: [] });
        // What says the same as before is no edit.
        else if (saved.modifiedAt !== note.modifiedAt)
          setFormer({ before: { ...draft, ...before, body: shown.body }, saved: { ...saved, topics, tags } });
        // What was typed meanwhile is a further edit.
        await put((last) => (last === null || last === draft ? null : { ...last, ...basedOn(saved) }));
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
    /** Puts back what the note was before the last edit, as a further edit: what came in since is kept. */
    undoEdit:
      former &&
      (() =>
        void attempt(async () => {
          await editNote(note.id, toEdit(former.saved, former.before), former.saved, vault);
          setFormer(null);
        })),
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

/** What an edit that begins at a note as it stands goes on from. */
function basedOn({ body, versions, heads, topics, tags, event }: Note): Pick<EditDraft, 'shown' | 'before'> {
  return { shown: { body, versions, heads }, before: { topics, tags, event } };
}

/** What an edit cannot be saved without: a note that stands already may lose its words, an event not its day. */
function lackOfEdit(draft: NoteDraft): Lack {
  return draft.event ? lackOf(draft) : null;
}

function isNothing({ body, tags, event }: NoteDraft): boolean {
  return body.trim() === '' && tags.length === 0 && !event;
}

/** What is written where a note was `before` and the reader made it `after`; an event only where it is another. */
function toEdit(before: Marks, after: NoteDraft): Partial<NoteDraft> {
  const isMoved = before.event?.date !== after.event?.date || before.event?.text !== after.event?.text;
  return {
    body: after.body,
    topics: after.topics,
    tags: after.tags,
    ...(isMoved && { event: after.event ?? null }),
  };
}

/** Whether a note of the shared vault was written on one of the reader's own machines. */
export function isOwn(note: Note, shared: SharedVault): boolean {
  return shared.replicas.some(({ id, isSelf }) => isSelf && id === note.author);
}
