import { parseNotesFile } from '@/lib/exchange/import-notes';
import { AppError } from '@/lib/model/app-error';
import type { Backup } from '@/lib/model/backup';
import type { Change } from '@/lib/model/note';
import { applyChanges, applyHeld, type SeeMerged } from '@/lib/notes/apply-changes';
import { toOwnNotes } from '@/lib/notes/to-own-notes';
import { webCodec } from '@/lib/sync/codec';
import type { Applied } from '@/lib/sync/store';
import { loadBackupBytes } from './backup-files';
import { backupsOf, type Lost, loadPresent, settleLoss } from './find-loss';
import { listJournal } from './journal-files';
import { readJournal } from './read-journal';

/**
 * Merges in what a backup holds and what its installation wrote after it: nothing here is overwritten. Says what came of it, by
 * notes. Throws `import-invalid` where the backup is damaged, and what the database throws: nothing has changed then.
 */
export async function restoreBackup(backup: Backup, see?: SeeMerged): Promise<Applied> {
  // What the present installation wrote is here.
  const isElsewhere = backup.replica !== (await loadPresent(backup.vault)).replica;
  const journal = isElsewhere ? await listWrittenAfter(backup) : [];
  return restoreLost({ ...(backup.vault && { vault: backup.vault }), backup, journal }, see);
}

/** The same of all that is lost. */
export async function restoreLost(lost: Lost, see?: SeeMerged): Promise<Applied> {
  const changes: Change[] = [];
  for (const backup of backupsOf(lost)) {
    const held = parseNotesFile(await loadBackupText(backup), Number.POSITIVE_INFINITY);
    for (const change of held.changes) changes.push(change);
  }
  for (const change of await readJournal(lost.journal)) changes.push(change);
  const applied = await (lost.vault ? restoreShared(lost, changes, see) : applyHeld(changes, see));
  await settleLoss(lost);
  return applied;
}

/**
 * With its database the shared vault is forgotten, and the next may be of other people: as where the reader leaves one, its notes
 * become their own. Where the same one is still here, they come back to it.
 */
async function restoreShared(lost: Lost, changes: Change[], see?: SeeMerged) {
  const { replica } = await loadPresent('shared');
  const isSame = [...backupsOf(lost), ...lost.journal].every((kept) => kept.replica === replica);
  return isSame ? applyHeld(changes, see, 'shared') : applyChanges(await toOwnNotes(changes), see);
}

/** The file of notes that a backup holds, as text. Throws `import-invalid` where it is damaged or gone. */
export async function loadBackupText(backup: Backup): Promise<string> {
  const packed = await loadBackupBytes(backup);
  if (!packed) throw new AppError('import-invalid', { detail: 'gone' });
  const bytes = await webCodec.gunzip(packed, Number.POSITIVE_INFINITY);
  if (!bytes) throw new AppError('import-invalid', { detail: 'not whole' });
  return new TextDecoder().decode(bytes);
}

/**
 * The same with what its installation wrote after it: a file to keep. Taken in, it makes notes of the reader's own, also of a backup of
 * shared ones. Throws as `loadBackupText`.
 */
export async function loadKeptText(backup: Backup): Promise<string> {
  const text = await loadBackupText(backup);
  const written = await readJournal(await listWrittenAfter(backup));
  if (written.length === 0 && !backup.vault) return text;
  const file = parseNotesFile(text, Number.POSITIVE_INFINITY);
  const changes = [...file.changes, ...written];
  return JSON.stringify({ ...file, changes: backup.vault ? await toOwnNotes(changes) : changes }, null, 1);
}

async function listWrittenAfter(backup: Backup) {
  return (await listJournal(backup.vault)).filter(({ replica }) => replica === backup.replica);
}
