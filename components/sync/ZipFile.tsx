import { i18n } from '#i18n';
import { ErrorNotice } from '@/components/ErrorNotice';
import { FileButton } from '@/components/FileButton';
import { ImportReport } from '@/components/settings/ImportReport';
import type { AppError } from '@/lib/model/app-error';
import styles from './Sync.module.css';

/** How far carrying notes in a file is. */
export type Carrying =
  | { state: 'idle' }
  | { state: 'working' }
  | { state: 'saved'; fileName: string }
  | {
      state: 'taken';
      fileName: string;
      applied: { added: number; updated: number; known: number; conflicts: number };
    }
  | { state: 'failed'; error: AppError };

type Props = { carrying: Carrying; onSave: () => void; onTake: (file: File) => void };

/** Notes carried by hand: all of them out into a .zip file, those of one in. */
export function ZipFile({ carrying, onSave, onTake }: Props) {
  const isWorking = carrying.state === 'working';
  return (
    <div className={styles.stack}>
      <div className={styles.tight}>
        <div className={styles.actions}>
          <button type="button" className={styles.button} disabled={isWorking} onClick={onSave}>
            {i18n.t('sync.zip.export')}
          </button>
        </div>
        <p className={styles.hint}>{i18n.t('sync.zip.exportHint')}</p>
      </div>
      <div className={styles.tight}>
        <div className={styles.actions}>
          <FileButton
            label={i18n.t('sync.zip.import')}
            fileLabel={i18n.t('sync.zip.file')}
            accept=".zip,application/zip"
            className={styles.button}
            disabled={isWorking}
            onFile={onTake}
          />
        </div>
        <p className={styles.hint}>{i18n.t('sync.zip.importHint')}</p>
      </div>
      <p role="status">
        {isWorking && i18n.t('sync.zip.working')}
        {carrying.state === 'saved' && i18n.t('sync.zip.exported', [carrying.fileName])}
      </p>
      {carrying.state === 'taken' && <ImportReport fileName={carrying.fileName} applied={carrying.applied} />}
      {carrying.state === 'failed' && <ErrorNotice error={carrying.error} />}
    </div>
  );
}
