import { describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { answerBackupAlarm, BACKUP_ALARM, resumeBackups, startBackupAlarm } from '@/lib/backups/backup-alarm';
import { listBackups } from '@/lib/backups/backup-files';
import { DATABASES } from '@/lib/db/database';
import { listMarks } from '@/lib/db/journal-marks';
import { rememberSharedVault } from '@/lib/db/shared-vault';
import { createNote } from '@/lib/notes/write-note';
import { makeDraft } from '@/tests/builders';
import { provideFolder } from '@/tests/folder-in-memory';
import { emptyDatabaseBeforeEach } from '@/tests/stored';

emptyDatabaseBeforeEach();

const NOW = new Date(2026, 10, 28, 9);
const SOON = new Date(2026, 10, 28, 9, 1);
const LATER = new Date(2026, 10, 28, 10);
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

  it('makes no second one within a quarter of an hour, and is set to its end for what changed', async () => {
    await createNote(makeDraft());
    await answerBackupAlarm(NOW);
    await createNote(makeDraft());
    await answerBackupAlarm(SOON);
    expect(await listBackups()).toMatchObject([{ notes: 1 }]);
    expect(await alarmAt()).toBe(NOW.getTime() + 15 * 60_000);
    await browser.alarms.clearAll();
    await answerBackupAlarm(LATER);
    expect(await listBackups()).toMatchObject([{ day: '2026-11-28', notes: 2 }]);
  });

  it('is not waited for at the start of the browser where a writer was ended before the journal had its notes', async () => {
    await createNote(makeDraft());
    await answerBackupAlarm(NOW);
    await vi.waitUntil(async () => (await listMarks()).length === 0);
    await resumeBackups(SOON);
    expect(await listBackups()).toMatchObject([{ madeAt: NOW.getTime() }]);
    provideFolder().refusal = new DOMException('full', 'QuotaExceededError');
    await createNote(makeDraft());
    provideFolder();
    await resumeBackups(SOON);
    expect(await listBackups()).toMatchObject([{ madeAt: SOON.getTime(), notes: 2 }]);
    expect(await listMarks()).toEqual([]);
  });

  it('comes again in an hour where a backup could not be stored', async () => {
    await createNote(makeDraft());
    provideFolder().refusal = new DOMException('full', 'QuotaExceededError');
    await answerBackupAlarm(NOW);
    expect(await listBackups()).toEqual([]);
    expect(await alarmAt()).toBe(NOW.getTime() + 60 * 60_000);
  });

  it('comes for the own notes also where the database of the shared vault does not open', async () => {
    await rememberSharedVault();
    DATABASES.shared.close();
    vi.spyOn(DATABASES.shared, 'open').mockRejectedValue(new DOMException('damaged', 'UnknownError'));
    await createNote(makeDraft());
    await startBackupAlarm(NOW);
    expect(await alarmAt()).toBe(NOW.getTime() + 5 * 60_000);
    await answerBackupAlarm(NOW);
    expect(await listBackups()).toMatchObject([{ notes: 1 }]);
    await resumeBackups(LATER);
    vi.restoreAllMocks();
  });
});
