import type { Note } from '@/lib/model/note';
import styles from './App.module.css';
import { NoteEntry } from './NoteEntry';

type Props = {
  notes: readonly Note[];
  /** The page that the popup is about: a note on any other shows where it stands. */
  canonical: string | null;
};

/** Notes one below the other. */
export function NoteList({ notes, canonical }: Props) {
  return (
    <ul className={styles.notes}>
      {notes.map((note) => (
        <li key={`${note.vault} ${note.id}`}>
          <NoteEntry note={note} showPage={note.target?.canonical !== canonical} />
        </li>
      ))}
    </ul>
  );
}
