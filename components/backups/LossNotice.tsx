import { i18n } from '#i18n';
import { ErrorNotice } from '@/components/ErrorNotice';
import { useLoss } from '@/components/hooks/use-loss';
import { Notice } from '@/components/Notice';
import { ImportReport } from '@/components/settings/ImportReport';
import { backupDay, backupNotes } from './backup-name';

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
  const ways = [
    {
      name: isWorking ? i18n.t('options.backups.restoring') : i18n.t('loss.restore', [day, notes]),
      act: () => restore(backup),
    },
    { name: i18n.t('loss.without'), act: () => settle(backup) },
  ];
  return (
    <Notice
      sentences={[i18n.t(`loss.${how}.what`), i18n.t('loss.safe', [day, notes]), i18n.t(`loss.${how}.next`)]}
      ways={how === 'emptied' ? ways : []}
    >
      {error && <ErrorNotice error={error} />}
    </Notice>
  );
}
