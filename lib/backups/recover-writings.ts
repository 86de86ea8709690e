import { loadHoldings } from '@/lib/db/holdings';
import { findReplica } from '@/lib/db/replica';
import { parseNotesFile } from '@/lib/exchange/import-notes';
import { AppError } from '@/lib/model/app-error';
import type { Backup } from '@/lib/model/backup';
import type { Change } from '@/lib/model/note';
import type { VaultName } from '@/lib/model/vault-name';
import { putBack } from '@/lib/notes/put-back';
import { listBackups } from './backup-files';
import { listJournal } from './journal-files';
import { readJournal } from './read-journal';
import { loadBackupText } from './restore-backup';

/**
 * Puts back what this installation wrote in a vault and its database has no more, though it has not lost all. Chromium goes on in its log
 * after a crash; where that had left zeros at the end, the next start but one passes over what was stored in between, and says nothing.
 * Resolves to how many notes became others. Throws what the folder and the database throw.
 */
export async function recoverWritings(vault?: VaultName): Promise<number> {
  const replica = await findReplica(vault);
  const isOwn = (kept: { replica: string }) => kept.replica === replica;
  const [backups, entries, holdings] = await Promise.all([
    listBackups(vault),
    listJournal(vault),
    loadHoldings(vault),
  ]);
  const backup = backups.find(isOwn);
  const { writings = [], arrivals = [] } = Object.groupBy(entries.filter(isOwn), ({ stamp }) =>
    stamp > 0 ? 'writings' : 'arrivals',
  );
  let count = 0;
  if (backup && isBehind(holdings.mark, backup.mark))
    count += await putBack(await readBackup(backup), 'backup', vault);
  count += await putBack(await readJournal(writings), 'writings', vault);
  count += await putBack(await readJournal(arrivals), 'arrivals', vault);
  return count;
}

/** Nothing of a damaged one: the journal is put back all the same. */
async function readBackup(backup: Backup): Promise<Change[]> {
  try {
    return parseNotesFile(await loadBackupText(backup), Number.POSITIVE_INFINITY).changes;
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'import-invalid') return [];
    throw thrown;
  }
}

/** Whether a vault was in that state before the other. Fewer changes alone may also mean that some were replaced. */
function isBehind(mark: string, other: string): boolean {
  const [stamp = 0, count = 0] = mark.split('-').map(Number);
  const [otherStamp = 0, otherCount = 0] = other.split('-').map(Number);
  return stamp < otherStamp || (stamp === otherStamp && count < otherCount);
}
