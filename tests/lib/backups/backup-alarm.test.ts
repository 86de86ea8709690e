import { afterEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { answerBackupAlarm, BACKUP_ALARM, startBackupAlarm } from '@/lib/backups/backup-alarm';
import { backupDatabase, listBackups } from '@/lib/db/backups';
import { createNote } from '@/lib/notes/write-note';
import { makeDraft } from '@/tests/builders';
import { emptyDatabaseBeforeEach } from '@/tests/stored';

emptyDatabaseBeforeEach();
afterEach(() => vi.restoreAllMocks());

const NOW = new Date(2026, 10, 28, 9);
const LATER = new Date(2026, 10, 28, 10);
const TOMORROW = new Date(2026, 10, 29, 0);
const alarmAt = async () => (await browser.alarms.get(BACKUP_ALARM))?.scheduledTime ?? null;

describe('the alarm of backups', () => {
  it('is not set where there is no note', async () => {
    await startBackupAlarm(NOW);
    expect(await alarmAt()).toBeNull();
  });

  it('is set once, some minutes after the first of several edits', async () => {
    await createNote(makeDraft());
    await startBackupAlarm(NOW);
    await startBackupAlarm(LATER);
    expect(await alarmAt()).toBe(NOW.getTime() + 5 * 60_000);
  });

  it('makes a backup, and is not set again while nothing changes', async () => {
    await createNote(makeDraft());
    await answerBackupAlarm(NOW);
    expect(await listBackups()).toMatchObject([{ day: '2026-11-28', notes: 1 }]);
    expect(await alarmAt()).toBeNull();
  });

  it('makes no second one on a day, and is set to the next for what changed', async () => {
    await createNote(makeDraft());
    await answerBackupAlarm(NOW);
    await createNote(makeDraft());
    await answerBackupAlarm(LATER);
    expect(await listBackups()).toMatchObject([{ notes: 1 }]);
    expect(await alarmAt()).toBe(TOMORROW.getTime());
  });

  it('comes again in an hour where a backup could not be stored', async () => {
    await createNote(makeDraft());
    vi.spyOn(backupDatabase.bytes, 'put').mockRejectedValue(new DOMException('full', 'QuotaExceededError'));
    await answerBackupAlarm(NOW);
    expect(await listBackups()).toEqual([]);
    expect(await alarmAt()).toBe(NOW.getTime() + 60 * 60_000);
  });
});
