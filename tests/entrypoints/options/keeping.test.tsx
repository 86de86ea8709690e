import { render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Keeping } from '@/entrypoints/options/Keeping';
import { listBackups, saveBackup } from '@/lib/backups/backup-files';
import { withBackupLock } from '@/lib/backups/backup-lock';
import { listJournal } from '@/lib/backups/journal-files';
import { makeBackup } from '@/lib/backups/make-backup';
import { DATABASES, database } from '@/lib/db/database';
import { rememberSharedVault } from '@/lib/db/shared-vault';
import { parseNotesFile } from '@/lib/exchange/import-notes';
import { moveNote } from '@/lib/notes/move-note';
import { createNote } from '@/lib/notes/write-note';
import { findViolations } from '@/tests/axe';
import { makeDraft } from '@/tests/builders';
import { provideFolder } from '@/tests/folder-in-memory';
import { press } from '@/tests/press';
import { emptyDatabaseBeforeEach, takeStore } from '@/tests/stored';

emptyDatabaseBeforeEach();
const storage = { estimate: vi.fn(), persisted: vi.fn(), persist: vi.fn() };
beforeEach(() => {
  storage.estimate.mockResolvedValue({ usage: 12_340_000, quota: 1e10 });
  storage.persisted.mockResolvedValue(false);
  storage.persist.mockResolvedValue(false);
  provideFolder(storage);
});
afterEach(() => vi.restoreAllMocks());

async function backUp(day: number, body: string) {
  await createNote(makeDraft({ body }));
  await makeBackup(new Date(2026, 10, day, 9));
}

/** The files that are offered for download, from now on. */
function watchSaved() {
  const saved: { name: string; blob: Blob }[] = [];
  let made: Blob | null = null;
  URL.createObjectURL = (blob) => {
    made = blob as Blob;
    return 'blob:x';
  };
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    if (made) saved.push({ name: this.download, blob: made });
  });
  return saved;
}

