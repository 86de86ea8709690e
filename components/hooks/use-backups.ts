import { useState } from 'react';
import type { Merged } from '@/components/Merging';
import { mergeApart, runApart } from '@/lib/apart/run-apart';
import { clearBackups, listBackups } from '@/lib/backups/backup-files';
import { clearJournal } from '@/lib/backups/journal-files';
import { hasGap, makeBackup } from '@/lib/backups/make-backup';
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
  | { act: 'failed'; error: AppError };

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
    make: () => void run(async () => ({ act: 'made', backups: await makeAll(new Date()) })),
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
        for (const vault of VAULTS) {
          await clearBackups(vault);
          await clearJournal(vault);
        }
        return { act: 'cleared' };
      }),
  };
}

async function listAll(): Promise<Backup[]> {
  const backups = await Promise.all(VAULTS.map((vault) => listBackups(vault)));
  return backups.flat().sort((a, b) => b.madeAt - a.madeAt);
}

async function makeAll(now: Date): Promise<Backup[]> {
  const made: Backup[] = [];
  for (const vault of await listVaults()) {
    const backup = await makeBackup(now, vault);
    if (backup) made.push(backup);
  }
  return made;
}

async function hasGaps(): Promise<boolean> {
  const now = new Date();
  const gaps = await Promise.all((await listVaults()).map((vault) => hasGap(now, vault)));
  return gaps.includes(true);
}
