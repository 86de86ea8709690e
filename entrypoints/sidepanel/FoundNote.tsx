import { ErrorNotice } from '@/components/ErrorNotice';
import { useNote } from '@/components/hooks/use-notes';
import { Inner } from '@/components/Inner';
import { NoteEntry } from '@/components/notes/NoteEntry';
import { usePanel } from './panel-context';

/** One note that a search found, to read, edit and delete. */
export function FoundNote({ id, onBack }: { id: string; onBack: () => void }) {
  const panel = usePanel();
  const loaded = useNote(id);
  const note = (loaded.state === 'ready' ? loaded.value : null) ?? panel.gone.find(id);
  return (
    <Inner onBack={onBack}>
      {loaded.state === 'failed' && <ErrorNotice error={loaded.error} onRetry={loaded.retry} />}
      {note && (
        <NoteEntry
          note={note}
          showPage={note.target?.canonical !== panel.page?.article.canonical}
          around={panel}
        />
      )}
    </Inner>
  );
}
