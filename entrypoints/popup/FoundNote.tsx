import { ErrorNotice } from '@/components/ErrorNotice';
import { useNote } from '@/components/hooks/use-notes';
import { NoteEntry } from '@/components/notes/NoteEntry';
import { usePopup } from './popup-context';

/** One note that a search found, to read, edit and delete. */
export function FoundNote({ id }: { id: string }) {
  const popup = usePopup();
  const { page, gone } = popup;
  const loaded = useNote(id);
  if (loaded.state === 'failed') return <ErrorNotice error={loaded.error} onRetry={loaded.retry} />;
  const note = (loaded.state === 'ready' ? loaded.value : null) ?? gone.find(id);
  if (note === null) return null;
  return (
    <NoteEntry note={note} showPage={note.target?.canonical !== page?.article.canonical} around={popup} />
  );
}
