import { ErrorNotice } from '@/components/ErrorNotice';
import { useNotesOfPage } from '@/components/hooks/use-notes';
import { NotesOfPage } from '@/components/notes/NotesOfPage';
import { usePanel } from './panel-context';

/** The notes of the page that the panel is about. */
export function NotesHere() {
  const panel = usePanel();
  const { page, gone } = panel;
  const canonical = page?.article.canonical ?? null;
  const loaded = useNotesOfPage(canonical);
  if (loaded.state === 'failed') return <ErrorNotice error={loaded.error} onRetry={loaded.retry} />;
  if (page === null || loaded.state === 'loading') return null;
  const notes = gone.among(
    loaded.value,
    (note) => note.target?.canonical === canonical,
    (a, b) => b.createdAt - a.createdAt,
  );
  return <NotesOfPage article={page.article} notes={notes} around={panel} />;
}
