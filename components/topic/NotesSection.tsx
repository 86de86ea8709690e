import { type FormEvent, type KeyboardEvent, useId } from 'react';
import { i18n } from '#i18n';
import { ErrorNotice } from '@/components/ErrorNotice';
import { type Author, authorName } from '@/components/notes/author-name';
import { NoteVersions } from '@/components/notes/NoteVersions';
import type { AppError } from '@/lib/model/app-error';

import type { Note } from '@/lib/model/note';
import { formatMoment } from '@/lib/time/format-date';
import { Beside } from './Beside';
import styles from './NotesSection.module.css';

/** A note being written, and how far its saving has come. */
export type Writing = {
  body: string;
  /** `restored`: text that was left unsaved before; `typed`: changed now. */
  state: 'empty' | 'restored' | 'typed' | 'saving' | 'saved';
  error: AppError | null;
};

type Props = {
  topicName: string;
  /** Canonical address of the article: its notes read "On this article". Null where there is none. */
  canonical: string | null;
  notes: Note[];
  /** Who writes in the shared vault. */
  authors: readonly Author[];
  writing: Writing;
  onBody: (body: string) => void;
  onSave: () => void;
  /** Leads to the notes, to settle what was edited in two places. */
  onOpenNotes: () => void;
};

/** The reader's notes on a topic, from any article, and a place to write one on this article. */
export function NotesSection(props: Props) {
  const { topicName, canonical, notes, authors, writing, onBody, onSave, onOpenNotes } = props;
  const fieldId = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave();
  };
  const saveByKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) onSave();
  };
  const blank = writing.body.trim() === '';
  return (
    <div className={styles.notes}>
      <form className={styles.form} onSubmit={submit}>
        <label htmlFor={fieldId} className={styles.label}>
          {i18n.t('card.note.label', [topicName])}
        </label>
        <textarea
          id={fieldId}
          className={styles.field}
          rows={3}
          value={writing.body}
          placeholder={i18n.t('card.note.placeholder')}
          onChange={(event) => onBody(event.target.value)}
          onKeyDown={saveByKey}
          dir="auto"
        />
        <div className={styles.row}>
          <button type="submit" className={styles.save} disabled={blank || writing.state === 'saving'}>
            {i18n.t('card.note.save')}
          </button>
          <p role="status" className={styles.status}>
            {stateWord(writing.state)}
          </p>
        </div>
        {writing.error && <ErrorNotice error={writing.error} onRetry={onSave} />}
      </form>
      {notes.length === 0 ? (
        <p className={styles.status}>{i18n.t('card.empty.notes')}</p>
      ) : (
        <ul className={styles.list}>
          {notes.map((note) => (
            <li key={`${note.vault} ${note.id}`} className={styles.note}>
              {note.versions.length > 0 ? (
                <NoteVersions body={note.body} versions={note.versions} onChoose={onOpenNotes} />
              ) : (
                <p className={styles.body} dir="auto">
                  {note.body}
                </p>
              )}
              <Beside className={styles.beside}>
                <Place note={note} canonical={canonical} />
                {note.vault === 'shared' && (
                  <bdi>{i18n.t('notes.shared.by', [authorName(note.author, authors)])}</bdi>
                )}
                <span>{formatMoment(note.modifiedAt, i18n.t)}</span>
              </Beside>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Place({ note, canonical }: { note: Note; canonical: string | null }) {
  const { target, fact } = note;
  if (target === null && fact !== undefined) return <span>{i18n.t('card.note.atLine')}</span>;
  if (target === null) return <span>{i18n.t('card.note.noPage')}</span>;
  if (target.canonical === canonical) return <span>{i18n.t('card.note.here')}</span>;
  // An imported note can hold any address: only one of the web becomes a link.
  if (!/^https?:\/\//i.test(target.url)) return <span dir="auto">{target.title || target.url}</span>;
  return (
    <a href={target.url} target="_blank" rel="noreferrer" dir="auto">
      {target.title || target.url}
    </a>
  );
}

function stateWord(state: Writing['state']): string {
  switch (state) {
    case 'empty':
      return '';
    case 'restored':
    case 'typed':
      return i18n.t('card.note.unsaved');
    case 'saving':
      return i18n.t('card.note.saving');
    case 'saved':
      return i18n.t('card.note.saved');
  }
}
