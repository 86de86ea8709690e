import { i18n } from '#i18n';
import { ErrorNotice } from '@/components/ErrorNotice';
import { useLoss } from '@/components/hooks/use-loss';
import { ImportReport } from '@/components/settings/ImportReport';
import type { Loss } from '@/lib/backups/find-loss';
import { backupDay, backupNotes, formatCount } from './backup-name';
import styles from './LossNotice.module.css';

/** Where notes are lost that a backup or the journal has: what happened, what is safe, and the way to have them back. Nothing where none are. */
export function LossNotice() {
  const { loss, isWorking, restored, error, restore, settle } = useLoss();
  if (restored) {
    return <ImportReport fileName={nameOf(restored.loss)} applied={restored.applied} />;
  }
  if (!loss) return null;
  const { how, backup, written } = loss;
  return (
    <div role="alert" className={styles.notice}>
      <p className={styles.what}>{i18n.t(`loss.${how}.what`)}</p>
      {backup && <p>{i18n.t('loss.safe', [backupDay(backup), backupNotes(backup)])}</p>}
      {written > 0 && (
        <p>{i18n.t(backup ? 'loss.since' : 'loss.written', written, [formatCount(written)])}</p>
      )}
      {(how === 'emptied' || backup) && <p>{i18n.t(`loss.${how}.next`)}</p>}
      {how === 'emptied' && (
        <div className={styles.ways}>
          <button type="button" className={styles.way} onClick={() => restore(loss)}>
            {isWorking ? i18n.t('options.backups.restoring') : restoreWords(loss)}
          </button>
          <button type="button" className={styles.way} onClick={() => settle(loss)}>
            {i18n.t('loss.without')}
          </button>
        </div>
      )}
      {error && <ErrorNotice error={error} />}
    </div>
  );
}

function nameOf({ backup }: Loss): string {
  return backup ? i18n.t('options.backups.nameOf', [backupDay(backup)]) : i18n.t('loss.journal');
}

function restoreWords({ backup, written }: Loss): string {
  return backup
    ? i18n.t('loss.restore', [backupDay(backup), backupNotes(backup)])
    : i18n.t('loss.restoreWritten', written, [formatCount(written)]);
}
