import { loadHoldings } from '@/lib/db/holdings';
import { dropMarks, listMarks } from '@/lib/db/journal-marks';
import { loadReplica } from '@/lib/db/replica';
import { exportNotes } from '@/lib/exchange/export-notes';
import type { Backup } from '@/lib/model/backup';
import type { VaultName } from '@/lib/model/vault-name';
import { todayOf } from '@/lib/time/format-date';
import { dropBackups, listBackups, saveBackup } from './backup-files';
import { withBackupLock } from './backup-lock';
import { isLost, listLost, loadPresent } from './find-loss';
import { dropEntries, listJournal } from './journal-files';

/** How many days have a backup, besides those whose notes the database has lost. */
export const KEPT = 7;

/** Least time between two backups that are made by themselves. */
const EVERY_MS = 15 * 60_000;

/**
 * Makes a backup of all notes of a vault now, hidden ones too; it takes the place of one of the same day. Resolves once
 * it is stored; `null` where there is no note. The page stays usable meanwhile. Throws what the database throws,
 * `database-full` among it; all former backups are still there then.
 */
export function makeBackup(now: Date, vault?: VaultName): Promise<Backup | null> {
  return withBackupLock(() => make(now, vault));
}

async function make(now: Date, vault: VaultName | undefined): Promise<Backup | null> {
  // Counted before: a note written meanwhile is in the next backup, too.
  const holdings = await loadHoldings(vault);
  if (holdings.notes === 0) return null;
  // Listed before the notes are read: what is written meanwhile stays.
  const [marks, journal] = await Promise.all([listMarks(vault), listJournal(vault)]);
  const day = todayOf(now);
  const replica = await loadReplica(vault);
  const file = await pack(await exportNotes(vault));
  const former = await listBackups(vault);
  const present = await loadPresent(vault);
  const lost = listLost(former, present);
  // Also where the clock was set back: the newest is known by this.
  const madeAt = Math.max(now.getTime(), (former[0]?.madeAt ?? 0) + 1);
  const ofVault = vault === 'shared' && { vault };
  const backup = await saveBackup({ day, madeAt, replica, ...holdings, ...ofVault }, file);
  // Only now: a crash in between leaves one too many, which the next one removes.
  const ofToday = former.filter((other) => other.day === day && other.replica === replica);
  const older = former.filter((other) => !ofToday.includes(other)).slice(KEPT - 1);
  const dropped = [...ofToday, ...older].filter(
    (other) => !lost.includes(other) && other.madeAt !== backup.madeAt,
  );
  await dropBackups(dropped, vault);
  await dropEntries(
    journal.filter((entry) => !isLost(entry, present)),
    vault,
  );
  await dropMarks(marks, vault);
  return backup;
}

/**
 * Bytes that are packed at once: few enough for a frame. A stream of the whole file would pack for several frames in
 * one go.
 */
const PACKED_AT_ONCE = 128_000;

async function pack(file: Blob): Promise<Blob> {
  const { readable, writable } = new CompressionStream('gzip');
  const writer = writable.getWriter();
  const write = async () => {
    for (let at = 0; at < file.size; at += PACKED_AT_ONCE) {
      const part = file.slice(at, at + PACKED_AT_ONCE);
      await writer.write(new Uint8Array(await part.arrayBuffer()));
    }
    await writer.close();
  };
  const [packed] = await Promise.all([new Response(readable).blob(), write()]);
  return packed;
}

/**
 * When the next backup of a vault is due, milliseconds since 1970: at once where the journal lacks something. `null` while nothing
 * has changed since the newest, or there is no note.
 */
export async function findDue(now: Date, vault?: VaultName): Promise<number | null> {
  const { notes, mark } = await loadHoldings(vault);
  if (notes === 0) return null;
  const replica = await loadReplica(vault);
  const newest = (await listBackups(vault)).find((backup) => backup.replica === replica);
  if (!newest || (await hasGap(now, vault))) return now.getTime();
  if (newest.mark === mark) return null;
  const sinceMs = now.getTime() - newest.madeAt;
  // Made in the future: the clock was set back.
  return sinceMs < 0 ? now.getTime() : now.getTime() + Math.max(0, EVERY_MS - sinceMs);
}

/** Whether the journal of a vault lacks something of what was written since the last backup. Works inside a live query. */
export async function hasGap(now: Date, vault?: VaultName): Promise<boolean> {
  return (await listMarks(vault, now.getTime() - KEEPING_MS)).length > 0;
}

/** Longer than the journal takes to keep what was written. */
const KEEPING_MS = 10_000;
