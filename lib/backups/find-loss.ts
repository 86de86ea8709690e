import { loadMeta, saveMeta } from '@/lib/db/meta';
import { hasNotes } from '@/lib/db/notes';
import { findReplica } from '@/lib/db/replica';
import { AppError } from '@/lib/model/app-error';
import type { Backup } from '@/lib/model/backup';
import { listBackups } from './backup-files';

/**
 * Notes that a backup has and the database may not. `emptied`: the database is empty, or another one than then.
 * `closed`: it does not open at all.
 */
export type Loss = { how: 'emptied' | 'closed'; backup: Backup };

/** When the newest backup was made whose loss the reader has dealt with, milliseconds since 1970. */
const SETTLED_KEY = 'backups:settled';

/** The newest backup of notes that are lost; `null` where none are. Works inside a live query, which follows the database. */
export async function findLoss(): Promise<Loss | null> {
  // Read first: a live query follows what is read before anything else is waited for.
  const present = await loadPresent().catch(toClosed);
  const backups = (await listBackups()).filter(({ notes }) => notes > 0);
  const [newest] = backups;
  if (!newest) return null;
  if (present === 'closed') return { how: 'closed', backup: newest };
  const backup = pickLost(backups, present);
  return backup && { how: 'emptied', backup };
}

/** Throws all else: of what a newer version wrote nothing is lost, an update opens it. */
function toClosed(thrown: unknown): 'closed' {
  if (thrown instanceof AppError && thrown.code === 'database-missing') return 'closed';
  throw thrown;
}

/** The reader has the notes of this backup back, or does without them: nothing is said of it any more. */
export function settleLoss({ madeAt }: Backup): Promise<void> {
  return saveMeta(SETTLED_KEY, madeAt);
}

/** What a database is known by. */
export type Present = { replica: string | null; isEmpty: boolean; settledAt: number };

/** The database as it is. */
export async function loadPresent(): Promise<Present> {
  const [replica, isFilled, settledAt] = await Promise.all([
    findReplica(),
    hasNotes(),
    loadMeta(SETTLED_KEY) as Promise<number | null>,
  ]);
  return { replica, isEmpty: !isFilled, settledAt: settledAt ?? 0 };
}

/**
 * Of backups, newest first, the newest whose notes the database has lost; `null` where it has lost none. Notes never become
 * fewer, since deleting one hides it: a later backup of the same installation with fewer tells of a loss, too.
 */
export function pickLost(
  backups: readonly Backup[],
  { replica, isEmpty, settledAt }: Present,
): Backup | null {
  return (
    backups.find(
      (backup, at) =>
        backup.madeAt > settledAt &&
        backup.notes > 0 &&
        (backup.replica !== replica ||
          isEmpty ||
          backups.slice(0, at).some((later) => later.replica === replica && later.notes < backup.notes)),
    ) ?? null
  );
}
