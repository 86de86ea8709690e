import { useId, useState } from 'react';
import { i18n } from '#i18n';
import { downloadFile } from '@/components/download-file';
import { ErrorNotice } from '@/components/ErrorNotice';
import { ChoiceGroup } from '@/components/settings/ChoiceGroup';
import { shownLanguages } from '@/components/topic-names';
import { runApart } from '@/lib/apart/run-apart';
import { loadSentences } from '@/lib/apart/sentences';
import { EXPORT_FORMATS, type ExportFormat } from '@/lib/exchange/export-as';
import { type AppError, toAppError } from '@/lib/model/app-error';
import styles from './App.module.css';

/** How far writing a file is. */
type Exporting =
  | { state: 'idle' }
  | { state: 'writing' }
  | { state: 'said'; text: string }
  | { state: 'failed'; error: AppError };

/** All notes out into a file, of the format that the reader chooses. */
export function ExportNotes() {
  const [format, setFormat] = useState<ExportFormat>('backup');
  const [exporting, setExporting] = useState<Exporting>({ state: 'idle' });
  const hintId = useId();

  const takeOut = async () => {
    if (exporting.state === 'writing') return;
    setExporting({ state: 'writing' });
    try {
      const spoken = { languages: shownLanguages(), sentences: await loadSentences(i18n.t) };
      const { name, content, count } = await runApart('exportAs', [format, spoken, new Date()]);
      if (count === 0) return setExporting({ state: 'said', text: i18n.t('options.notes.nothingToExport') });
      downloadFile(name, content);
      setExporting({ state: 'said', text: i18n.t('options.notes.exported', count, [String(count), name]) });
    } catch (thrown) {
      setExporting({ state: 'failed', error: toAppError(thrown) });
    }
  };

  return (
    <div className={styles.stack}>
      <ChoiceGroup<ExportFormat>
        label={i18n.t('options.notes.format')}
        layout="row"
        value={format}
        choices={EXPORT_FORMATS.map((value) => ({ value, label: i18n.t(`options.notes.formats.${value}`) }))}
        onChoose={setFormat}
      />
      <p id={hintId} className={styles.hint}>
        {i18n.t(`options.notes.purposes.${format}`)}
      </p>
      <button
        type="button"
        className={styles.button}
        aria-describedby={hintId}
        onClick={() => void takeOut()}
      >
        {i18n.t('options.notes.export')}
      </button>
      <p className={styles.hint}>{i18n.t('options.notes.exportHint')}</p>
      <p role="status">
        {exporting.state === 'writing' && i18n.t('options.notes.exporting')}
        {exporting.state === 'said' && exporting.text}
      </p>
      {exporting.state === 'failed' && <ErrorNotice error={exporting.error} />}
    </div>
  );
}
