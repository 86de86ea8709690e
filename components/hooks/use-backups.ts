import { useState } from 'react';
import type { Merged } from '@/components/Merging';
import { mergeApart, runApart } from '@/lib/apart/run-apart';
import { clearBackups, listBackups } from '@/lib/backups/backup-files';
import { clearJournal } from '@/lib/backups/journal-files';
import { hasGap, makeBackup } from '@/lib/backups/make-backup';
import { type AppError, toAppError } from '@/lib/model/app-error';
import type { Backup } from '@/lib/model/backup';
import type { Applied } from '@/lib/sync/store';
import { useLive, valueOr } from './use-live';

/** What was done with backups last. */
export type BackupAct =
  | { act: 'none' }
  | { act: 'working'; merged?: Merged }
  | { act: 'made'; backup: Backup | null }
  | { act: 'restored'; backup: Backup; applied: Applied }
  | { act: 'cleared' }
  | { act: 'failed'; error: AppError };

/** The backups that there are, newest first, and what can be done with them. One act at a time. */
export function useBackups(onSave: (fileName: string, file: Blob) => void) {
  const [done, setDone] = useState<BackupAct>({ act: 'none' });
  const backups = useLive(listBackups, [done.act]);
  const isBehind = valueOr(
    useLive(() => hasGap(new Date()), [done.act]),
    false,
  );
  const run = async (work: () => Promise<BackupAct>) => {
    if (done.act === 'working') return;
    setDone({ act: 'working' });
    setDone(await work().catch((thrown): BackupAct => ({ act: 'failed', error: toAppError(thrown) })));
  };
  return {
    backups,
    /** Some of what was written since the newest could not be kept beside it. */
    isBehind,
    done,
    make: () => void run(async () => ({ act: 'made', backup: await makeBackup(new Date()) })),
    restore: (backup: Backup) =>
      void run(async () => {
        const see = (done: number, total: number) => setDone({ act: 'working', merged: { done, total } });
        return { act: 'restored', backup, applied: await mergeApart('restoreBackup', [backup], see) };
      }),
    save: (backup: Backup) =>
      void run(async () => {
        onSave(`notes-${backup.day}.json`, await runApart('loadKept', [backup]));
        return { act: 'none' };
      }),
    clear: () =>
      void run(async () => {
        await clearBackups();
        await clearJournal();
        return { act: 'cleared' };
      }),
  };
}
