import { i18n } from '#i18n';
import { ErrorNotice } from '@/components/ErrorNotice';
import { valueOr } from '@/components/hooks/use-live';
import { useNote } from '@/components/hooks/use-notes';
import { NoteEntry } from './NoteEntry';
import type { NoteSurroundings } from './note-surroundings';

type Props = {
  id: string;
  /** The page at hand: a note on any other shows where it stands. */
  canonical: string | undefined;
  around: NoteSurroundings;
};

/** One note that a search found, to read, edit and delete. */
export function FoundNote({ id, canonical, around }: Props) {
  const loaded = useNote(id);
  if (loaded.state === 'failed') return <ErrorNotice error={loaded.error} onRetry={loaded.retry} />;
  const note = valueOr(loaded, null) ?? around.gone.find(id);
  if (note) return <NoteEntry note={note} showPage={note.target?.canonical !== canonical} around={around} />;
  return loaded.state === 'ready' && <p>{i18n.t('card.noteGone')}</p>;
}
