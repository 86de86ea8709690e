import { i18n } from '#i18n';
import type { Note } from '@/lib/model/note';
import styles from './NotesAtLine.module.css';

/** The reader's own notes at a statement, under it. */
export function NotesAtLine({ notes }: { notes: readonly Note[] }) {
  return notes.map((note) => (
    <p key={note.id} className={styles.note} dir="auto">
      {i18n.t('card.note.yours', [note.body])}
    </p>
  ));
}
