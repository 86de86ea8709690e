import { beforeEach, describe, expect, it } from 'vitest';
import { clearBackups, listBackups } from '@/lib/backups/backup-files';
import { findDue, KEPT, makeBackup } from '@/lib/backups/make-backup';
import { loadBackupText, restoreBackup } from '@/lib/backups/restore-backup';
import { database } from '@/lib/db/database';
import { parseNotesFile } from '@/lib/exchange/import-notes';
import { findNote } from '@/lib/notes/read-notes';
import { createNote, editNote, hideNote } from '@/lib/notes/write-note';
import { makeDraft } from '@/tests/builders';
import { type MemoryFolder, provideFolder } from '@/tests/folder-in-memory';
import { emptyDatabaseBeforeEach, readStore, takeStore } from '@/tests/stored';
import { exportText } from '@/tests/written-out';

emptyDatabaseBeforeEach();
let folder: MemoryFolder;
beforeEach(() => {
  folder = provideFolder();
});

const day = (number: number, hour = 9) => new Date(2026, 10, number, hour);
const days = async () => (await listBackups()).map((backup) => backup.day);

/** A note, and a backup of that day. */
async function writeAndBackUp(number: number) {
  await createNote(makeDraft({ body: `Note of day ${number}` }));
  return makeBackup(day(number));
}

describe('making a backup', () => {
  it('holds what an export holds, hidden notes too', async () => {
    await createNote(makeDraft({ body: 'Seen' }));
    const hidden = await createNote(makeDraft({ body: 'Deleted 已删除' }));
    await hideNote(hidden.id);
    const backup = await makeBackup(day(1));
    expect(backup).toMatchObject({ day: '2026-11-01', shown: 1, notes: 2, madeAt: day(1).getTime() });
    if (!backup) throw new Error('no backup');
    const held = parseNotesFile(await loadBackupText(backup));
    expect(held.changes).toEqual(parseNotesFile(await exportText()).changes);
  });

  it('is not made of no notes', async () => {
    expect(await makeBackup(day(1))).toBeNull();
    expect(await listBackups()).toEqual([]);
  });

  it(`keeps the newest ${KEPT}`, async () => {
    for (let number = 1; number <= KEPT + 2; number += 1) await writeAndBackUp(number);
    expect(await days()).toEqual(
      Array.from({ length: KEPT }, (_, at) => `2026-11-${String(KEPT + 2 - at).padStart(2, '0')}`),
    );
    expect(folder.filesIn('backups')).toHaveLength(KEPT);
  });

  it('of the same day takes the place of the former', async () => {
    await writeAndBackUp(1);
    await createNote(makeDraft({ body: 'Later that day' }));
    await makeBackup(day(1, 18));
    expect(await listBackups()).toMatchObject([{ day: '2026-11-01', notes: 2 }]);
  });

  it('never drops one whose notes the database has lost', async () => {
    await writeAndBackUp(1);
    await takeStore();
    for (let number = 1; number <= KEPT + 2; number += 1) await writeAndBackUp(number);
    const kept = await listBackups();
    expect(kept).toHaveLength(KEPT + 1);
    const last = kept.at(-1);
    if (!last) throw new Error('no backup');
    expect(parseNotesFile(await loadBackupText(last)).changes).toMatchObject([{ x: 'Note of day 1' }]);
  });

  it('that finds no room leaves the former ones as they are', async () => {
    await writeAndBackUp(1);
    const before = await listBackups();
    folder.refusal = new DOMException('full', 'QuotaExceededError');
    await createNote(makeDraft());
    await expect(makeBackup(day(1, 18))).rejects.toMatchObject({ code: 'database-full', retryable: true });
    expect(await listBackups()).toEqual(before);
  });

  it('that was cut off is none, and does not stand for the day', async () => {
    await writeAndBackUp(1);
    const [name = ''] = folder.filesIn('backups').map((file) => file.name);
    const backups = await folder.getDirectoryHandle('backups');
    await backups.getFileHandle(name.replace(/^\d+/, '9'), { create: true });
    expect(await listBackups()).toHaveLength(1);
  });

  it('is the newest also where the clock was set back', async () => {
    await writeAndBackUp(9);
    const backup = await writeAndBackUp(1);
    expect((await listBackups())[0]).toEqual(backup);
    await createNote(makeDraft());
    expect(await findDue(day(1))).toBe(day(1).getTime());
  });

  it('is resolved only once its file is closed, and the former one goes after that', async () => {
    await writeAndBackUp(1);
    await createNote(makeDraft());
    const seen: number[] = [];
    folder.onClose = () => {
      seen.push(folder.filesIn('backups').length);
    };
    await makeBackup(day(1, 18));
    expect(seen).toEqual([2]);
    expect(folder.filesIn('backups')).toHaveLength(1);
  });

  it('lets no later edit be taken for a text that the backup does not know', async () => {
    const note = await createNote(makeDraft({ body: 'First' }));
    const backup = await makeBackup(day(1));
    await editNote(note.id, { body: 'Second' }, note);
    if (backup) await restoreBackup(backup);
    expect(await findNote(note.id)).toMatchObject({ body: 'Second', versions: [] });
  });
});

