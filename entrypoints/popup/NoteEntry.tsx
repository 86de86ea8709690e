import { useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { ErrorNotice } from '@/components/ErrorNotice';
import { useDraft } from '@/components/hooks/use-draft';
import type { SharedVault } from '@/components/hooks/use-shared-vault';
import { authorName } from '@/components/notes/author-name';
import { NoteEditor } from '@/components/notes/NoteEditor';
import { NoteItem, type Sharing } from '@/components/notes/NoteItem';
import { noteName } from '@/components/notes/note-name';
import { UndoLine } from '@/components/notes/UndoLine';
import { topicName } from '@/components/topic-names';
import { type AppError, toAppError } from '@/lib/model/app-error';
import type { Note, NoteDraft, ShownText } from '@/lib/model/note';
import { copyNote, type Moved, unmoveNote } from '@/lib/notes/move-note';
import { joinVersions, keepVersion, type Settled, splitNote, unsettle } from '@/lib/notes/settle-versions';
import { editNote } from '@/lib/notes/write-note';
import { usePopup } from './popup-context';

/** An unsaved edit carries the note as it was when the edit began: what came in since then is not overwritten. */
type EditDraft = NoteDraft & { shown: ShownText };

type Props = { note: Note; showPage: boolean };

const MOVED = { own: 'notes.shared.movedToOwn', shared: 'notes.shared.moved' } as const;

/** A note with what can be done to it. An edit that was not saved stands open again when the popup is opened again. */
export function NoteEntry({ note, showPage }: Props) {
  const { byId, gone, shared, open } = usePopup();
  const going = gone.how(note.id);
  const { draft, error: keepError, put } = useDraft<EditDraft>(`edit:${note.id}`);
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const editButton = useRef<HTMLButtonElement>(null);
  const focusBack = useRef(false);
  const [asked, setAsked] = useState(false);
  const [copied, setCopied] = useState<Moved | null>(null);
  const [settled, setSettled] = useState<Settled | null>(null);

  const attempt = (work: () => Promise<unknown>) => {
    setError(null);
    return work().catch((thrown: unknown) => setError(toAppError(thrown)));
  };
  // The control that had the focus is gone after saving, cancelling and undoing: the edit control takes it.
  useEffect(() => {
    if (!focusBack.current || going || draft) return;
    focusBack.current = false;
    editButton.current?.focus();
  });

  if (going) {
    const restore = () => {
      focusBack.current = true;
      void attempt(() => gone.restore(note));
    };
    return (
      <>
        <UndoLine
          said={i18n.t(going.how === 'deleted' ? 'notes.item.deleted' : MOVED[going.to])}
          label={i18n.t(going.how === 'deleted' ? 'notes.item.undoNamed' : 'notes.shared.undoNamed', [
            noteName(note),
          ])}
          onUndo={restore}
        />
        {error && <ErrorNotice error={error} />}
      </>
    );
  }

  const save = async () => {
    if (saving || draft === null) return;
    setSaving(true);
    await attempt(async () => {
      const { shown } = draft;
      const saved = await editNote(note.id, { body: draft.body }, shown, note.vault);
      if (shown.versions.length > 0) {
        setSettled({ texts: [shown.body, ...shown.versions], note: saved, made: [] });
      } else focusBack.current = true;
      await put(null);
    });
    setSaving(false);
  };
  const cancel = () => {
    focusBack.current = true;
    void put(null);
  };

  if (draft) {
    return (
      <NoteEditor
        body={draft.body}
        saving={saving}
        takesFocus={asked}
        onBody={(body) => void put({ ...draft, body })}
        onSave={() => void save()}
        onCancel={cancel}
      >
        {(error ?? keepError) && <ErrorNotice error={(error ?? keepError) as AppError} />}
      </NoteEditor>
    );
  }
  const { target, tags, body, versions, heads } = note;
  const edit = (text: string) => {
    setAsked(true);
    setSettled(null);
    void put({ target, topics: note.topics, tags, body: text, shown: { body, versions, heads } });
  };
  const settle = (work: Promise<Settled>) => void attempt(async () => setSettled(await work));
  const share = async () => {
    if (note.vault !== 'shared') await gone.move(note, 'shared');
    else if (isOwn(note, shared)) await gone.move(note, 'own');
    else setCopied(await copyNote(note, 'own'));
  };
  const undoSettled = (done: Settled) => {
    focusBack.current = true;
    void attempt(async () => {
      await unsettle(done);
      setSettled(null);
    });
  };
  return (
    <NoteItem
      note={note}
      topics={note.topics.map((id) => {
        const topic = byId.get(id);
        return { id, name: topic ? topicName(topic) : null };
      })}
      showPage={showPage}
      editRef={editButton}
      onOpenTopic={(id) => open({ view: 'topic', id })}
      onEdit={() => edit(body)}
      versionActs={{
        onKeep: (text) => settle(keepVersion(note, text)),
        onMerge: () => void attempt(async () => edit(await joinVersions(note))),
        onKeepAll: () => settle(splitNote(note)),
      }}
      sharing={describeSharing(note, shared)}
      onShare={() => void attempt(() => share())}
      onDelete={() => void attempt(() => gone.remove(note))}
    >
      {copied && (
        <UndoLine
          said={i18n.t('notes.shared.copied')}
          label={i18n.t('notes.shared.undoNamed', [noteName(note)])}
          onUndo={() =>
            void attempt(async () => {
              focusBack.current = true;
              await unmoveNote(copied);
              setCopied(null);
            })
          }
        />
      )}
      {settled && (
        <UndoLine
          said={i18n.t('notes.versions.settled')}
          label={i18n.t('notes.versions.undoNamed', [noteName(note)])}
          onUndo={() => undoSettled(settled)}
        />
      )}
      {error && <ErrorNotice error={error} />}
    </NoteItem>
  );
}

/** What the note says of sharing, and what can be done about it; null where there is nobody to share with. */
function describeSharing(note: Note, shared: SharedVault): Sharing | null {
  if (note.vault !== 'shared') return shared.isConnected ? { author: null, offer: 'move' } : null;
  const author = authorName(note.author, shared.replicas);
  return { author, offer: isOwn(note, shared) ? 'back' : 'copy' };
}

function isOwn(note: Note, shared: SharedVault): boolean {
  return shared.replicas.some(({ id, isSelf }) => isSelf && id === note.author);
}
