import type { Note } from '@/lib/model/note';
import { NoteEntry } from './NoteEntry';
import styles from './NoteList.module.css';
import type { NoteSurroundings } from './note-surroundings';

type Props = {
  notes: readonly Note[];
  /** The page that the list is shown for: a note on any other shows where it stands. */
  canonical: string | null;
  around: NoteSurroundings;
};

/** Notes one below the other. */
export function NoteList({ notes, canonical, around }: Props) {
  return (
    <ul className={styles.notes}>
      {notes.map((note) => (
        <li key={`${note.vault} ${note.id}`}>
          <NoteEntry note={note} showPage={note.target?.canonical !== canonical} around={around} />
        </li>
      ))}
    </ul>
  );
}
