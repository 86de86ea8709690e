import { i18n } from '#i18n';
import { ErrorNotice } from '@/components/ErrorNotice';
import { useLoss } from '@/components/hooks/use-loss';
import { ImportReport } from '@/components/settings/ImportReport';
import { backupDay, backupNotes } from './backup-name';
import styles from './LossNotice.module.css';

/** Where notes are lost that a backup has: what happened, what is safe, and the way to have them back. Nothing where none are. */
export function LossNotice() {
  const { loss, isWorking, restored, error, restore, settle } = useLoss();
  if (restored) {
    const name = i18n.t('options.backups.nameOf', [backupDay(restored.backup)]);
    return <ImportReport fileName={name} applied={restored.applied} />;
  }
  if (!loss) return null;
  const { how, backup } = loss;
  const [day, notes] = [backupDay(backup), backupNotes(backup)];
  return (
    <div role="alert" className={styles.notice}>
      <p className={styles.what}>{i18n.t(`loss.${how}.what`)}</p>
      <p>{i18n.t('loss.safe', [day, notes])}</p>
      <p>{i18n.t(`loss.${how}.next`)}</p>
      {how === 'emptied' && (
        <div className={styles.ways}>
          <button type="button" className={styles.way} onClick={() => restore(backup)}>
            {isWorking ? i18n.t('options.backups.restoring') : i18n.t('loss.restore', [day, notes])}
          </button>
          <button type="button" className={styles.way} onClick={() => settle(backup)}>
            {i18n.t('loss.without')}
          </button>
        </div>
      )}
      {error && <ErrorNotice error={error} />}
    </div>
  );
}
