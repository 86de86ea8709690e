import { type ChangeEvent, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { downloadFile } from '@/components/download-file';
import { ErrorNotice } from '@/components/ErrorNotice';
import { useNoteCount } from '@/components/hooks/use-notes';
import { ImportReport } from '@/components/settings/ImportReport';
import { exportNotes } from '@/lib/exchange/export-notes';
import { importNotes } from '@/lib/exchange/import-notes';
import { type AppError, toAppError } from '@/lib/model/app-error';
import type { Applied } from '@/lib/sync/store';
import { todayOf } from '@/lib/time/format-date';
import styles from './App.module.css';

/** How far moving notes is, one way or the other. */
type Moving =
  | { state: 'idle' }
  | { state: 'reading' }
  | { state: 'exported'; text: string }
  | { state: 'imported'; fileName: string; applied: Applied }
  | { state: 'refused'; fileName: string | null; error: AppError };

/** The reader's notes as a whole: how many, out into a file, in from a file. */
export function YourNotes() {
  const count = useNoteCount();
  const [moving, setMoving] = useState<Moving>({ state: 'idle' });
  const file = useRef<HTMLInputElement>(null);
  const known = count.state === 'ready' ? count.value : null;

  const takeOut = async () => {
    if (known === 0) return setMoving({ state: 'exported', text: i18n.t('options.notes.nothingToExport') });
    try {
      const name = `notes-${todayOf(new Date())}.json`;
      downloadFile(name, new Blob([await exportNotes()], { type: 'application/json' }));
      setMoving({
        state: 'exported',
        text: i18n.t('options.notes.exported', known ?? 0, [String(known), name]),
      });
    } catch (thrown) {
      setMoving({ state: 'refused', fileName: null, error: toAppError(thrown) });
    }
  };
  const takeIn = async (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = event.target.files?.[0];
    // The same file can be chosen again.
    if (!chosen) return;
    setMoving({ state: 'reading' });
    try {
      const applied = await importNotes(await chosen.text());
      setMoving({ state: 'imported', fileName: chosen.name, applied });
    } catch (thrown) {
      setMoving({ state: 'refused', fileName: chosen.name, error: toAppError(thrown) });
    }
    if (file.current) file.current.value = '';
  };

  return (
    <>
      {count.state === 'failed' ? (
        <ErrorNotice error={count.error} onRetry={count.retry} />
      ) : (
        <p>{known !== null && i18n.t('options.notes.count', known)}</p>
      )}
      <div className={styles.stack}>
        <button type="button" className={styles.button} onClick={() => void takeOut()}>
          {i18n.t('options.notes.export')}
        </button>
        <p className={styles.hint}>{i18n.t('options.notes.exportHint')}</p>
        <p role="status">{moving.state === 'exported' && moving.text}</p>
      </div>
      <div className={styles.stack}>
        <button type="button" className={styles.button} onClick={() => file.current?.click()}>
          {i18n.t('options.notes.import')}
        </button>
        <input
          ref={file}
          type="file"
          accept=".json,application/json"
          aria-label={i18n.t('options.notes.file')}
          tabIndex={-1}
          className={styles.file}
          onChange={(event) => void takeIn(event)}
        />
        <p className={styles.hint}>{i18n.t('options.notes.importHint')}</p>
        {moving.state === 'reading' && <p role="status">{i18n.t('options.notes.importing')}</p>}
        {moving.state === 'imported' && <ImportReport fileName={moving.fileName} applied={moving.applied} />}
        {moving.state === 'refused' && (
          <>
            {moving.fileName !== null && <p>{i18n.t('options.notes.refused', [moving.fileName])}</p>}
            <ErrorNotice error={moving.error} />
          </>
        )}
      </div>
    </>
  );
}
