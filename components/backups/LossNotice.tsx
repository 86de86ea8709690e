import { i18n } from '#i18n';
import { ErrorNotice } from '@/components/ErrorNotice';
import { useLoss } from '@/components/hooks/use-loss';
import { Notice } from '@/components/Notice';
import { ImportReport } from '@/components/settings/ImportReport';
import type { Loss } from '@/lib/backups/find-loss';
import { backupDay, backupNotes, formatCount } from './backup-name';

/** Where notes are lost that a backup or the journal has: what happened, what is safe, and the way to have them back. Nothing where none are. */
export function LossNotice() {
  const { loss, isWorking, restored, error, restore, settle } = useLoss();
  if (restored) {
    return <ImportReport fileName={nameOf(restored.loss)} applied={restored.applied} />;
  }
  if (!loss) return null;
  const { how, backup, written } = loss;
  const sentences = [
    i18n.t(`loss.${how}.what`),
    backup && i18n.t('loss.safe', [backupDay(backup), backupNotes(backup)]),
    written > 0 && i18n.t(backup ? 'loss.since' : 'loss.written', written, [formatCount(written)]),
    (how === 'emptied' || backup) && i18n.t(`loss.${how}.next`),
  ];
  const ways = [
    {
      name: isWorking ? i18n.t('options.backups.restoring') : restoreWords(loss),
      act: () => restore(loss),
    },
    { name: i18n.t('loss.without'), act: () => settle(loss) },
  ];
  return (
    <Notice
      sentences={sentences.filter((sentence) => typeof sentence === 'string')}
      ways={how === 'emptied' ? ways : []}
    >
      {error && <ErrorNotice error={error} />}
    </Notice>
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
