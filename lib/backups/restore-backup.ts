import { findReplica } from '@/lib/db/replica';
import { parseNotesFile } from '@/lib/exchange/import-notes';
import { AppError } from '@/lib/model/app-error';
import type { Backup } from '@/lib/model/backup';
import { applyHeld, type SeeMerged } from '@/lib/notes/apply-changes';
import { webCodec } from '@/lib/sync/codec';
import type { Applied } from '@/lib/sync/store';
import { loadBackupBytes } from './backup-files';
import { type Loss, settleLoss } from './find-loss';
import { listJournal } from './journal-files';
import { readJournal } from './read-journal';

/**
 * Merges in what a backup holds and what its installation wrote after it: nothing here is overwritten. Says what came of it, by
 * notes. Throws `import-invalid` where the backup is damaged, and what the database throws: nothing has changed then.
 */
export async function restoreBackup(backup: Backup, see?: SeeMerged): Promise<Applied> {
  // What the present installation wrote is here.
  const isElsewhere = backup.replica !== (await findReplica());
  return restoreLost({ backup, journal: isElsewhere ? await listWrittenAfter(backup) : [] }, see);
}

/** The same of all that is lost. */
export async function restoreLost(lost: Pick<Loss, 'backup' | 'journal'>, see?: SeeMerged): Promise<Applied> {
  const { backup, journal } = lost;
  const held = backup ? parseNotesFile(await loadBackupText(backup), Number.POSITIVE_INFINITY).changes : [];
  const applied = await applyHeld([...held, ...(await readJournal(journal))], see);
  await settleLoss(lost);
  return applied;
}

/** The file of notes that a backup holds, as text. Throws `import-invalid` where it is damaged or gone. */
export async function loadBackupText(backup: Backup): Promise<string> {
  const packed = await loadBackupBytes(backup);
  if (!packed) throw new AppError('import-invalid', { detail: 'gone' });
  const bytes = await webCodec.gunzip(packed, Number.POSITIVE_INFINITY);
  if (!bytes) throw new AppError('import-invalid', { detail: 'not whole' });
  return new TextDecoder().decode(bytes);
}

/** The same with what its installation wrote after it: a file to keep. Throws as `loadBackupText`. */
export async function loadKeptText(backup: Backup): Promise<string> {
  const text = await loadBackupText(backup);
  const written = await readJournal(await listWrittenAfter(backup));
  if (written.length === 0) return text;
  const file = parseNotesFile(text, Number.POSITIVE_INFINITY);
  return JSON.stringify({ ...file, changes: [...file.changes, ...written] }, null, 1);
}

async function listWrittenAfter(backup: Backup) {
  return (await listJournal()).filter(({ replica }) => replica === backup.replica);
}
