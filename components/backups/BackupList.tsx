import { useState } from 'react';
import { i18n } from '#i18n';
import { ErrorNotice } from '@/components/ErrorNotice';
import type { BackupAct } from '@/components/hooks/use-backups';
import { useKeptFocus } from '@/components/hooks/use-kept-focus';
import { Merging } from '@/components/Merging';
import { ImportReport } from '@/components/settings/ImportReport';
import type { Backup } from '@/lib/model/backup';
import styles from './BackupList.module.css';
import { backupDay, backupNotes, formatSize } from './backup-name';

type Props = {
  /** Newest first. */
  backups: readonly Backup[];
  /** Some of what was written since the newest could not be kept beside it. */
  isBehind: boolean;
  done: BackupAct;
  onMake: () => void;
  onRestore: (backup: Backup) => void;
  onSave: (backup: Backup) => void;
  onClear: () => void;
};

/**
 * The backups of the reader's notes: when they were made, of how many notes; to be merged in again, saved as a file, or
 * deleted.
 */
export function BackupList({ backups, isBehind, done, onMake, onRestore, onSave, onClear }: Props) {
  const [isAsking, setIsAsking] = useState(false);
  const kept = useKeptFocus<HTMLElement>();
  const clear = () => {
    setIsAsking(false);
    onClear();
  };
  return (
    <section {...kept} className={styles.backups} aria-labelledby="backups">
      <h3 id="backups" className={styles.heading}>
        {i18n.t('options.backups.heading')}
      </h3>
      <p className={styles.hint}>{i18n.t('options.backups.hint')}</p>
      {backups.length === 0 ? (
        <p>{i18n.t('options.backups.none')}</p>
      ) : (
        <ul className={styles.list}>
          {backups.map((backup) => (
            <li key={`${backup.replica} ${backup.madeAt}`} className={styles.item}>
              <span className={styles.name}>{backupDay(backup)}</span>
              <span className={styles.beside}>{backupNotes(backup)}</span>
              <span className={styles.beside}>{formatSize(backup.size)}</span>
              <button
                type="button"
                className={styles.button}
                aria-label={i18n.t('options.backups.restoreNamed', [backupDay(backup)])}
                onClick={() => onRestore(backup)}
              >
                {i18n.t('options.backups.restore')}
              </button>
              <button
                type="button"
                className={styles.button}
                aria-label={i18n.t('options.backups.saveNamed', [backupDay(backup)])}
                onClick={() => onSave(backup)}
              >
                {i18n.t('options.backups.save')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {isBehind && <p>{i18n.t('options.backups.gap')}</p>}
      <div className={styles.row}>
        <button type="button" className={styles.button} onClick={onMake}>
          {i18n.t('options.backups.make')}
        </button>
        {backups.length > 0 && !isAsking && (
          <button type="button" className={styles.button} onClick={() => setIsAsking(true)}>
            {i18n.t('options.backups.clear')}
          </button>
        )}
      </div>
      {isAsking && (
        <div className={styles.row}>
          <p>{i18n.t('options.backups.clearAsk')}</p>
          <button type="button" className={styles.button} onClick={clear}>
            {i18n.t('options.backups.clearYes')}
          </button>
          <button type="button" className={styles.button} onClick={() => setIsAsking(false)}>
            {i18n.t('options.backups.clearNo')}
          </button>
        </div>
      )}
      {done.act === 'restored' ? (
        <ImportReport
          fileName={i18n.t('options.backups.nameOf', [backupDay(done.backup)])}
          applied={done.applied}
        />
      ) : (
        <p role="status">{describeAct(done)}</p>
      )}
      {done.act === 'working' && <Merging label={describeAct(done)} merged={done.merged} />}
      {done.act === 'failed' && <ErrorNotice error={done.error} />}
    </section>
  );
}

function describeAct(done: BackupAct): string {
  switch (done.act) {
    case 'working':
      return i18n.t('options.backups.working');
    case 'made':
      return sayMade(done.backups) ?? i18n.t('options.backups.nothing');
    case 'failed':
      return sayMade(done.backups ?? []) ?? '';
    case 'cleared':
      return i18n.t('options.backups.cleared');
    default:
      return '';
  }
}

function sayMade(backups: readonly Backup[]): string | null {
  if (backups.length === 0) return null;
  const shown = backups.reduce((sum, backup) => sum + backup.shown, 0);
  return i18n.t('options.backups.made', [backupNotes({ shown })]);
}
