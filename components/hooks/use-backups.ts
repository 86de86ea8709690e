import { useState } from 'react';
import type { Merged } from '@/components/Merging';
import { mergeApart, runApart } from '@/lib/apart/run-apart';
import { clearBackups, listBackups } from '@/lib/backups/backup-files';
import { withBackupLock } from '@/lib/backups/backup-lock';
import { clearJournal } from '@/lib/backups/journal-files';
import { hasGap, makeBackup } from '@/lib/backups/make-backup';
import { ofEachVault } from '@/lib/db/of-each-vault';
import { listVaults } from '@/lib/db/shared-vault';
import { type AppError, toAppError } from '@/lib/model/app-error';
import type { Backup } from '@/lib/model/backup';
import { VAULTS } from '@/lib/model/vault-name';
import type { Applied } from '@/lib/sync/store';
import { useLive, valueOr } from './use-live';

/** What was done with backups last. */
export type BackupAct =
  | { act: 'none' }
  | { act: 'working'; merged?: Merged }
  | { act: 'made'; backups: Backup[] }
  | { act: 'restored'; backup: Backup; applied: Applied }
  | { act: 'cleared' }
  /** `backups`: what was made all the same, of another vault. */
  | { act: 'failed'; error: AppError; backups?: Backup[] };

/** The backups that there are of every vault, newest first, and what can be done with them. One act at a time. */
export function useBackups(onSave: (fileName: string, file: Blob) => void) {
  const [done, setDone] = useState<BackupAct>({ act: 'none' });
  const backups = useLive(listAll, [done.act]);
  const isBehind = valueOr(useLive(hasGaps, [done.act]), false);
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
    make: () => void run(() => makeAll(new Date())),
    restore: (backup: Backup) =>
      void run(async () => {
        const see = (done: number, total: number) => setDone({ act: 'working', merged: { done, total } });
        return { act: 'restored', backup, applied: await mergeApart('restoreBackup', [backup], see) };
      }),
    save: (backup: Backup) =>
      void run(async () => {
        onSave(
          `${backup.vault ? 'shared-notes' : 'notes'}-${backup.day}.json`,
          await runApart('loadKept', [backup]),
        );
        return { act: 'none' };
      }),
    clear: () =>
      void run(async () => {
        // One that is being made would be stored after the others were removed.
        await withBackupLock(async () => {
          for (const vault of VAULTS) {
            await clearBackups(vault);
            await clearJournal(vault);
          }
        });
        return { act: 'cleared' };
      }),
  };
}

async function listAll(): Promise<Backup[]> {
  const backups = await Promise.all(VAULTS.map((vault) => listBackups(vault)));
  return backups.flat().sort((a, b) => b.madeAt - a.madeAt);
}

/** A backup of each vault: one that does not open does not keep the others from theirs. */
async function makeAll(now: Date): Promise<BackupAct> {
  const outcomes = await Promise.allSettled((await listVaults()).map((vault) => makeBackup(now, vault)));
  const backups = outcomes.flatMap((made) => (made.status === 'fulfilled' && made.value ? [made.value] : []));
  const refused = outcomes.find((made) => made.status === 'rejected');
  return refused ? { act: 'failed', error: toAppError(refused.reason), backups } : { act: 'made', backups };
}

async function hasGaps(): Promise<boolean> {
  const now = new Date();
  return (await ofEachVault((vault) => hasGap(now, vault))).some(({ answer }) => answer);
}
