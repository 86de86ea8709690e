/** When backups are made by themselves: some minutes after an edit. One stays of each day. */
import { browser } from 'wxt/browser';
import { listMarks } from '@/lib/db/unkept';
import { findDue, makeBackup } from './make-backup';

/** Wakes the background once, when a backup is due. */
export const BACKUP_ALARM = 'sidelight-backup';

/** More notes are often written right after the first. */
const PAUSE_MS = 5 * 60_000;
/** After a failure: the disk may have room again. */
const RETRY_MS = 60 * 60_000;

/** Sets the alarm where something has changed since the last backup. One that is set is left alone: setting it again would put it off. */
export async function startBackupAlarm(now: Date): Promise<void> {
  if (await browser.alarms.get(BACKUP_ALARM)) return;
  const due = await findDue(now);
  if (due === null) return;
  await browser.alarms.create(BACKUP_ALARM, { when: Math.max(due, now.getTime() + PAUSE_MS) });
}

/**
 * For the start of the browser. A writer that was ended before the journal had its notes is made good at once; otherwise as
 * `startBackupAlarm`.
 */
export async function resumeBackups(now: Date): Promise<void> {
  const isCut = (await listMarks()).length > 0;
  await (isCut ? answerBackupAlarm(now, true) : startBackupAlarm(now));
}

/** Makes the backup that the alarm was set for, and sets it again where there is more to do. Never throws: what fails is tried again in an hour. */
export async function answerBackupAlarm(now: Date, isDue = false): Promise<void> {
  try {
    const due = await findDue(now);
    if (isDue || (due !== null && due <= now.getTime())) await makeBackup(now);
    await startBackupAlarm(now);
  } catch {
    // No room, or the database does not open: its pages say so themselves.
    await browser.alarms.create(BACKUP_ALARM, { when: now.getTime() + RETRY_MS });
  }
}