describe('when the next one is due', () => {
  it('is never where there is no note', async () => {
    expect(await findDue(day(1))).toBeNull();
  });

  it('is at once where there is none yet', async () => {
    await createNote(makeDraft());
    expect(await findDue(day(1))).toBe(day(1).getTime());
  });

  it('is never while nothing has changed, and a quarter of an hour after the last one where something has', async () => {
    const note = await createNote(makeDraft());
    await makeBackup(day(1));
    expect(await findDue(day(5))).toBeNull();
    await editNote(note.id, { body: 'Changed' });
    expect(await findDue(day(1))).toBe(day(1).getTime() + 15 * 60_000);
    expect(await findDue(day(5))).toBe(day(5).getTime());
  });
});

describe('restoring a backup', () => {
  it('into an emptied database brings back every note as it was', async () => {
    const seen = await createNote(makeDraft({ body: 'Seen' }));
    const hidden = await createNote(makeDraft({ body: 'Hidden' }));
    await hideNote(hidden.id);
    const backup = await makeBackup(day(1));
    await takeStore();
    expect(backup && (await restoreBackup(backup))).toMatchObject({ added: 2, updated: 0, known: 0 });
    expect(await findNote(seen.id)).toEqual(seen);
    expect(await database.notes.get(hidden.id)).toMatchObject({ body: 'Hidden', hidden: true });
  });

  it('overwrites nothing, and says what came of it', async () => {
    const note = await createNote(makeDraft({ body: 'Old' }));
    const backup = await makeBackup(day(1));
    await editNote(note.id, { body: 'New' }, note);
    const other = await createNote(makeDraft({ body: 'Other' }));
    expect(backup && (await restoreBackup(backup))).toEqual({ added: 0, updated: 0, known: 1, conflicts: 0 });
    expect(await findNote(note.id)).toMatchObject({ body: 'New' });
    expect(await findNote(other.id)).toEqual(other);
  });

  it('refuses a damaged one whole', async () => {
    await writeAndBackUp(1);
    const [backup] = await listBackups();
    if (!backup) throw new Error('no backup');
    const [file] = folder.filesIn('backups');
    if (file) file.bytes = file.bytes.slice(0, -9);
    const before = await readStore();
    await expect(restoreBackup(backup)).rejects.toMatchObject({ code: 'import-invalid' });
    expect(await readStore()).toEqual(before);
  });
});

it('backups can be deleted, all at once', async () => {
  await writeAndBackUp(1);
  await writeAndBackUp(2);
  await clearBackups();
  expect(await listBackups()).toEqual([]);
  expect(folder.filesIn('backups')).toEqual([]);
});

it('a browser that has no folder for us is told by a code', async () => {
  Object.defineProperty(navigator, 'storage', { value: {}, configurable: true });
  await expect(listBackups()).rejects.toMatchObject({ code: 'database-missing' });
});
