import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { i18n } from '#i18n';
import type { NoteDraft } from '@/lib/model/note';
import type { Lack } from './composer-draft';
import { EventFields } from './EventFields';
import { LACK_TEXTS } from './lack-texts';
import styles from './NoteComposer.module.css';
import { NoteMarks, type TopicChoice } from './NoteMarks';

type Props = {
  draft: NoteDraft;
  topics: readonly TopicChoice[];
  /** Tags that the reader has used before, most used first. */
  tags: readonly string[];
  saving: boolean;
  /** What the reader tried to save without; null: nothing, or they have not tried. */
  lack: Lack;
  /** The reader has just asked for the editor; one that was left open before must not take the focus. */
  takesFocus: boolean;
  onDraft: (draft: NoteDraft) => void;
  onSave: () => void;
  onCancel: () => void;
  children?: ReactNode;
};

/** Edits a note in its place: text, topics, tags, and its event. Ctrl or Command with Enter saves, Escape gives up. */
export function NoteEditor({
  draft,
  topics,
  tags,
  saving,
  lack,
  takesFocus,
  onDraft,
  onSave,
  onCancel,
  children,
}: Props) {
  const lackId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it appears
  useEffect(() => {
    if (!takesFocus) return;
    field.current?.focus();
    field.current?.setSelectionRange(field.current.value.length, field.current.value.length);
  }, []);

  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.nativeEvent.isComposing) return;
    // Not `onSave`: the field that the key was pressed in may just have changed the draft.
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
    else if (event.key === 'Escape') onCancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <form
      className={styles.composer}
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
      onKeyDown={onKeyDown}
    >
      {draft.event && (
        <EventFields
          event={draft.event}
          lack={lack}
          describedBy={lackId}
          onEvent={(event) => onDraft({ ...draft, event })}
        />
      )}
      <textarea
        ref={field}
        aria-label={i18n.t('notes.item.body')}
        className={draft.event ? styles.event : styles.body}
        dir="auto"
        rows={draft.event ? 1 : 3}
        value={draft.body}
        onChange={({ target }) => onDraft({ ...draft, body: target.value })}
      />
      <NoteMarks
        marked={draft}
        topics={topics}
        tags={tags}
        lacksTopic={lack === 'topic'}
        describedBy={lackId}
        onMarked={(marked) => onDraft({ ...draft, ...marked })}
      />
      {children}
      <div className={styles.foot}>
        <p role="status" id={lackId} className={styles.lack}>
          {lack && i18n.t(LACK_TEXTS[lack])}
        </p>
        <span className={styles.hint} />
        <button type="button" className={styles.cancel} onClick={onCancel}>
          {i18n.t('notes.item.cancel')}
        </button>
        <button type="submit" className={styles.save} aria-disabled={saving}>
          {i18n.t('notes.item.save')}
        </button>
      </div>
    </form>
  );
}
