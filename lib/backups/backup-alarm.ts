/** When backups are made by themselves: some minutes after an edit. One stays of each day. */
import { browser } from 'wxt/browser';
import { listMarks } from '@/lib/db/journal-marks';
import { ofEachVault } from '@/lib/db/of-each-vault';
import type { VaultName } from '@/lib/model/vault-name';
import { forgetLate } from './forget-shared';
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
  const moments = (await listDue(now)).map(({ due }) => due);
  if (moments.length === 0) return;
  await browser.alarms.create(BACKUP_ALARM, {
    when: Math.max(Math.min(...moments), now.getTime() + PAUSE_MS),
  });
}

/**
 * For the start of the browser. A writer that was ended before the journal had its notes is made good at once; otherwise as
 * `startBackupAlarm`.
 */
export async function resumeBackups(now: Date): Promise<void> {
  const marked = await ofEachVault((vault) => listMarks(vault));
  const cut = marked.flatMap(({ vault, answer }) => (answer.length > 0 ? [vault] : []));
  await (cut.length > 0 ? answerBackupAlarm(now, cut) : startBackupAlarm(now));
  await forgetLate();
}

/**
 * Makes the backups that the alarm was set for, and those of `cut`, and sets it again where there is more to do. Never throws: what fails is
 * tried again in an hour, and keeps no other vault from its backup.
 */
export async function answerBackupAlarm(now: Date, cut: readonly VaultName[] = []): Promise<void> {
  try {
    const due = (await listDue(now)).filter((vault) => vault.due <= now.getTime());
    let failed = false;
    for (const vault of new Set([...cut, ...due.map(({ vault }) => vault)])) {
      await makeBackup(now, vault).catch(() => {
        failed = true;
      });
    }
    await (failed ? retryLater(now) : startBackupAlarm(now));
  } catch {
    await retryLater(now);
  }
}

/** No room, or the database does not open: its pages say so themselves. */
function retryLater(now: Date): Promise<void> {
  return browser.alarms.create(BACKUP_ALARM, { when: now.getTime() + RETRY_MS });
}

/** The vaults that need a backup, and when. */
async function listDue(now: Date): Promise<{ vault: VaultName; due: number }[]> {
  const found = await ofEachVault((vault) => findDue(now, vault));
  return found.flatMap(({ vault, answer }) => (answer === null ? [] : [{ vault, due: answer }]));
}
