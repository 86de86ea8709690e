import { useEffect, useMemo, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { ErrorNotice } from '@/components/ErrorNotice';
import { valueOr } from '@/components/hooks/use-live';
import { isOwn, useNoteActs } from '@/components/hooks/use-note-acts';
import { useTags } from '@/components/hooks/use-notes';
import type { SharedVault } from '@/components/hooks/use-shared-vault';
import { useTopics } from '@/components/hooks/use-topics';
import { topicName } from '@/components/topic-names';
import type { Note } from '@/lib/model/note';
import type { Topic } from '@/lib/model/pack';
import { authorName } from './author-name';
import { NoteEditor } from './NoteEditor';
import { NoteItem, type Sharing } from './NoteItem';
import { noteName } from './note-name';
import type { NoteSurroundings } from './note-surroundings';
import { topicChoices } from './topic-choices';
import { UndoLine } from './UndoLine';

type Props = { note: Note; showPage: boolean; around: NoteSurroundings };

const NO_TAGS: string[] = [];
const NO_TOPICS: Topic[] = [];
const MOVED = { own: 'notes.shared.movedToOwn', shared: 'notes.shared.moved' } as const;

/** A note with what can be done to it. */
export function NoteEntry({ note, showPage, around }: Props) {
  const { byId, gone, shared, openTopic, onEditing, standing, onShowNote } = around;
  const going = gone.how(note.id);
  const acts = useNoteActs(note, gone, shared);
  const { edited, error } = acts;
  const isEditing = edited !== null;
  const tags = valueOr(useTags(isEditing), NO_TAGS);
  const installed = valueOr(useTopics(isEditing), NO_TOPICS);
  const topics = useMemo(() => topicChoices(installed), [installed]);
  useEffect(() => {
    onEditing?.(isEditing);
  }, [onEditing, isEditing]);
  const { hold } = gone;
  // biome-ignore lint/correctness/useExhaustiveDependencies: as it was when the edit began
  useEffect(() => (isEditing ? hold(note) : undefined), [hold, isEditing]);
  const editButton = useRef<HTMLButtonElement>(null);
  const focusBack = useRef(false);
  const [asked, setAsked] = useState(false);

  // The control that had the focus is gone after saving, cancelling and undoing: the edit control takes it.
  useEffect(() => {
    if (!focusBack.current || going || edited !== null || !editButton.current) return;
    focusBack.current = false;
    // What takes the act back has taken the focus.
    if (acts.undoEdit || acts.undoSettled) return;
    editButton.current.focus();
  });
  /** The act, after which the edit control has the focus. */
  const withFocus = (act: () => void) => () => {
    focusBack.current = true;
    act();
  };

  if (going) {
    return (
      <>
        <UndoLine
          said={i18n.t(going.how === 'deleted' ? 'notes.item.deleted' : MOVED[going.to])}
          label={i18n.t(going.how === 'deleted' ? 'notes.item.undoNamed' : 'notes.shared.undoNamed', [
            noteName(note),
          ])}
          onUndo={withFocus(acts.restore)}
        />
        {error && <ErrorNotice error={error} />}
      </>
    );
  }
  if (edited !== null) {
    return (
      <NoteEditor
        draft={edited}
        topics={topics}
        tags={tags}
        saving={acts.isSaving}
        lack={acts.lack}
        takesFocus={asked}
        onDraft={acts.change}
        onSave={withFocus(() => void acts.save())}
        onCancel={withFocus(acts.cancel)}
      >
        {error && <ErrorNotice error={error} />}
      </NoteEditor>
    );
  }
  const edit = (act: () => void) => () => {
    setAsked(true);
    act();
  };
  return (
    <NoteItem
      note={note}
      topics={note.topics.map((id) => {
        const topic = byId.get(id);
        return { id, name: topic ? topicName(topic) : null };
      })}
      showPage={showPage}
      standing={showPage ? null : (standing?.(note.id) ?? null)}
      onShow={onShowNote && (() => onShowNote(note.id))}
      editRef={editButton}
      onOpenTopic={openTopic}
      onEdit={edit(() => acts.edit(note.body))}
      versionActs={{
        onKeep: acts.keepVersion,
        onMerge: edit(acts.mergeVersions),
        onKeepAll: acts.keepAllVersions,
      }}
      sharing={describeSharing(note, shared)}
      onShare={acts.share}
      onDelete={acts.remove}
    >
      {acts.undoCopy && (
        <UndoLine
          said={i18n.t('notes.shared.copied')}
          label={i18n.t('notes.shared.undoNamed', [noteName(note)])}
          onUndo={withFocus(acts.undoCopy)}
        />
      )}
      {acts.undoEdit && (
        <UndoLine
          said={i18n.t('notes.item.saved')}
          label={i18n.t('notes.item.undoEditNamed', [noteName(note)])}
          onUndo={withFocus(acts.undoEdit)}
        />
      )}
      {acts.undoSettled && (
        <UndoLine
          said={i18n.t('notes.versions.settled')}
          label={i18n.t('notes.versions.undoNamed', [noteName(note)])}
          onUndo={withFocus(acts.undoSettled)}
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
