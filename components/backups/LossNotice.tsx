import { i18n } from '#i18n';
import { ErrorNotice } from '@/components/ErrorNotice';
import { useLoss } from '@/components/hooks/use-loss';
import { Notice } from '@/components/Notice';
import { ImportReport } from '@/components/settings/ImportReport';
import { backupsOf, type Loss } from '@/lib/backups/find-loss';
import { VAULTS, type VaultName } from '@/lib/model/vault-name';
import { backupDay, backupNotes, formatCount } from './backup-name';

/** Where notes are lost that a backup or the journal has: what happened, what is safe, and the way to have them back. Nothing where none are. */
export function LossNotice() {
  return VAULTS.map((vault) => <LossOf key={vault} vault={vault} />);
}

function LossOf({ vault }: { vault: VaultName }) {
  const { loss, isWorking, restored, error, restore, settle } = useLoss(vault);
  if (restored) {
    return <ImportReport fileName={nameOf(toTold(restored.loss))} applied={restored.applied} />;
  }
  if (!loss) return null;
  const told = toTold(loss);
  const { how, backup, older = [] } = told;
  if (!backup && told.written === 0) return null;
  const sentences = [
    i18n.t(`loss.${how}.${vault === 'shared' ? 'whatShared' : 'what'}`),
    backup && i18n.t('loss.safe', [backupDay(backup), backupNotes(backup)]),
    ...older.map((backup) => i18n.t('loss.older', [backupDay(backup), backupNotes(backup)])),
    writtenWords(told),
    (how === 'emptied' || backup) && i18n.t(`loss.${how}.next`),
    how === 'emptied' && vault === 'shared' && i18n.t('loss.emptied.nextShared'),
  ];
  const ways = [
    {
      name: isWorking ? i18n.t('options.backups.restoring') : restoreWords(told),
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

/** What was deleted or moved out is restored, too, but it is no loss to speak of, also where a backup has nothing else. */
function toTold(loss: Loss): Loss {
  const [backup = null, ...older] = backupsOf(loss).filter(({ shown }) => shown > 0);
  return { ...loss, backup, older };
}

function nameOf({ backup }: Loss): string {
  return backup ? i18n.t('options.backups.nameOf', [backupDay(backup)]) : i18n.t('loss.journal');
}

function writtenWords({ backup, written }: Loss): string | null {
  if (written === 0) return null;
  if (written === null) return i18n.t(backup ? 'loss.sinceUncounted' : 'loss.writtenUncounted');
  return i18n.t(backup ? 'loss.since' : 'loss.written', written, [formatCount(written)]);
}

function restoreWords({ backup, written }: Loss): string {
  if (backup) return i18n.t('loss.restore', [backupDay(backup), backupNotes(backup)]);
  if (written === null) return i18n.t('loss.restoreUncounted');
  return i18n.t('loss.restoreWritten', written, [formatCount(written)]);
}
