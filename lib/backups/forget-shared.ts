import { hasSharedVault } from '@/lib/db/shared-vault';
import { AppError } from '@/lib/model/app-error';
import { dropBackups, listBackups } from './backup-files';
import { isLost, listLost, loadPresent } from './find-loss';
import { dropEntries, listJournal } from './journal-files';

/**
 * Removes what is kept of the shared vault, for its notes stand elsewhere by now. What the reader has lost and neither restored nor given
 * up stays.
 */
export function forgetShared(): Promise<void> {
  return whereKept(async () => {
    const present = await loadPresent('shared');
    const [backups, journal] = await Promise.all([listBackups('shared'), listJournal('shared')]);
    const lost = listLost(backups, present);
    await dropBackups(
      backups.filter((backup) => !lost.includes(backup)),
      'shared',
    );
    await dropEntries(
      journal.filter((entry) => !isLost(entry, present)),
      'shared',
    );
  });
}

/** Removes what the journal has of shared vaults that were left or given up: a writer may have come late. */
export function forgetLate(): Promise<void> {
  return whereKept(async () => {
    if (!(await hasSharedVault())) return;
    const { settled } = await loadPresent('shared');
    const journal = await listJournal('shared');
    await dropEntries(
      journal.filter(({ replica }) => settled.includes(replica)),
      'shared',
    );
  });
}

async function whereKept(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (thrown) {
    // No folder for us: nothing was kept in it either.
    if (!(thrown instanceof AppError) || thrown.code !== 'database-missing') throw thrown;
  }
}
