import { useState } from 'react';
import { i18n } from '#i18n';
import { ErrorNotice } from '@/components/ErrorNotice';
import { FileButton } from '@/components/FileButton';
import { type Merged, Merging } from '@/components/Merging';
import { ImportReport } from '@/components/settings/ImportReport';
import { mergeApart } from '@/lib/apart/run-apart';
import { type AppError, toAppError } from '@/lib/model/app-error';
import type { Applied } from '@/lib/sync/store';
import styles from './App.module.css';

/** How far taking a file in is. */
type Importing =
  | { state: 'idle' }
  | { state: 'reading'; merged?: Merged }
  | { state: 'imported'; fileName: string; applied: Applied }
  | { state: 'refused'; fileName: string; error: AppError };

/** Notes in from a file, of whatever format that can be read back. */
export function ImportNotes() {
  const [importing, setImporting] = useState<Importing>({ state: 'idle' });

  const takeIn = async (chosen: File) => {
    setImporting({ state: 'reading' });
    const see = (done: number, total: number) => setImporting({ state: 'reading', merged: { done, total } });
    try {
      const applied = await mergeApart('importFile', [chosen], see);
      setImporting({ state: 'imported', fileName: chosen.name, applied });
    } catch (thrown) {
      setImporting({ state: 'refused', fileName: chosen.name, error: toAppError(thrown) });
    }
  };

  return (
    <div className={styles.stack}>
      <FileButton
        label={i18n.t('options.notes.import')}
        fileLabel={i18n.t('options.notes.file')}
        accept=".json,.jsonld,.csv,application/json,application/ld+json,text/csv"
        className={styles.button}
        onFile={(file) => void takeIn(file)}
      />
      <p className={styles.hint}>{i18n.t('options.notes.importHint')}</p>
      {importing.state === 'reading' && (
        <>
          <p role="status">{i18n.t('options.notes.importing')}</p>
          <Merging label={i18n.t('options.notes.importing')} merged={importing.merged} />
        </>
      )}
      {importing.state === 'imported' && (
        <ImportReport fileName={importing.fileName} applied={importing.applied} />
      )}
      {importing.state === 'refused' && (
        <>
          <p>{i18n.t('options.notes.refused', [importing.fileName])}</p>
          <ErrorNotice error={importing.error} />
        </>
      )}
    </div>
  );
}