describe('backups', () => {
  it('are listed newest first, with day and notes', async () => {
    await backUp(27, 'First');
    await backUp(28, 'Second');
    const { container } = render(<Keeping />);
    const [newest, oldest] = await screen.findAllByRole('listitem');
    expect(newest).toHaveTextContent('28 Nov 20262 notes');
    expect(oldest).toHaveTextContent('27 Nov 20261 note');
    expect(await findViolations(container)).toEqual([]);
  });

  it('are made on request; where there is no note, that is said', async () => {
    const { container } = render(<Keeping />);
    expect(
      await screen.findByText('None yet. The first is made some minutes after you write a note.'),
    ).toBeVisible();
    await press('Back up now');
    expect(await screen.findByText('There is no note to back up.')).toBeVisible();
    expect(await findViolations(container)).toEqual([]);
    await createNote(makeDraft());
    await press('Back up now');
    expect(await screen.findByText('Backed up 1 note.')).toBeVisible();
    expect(await screen.findAllByRole('listitem')).toHaveLength(1);
  });

  it('are made of the own notes also where the store of the shared ones does not open, which is said', async () => {
    await rememberSharedVault();
    DATABASES.shared.close();
    vi.spyOn(DATABASES.shared, 'open').mockRejectedValue(new DOMException('damaged', 'UnknownError'));
    await createNote(makeDraft());
    render(<Keeping />);
    await press('Back up now');
    expect(await screen.findByText('Backed up 1 note.')).toBeVisible();
    expect(await screen.findByRole('alert')).toBeVisible();
    expect(await listBackups()).toMatchObject([{ notes: 1 }]);
  });

  it('say so where the last notes could not be kept beside them, until the next one', async () => {
    const folder = provideFolder(storage);
    folder.refusal = new DOMException('full', 'QuotaExceededError');
    await createNote(makeDraft());
    vi.setSystemTime(Date.now() + 60_000);
    const { container } = render(<Keeping />);
    const gap = await screen.findByText(/there was no room to keep them beside the backup too/);
    expect(await findViolations(container)).toEqual([]);
    folder.refusal = null;
    await press('Back up now');
    await waitFor(() => expect(gap).not.toBeInTheDocument());
    vi.useRealTimers();
  });

  it('are merged in again, with counts', async () => {
    await backUp(28, 'First');
    await takeStore();
    render(<Keeping />);
    await press('Restore the backup of 28 Nov 2026');
    expect(await screen.findByText('1 note added')).toBeVisible();
    expect(await database.notes.toArray()).toMatchObject([{ body: 'First' }]);
  });

  it('are saved as the file that the import reads', async () => {
    const saved = watchSaved();
    await backUp(28, 'First');
    render(<Keeping />);
    await press('Save as a file: the backup of 28 Nov 2026');
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]?.name).toBe('notes-2026-11-28.json');
    expect(parseNotesFile((await saved[0]?.blob.text()) ?? '').changes).toMatchObject([{ x: 'First' }]);
  });

  it('are made and listed of the shared notes too, saved so that they come in as own ones, and deleted', async () => {
    await rememberSharedVault();
    const { to } = await moveNote(await createNote(makeDraft({ body: 'Shared' })), 'shared');
    const saved = watchSaved();
    render(<Keeping />);
    await press('Back up now');
    expect(await screen.findByText('Backed up 1 note.')).toBeVisible();
    await press(/^Save as a file: the backup of shared notes of /);
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]?.name).toMatch(/^shared-notes-/);
    const { changes } = parseNotesFile((await saved[0]?.blob.text()) ?? '');
    expect(changes.map(({ x }) => x)).toEqual(['Shared']);
    expect(changes.map(({ e }) => e)).not.toContain(to.id);
    await press('Delete all backups');
    await press('Delete');
    expect(await screen.findByText('All backups are deleted.')).toBeVisible();
    expect([await listBackups('shared'), await listJournal('shared')]).toEqual([[], []]);
  });

  it('are deleted with one that is being made', async () => {
    await backUp(27, 'First');
    const [first] = await listBackups();
    if (!first) throw new Error('a backup was made');
    render(<Keeping />);
    const gate = Promise.withResolvers<void>();
    const made = withBackupLock(async () => {
      await gate.promise;
      await saveBackup({ ...first, madeAt: first.madeAt + 1 }, new Blob(['made']));
    });
    await press('Delete all backups');
    await press('Delete');
    await new Promise((resolve) => setTimeout(resolve, 50));
    gate.resolve();
    await made;
    expect(await screen.findByText('All backups are deleted.')).toBeVisible();
    expect(await listBackups()).toEqual([]);
  });

  it('are deleted when the reader has said so twice', async () => {
    await backUp(28, 'First');
    const { container } = render(<Keeping />);
    await press('Delete all backups');
    expect(await screen.findByText('Delete all backups? Your notes stay.')).toBeVisible();
    expect(await findViolations(container)).toEqual([]);
    expect(screen.getByRole('region', { name: 'Backups' })).toHaveFocus();
    await press('Keep them');
    expect(screen.getByRole('region', { name: 'Backups' })).toHaveFocus();
    expect(await listBackups()).toHaveLength(1);
    await press('Delete all backups');
    await press('Delete');
    expect(await screen.findByText('All backups are deleted.')).toBeVisible();
    expect(await listBackups()).toEqual([]);
    expect(await database.notes.count()).toBe(1);
  });
});

describe('space', () => {
  it('says what is used and why the browser is asked, and its answer', async () => {
    const { container } = render(<Keeping />);
    expect(await screen.findByText('Sidelight takes 12.4 MB in this browser.')).toBeVisible();
    expect(screen.getByText(/^When the disk fills up, a browser may clear what it holds/)).toBeVisible();
    expect(await findViolations(container)).toEqual([]);
    await press('Ask the browser to keep them');
    expect(await screen.findByText(/^The browser gave no promise\./)).toBeVisible();
    storage.persist.mockResolvedValue(true);
    storage.persisted.mockResolvedValue(true);
    await press('Ask the browser to keep them');
    expect(await screen.findByText(/^The browser has agreed to keep your notes/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Ask the browser to keep them' })).toBeNull();
  });
});
