import { addBackup, listBackups } from '@/lib/db/backups';
import { loadHoldings } from '@/lib/db/holdings';
import { loadReplica } from '@/lib/db/replica';
import { exportNotes } from '@/lib/exchange/export-notes';
import type { Backup } from '@/lib/model/backup';
import { webCodec } from '@/lib/sync/codec';
import { todayOf } from '@/lib/time/format-date';
import { loadPresent, pickLost } from './find-loss';

/** How many backups are kept, besides one whose notes the database has lost. */
export const KEPT = 7;

/**
 * Makes a backup of all notes now, hidden ones too; it takes the place of one of the same day. Resolves once it is
 * stored; `null` where there is no note. Throws what the database throws: the former backups are all there then.
 */
export async function makeBackup(now: Date): Promise<Backup | null> {
  // Counted before: a note written meanwhile is in the next backup, too.
  const holdings = await loadHoldings();
  if (holdings.notes === 0) return null;
  const day = todayOf(now);
  const replica = await loadReplica();
  const text = await exportNotes();
  const bytes = (await webCodec.gzip(new TextEncoder().encode(text))) as Uint8Array<ArrayBuffer>;
  const present = await loadPresent();
  return addBackup({ day, madeAt: now.getTime(), replica, ...holdings }, bytes, (backups) => {
    const lost = pickLost(backups, present);
    const ofToday = backups.filter((other) => other.day === day && other.replica === replica);
    const older = backups.filter((other) => !ofToday.includes(other)).slice(KEPT - 1);
    return [...ofToday, ...older].filter((other) => other !== lost);
  });
}

/** Whether anything has changed since the newest backup, and when the next one is due: at once, or at the next midnight. */
export async function findDue(now: Date): Promise<{ dueAt: number } | null> {
  const { notes, mark } = await loadHoldings();
  if (notes === 0) return null;
  const replica = await loadReplica();
  const newest = (await listBackups()).find((backup) => backup.replica === replica);
  if (newest?.mark === mark) return null;
  const isOfToday = newest?.day === todayOf(now);
  return { dueAt: isOfToday ? nextMidnight(now) : now.getTime() };
}

function nextMidnight(now: Date): number {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).getTime();
}
