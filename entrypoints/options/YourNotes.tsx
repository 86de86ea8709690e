import { i18n } from '#i18n';
import { ErrorNotice } from '@/components/ErrorNotice';
import { useNoteCount } from '@/components/hooks/use-notes';
import { ExportNotes } from './ExportNotes';
import { ImportNotes } from './ImportNotes';

/** The reader's notes as a whole: how many, out into a file, in from a file. */
export function YourNotes() {
  const count = useNoteCount();
  return (
    <>
      {count.state === 'failed' ? (
        <ErrorNotice error={count.error} onRetry={count.retry} />
      ) : (
        <p>{count.state === 'ready' && i18n.t('options.notes.count', count.value)}</p>
      )}
      <ExportNotes />
      <ImportNotes />
    </>
  );
}
