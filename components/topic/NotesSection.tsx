import { i18n } from '#i18n';
import { type Author, authorName } from '@/components/notes/author-name';
import { NoteVersions } from '@/components/notes/NoteVersions';
import type { Note } from '@/lib/model/note';
import { formatMoment } from '@/lib/time/format-date';
import { Beside } from './Beside';
import styles from './NotesSection.module.css';

type Props = {
  /** Canonical address of the article: its notes read "On this article". Null where there is none. */
  canonical: string | null;
  notes: Note[];
  /** Who writes in the shared vault. */
  authors: readonly Author[];
  /** Leads to the notes, to settle what was edited in two places. */
  onOpenNotes: () => void;
};

/** The reader's notes on a topic, from any article. */
export function NotesSection({ canonical, notes, authors, onOpenNotes }: Props) {
  if (notes.length === 0) return <p className={styles.status}>{i18n.t('card.empty.notes')}</p>;
  return (
    <ul className={styles.list}>
      {notes.map((note) => (
        <li key={`${note.vault} ${note.id}`} className={styles.note}>
          {note.versions.length > 0 ? (
            <NoteVersions body={note.body} versions={note.versions} onChoose={onOpenNotes} />
          ) : (
            <p className={styles.body} dir="auto">
              {note.body || note.target?.selectors?.quote.exact}
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
