import { importNotes } from '@/lib/exchange/import-notes';
import { AppError } from '@/lib/model/app-error';
import type { Backup } from '@/lib/model/backup';
import { webCodec } from '@/lib/sync/codec';
import type { Applied } from '@/lib/sync/store';
import { loadBackupBytes } from './backup-files';
import { settleLoss } from './find-loss';

/**
 * Merges the notes of a backup in: nothing here is overwritten. Says what came of it, by notes. Throws `import-invalid`
 * where the backup is damaged, and what the database throws: nothing has changed then.
 */
export async function restoreBackup(backup: Backup): Promise<Applied> {
  const applied = await importNotes(await loadBackupText(backup), Number.POSITIVE_INFINITY);
  await settleLoss(backup);
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
