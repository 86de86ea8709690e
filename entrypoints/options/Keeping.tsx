import { BackupList } from '@/components/backups/BackupList';
import { SpaceUse } from '@/components/backups/SpaceUse';
import { downloadFile } from '@/components/download-file';
import { ErrorNotice } from '@/components/ErrorNotice';
import { useBackups } from '@/components/hooks/use-backups';
import { useSpace } from '@/components/hooks/use-space';

/** What keeps the reader's notes from being lost: their backups, and the room that they have in this browser. */
export function Keeping() {
  const { backups, isBehind, done, make, restore, save, clear } = useBackups(downloadFile);
  const { space, ask } = useSpace(done);
  return (
    <>
      {backups.state === 'failed' && <ErrorNotice error={backups.error} onRetry={backups.retry} />}
      {backups.state === 'ready' && (
        <BackupList
          backups={backups.value}
          isBehind={isBehind}
          done={done}
          onMake={make}
          onRestore={restore}
          onSave={save}
          onClear={clear}
        />
      )}
      {space && <SpaceUse space={space} onAsk={ask} />}
    </>
  );
}
