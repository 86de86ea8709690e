import { loadHoldings } from '@/lib/db/holdings';
import { loadReplica } from '@/lib/db/replica';
import { exportNotes } from '@/lib/exchange/export-notes';
import type { Backup } from '@/lib/model/backup';
import { webCodec } from '@/lib/sync/codec';
import { todayOf } from '@/lib/time/format-date';
import { dropBackups, listBackups, saveBackup } from './backup-files';
import { loadPresent, pickLost } from './find-loss';

/** How many days have a backup, besides one whose notes the database has lost. */
export const KEPT = 7;

/** Least time between two backups that are made by themselves. */
const EVERY_MS = 15 * 60_000;

/**
 * Makes a backup of all notes now, hidden ones too; it takes the place of one of the same day. Resolves once it is
 * stored; `null` where there is no note. Throws what the database throws, `database-full`: the former backups are all there then.
 */
export async function makeBackup(now: Date): Promise<Backup | null> {
  // Counted before: a note written meanwhile is in the next backup, too.
  const holdings = await loadHoldings();
  if (holdings.notes === 0) return null;
  const day = todayOf(now);
  const replica = await loadReplica();
  const text = await exportNotes();
  const bytes = (await webCodec.gzip(new TextEncoder().encode(text))) as Uint8Array<ArrayBuffer>;
  const former = await listBackups();
  const lost = pickLost(former, await loadPresent());
  const backup = await saveBackup({ day, madeAt: now.getTime(), replica, ...holdings }, bytes);
  // Only now: a crash in between leaves one too many, which the next one removes.
  const ofToday = former.filter((other) => other.day === day && other.replica === replica);
  const older = former.filter((other) => !ofToday.includes(other)).slice(KEPT - 1);
  const dropped = [...ofToday, ...older].filter((other) => other !== lost && other.madeAt !== backup.madeAt);
  await dropBackups(dropped);
  return backup;
}

/** When the next backup is due, milliseconds since 1970; `null` while nothing has changed since the newest, or there is no note. */
export async function findDue(now: Date): Promise<number | null> {
  const { notes, mark } = await loadHoldings();
  if (notes === 0) return null;
  const replica = await loadReplica();
  const newest = (await listBackups()).find((backup) => backup.replica === replica);
  if (!newest) return now.getTime();
  return newest.mark === mark ? null : Math.max(now.getTime(), newest.madeAt + EVERY_MS);
}
