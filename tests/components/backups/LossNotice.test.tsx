import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { LossNotice } from '@/components/backups/LossNotice';
import { listBackups } from '@/lib/backups/backup-files';
import { makeBackup } from '@/lib/backups/make-backup';
import { database } from '@/lib/db/database';
import { rememberSharedVault } from '@/lib/db/shared-vault';
import { copyNote } from '@/lib/notes/move-note';
import { latestNotes } from '@/lib/notes/read-notes';
import { createNote, hideNote, showNote } from '@/lib/notes/write-note';
import { findViolations } from '@/tests/axe';
import { makeDraft } from '@/tests/builders';
import { emptyDatabaseBeforeEach, takeStore } from '@/tests/stored';

emptyDatabaseBeforeEach();
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Three notes, a backup of them, and an emptied database. */
async function loseNotes() {
  for (const body of ['First', 'Second', 'Third']) await createNote(makeDraft({ body }));
  await makeBackup(new Date(2026, 10, 28, 9));
  await takeStore();
}

const restore = () => screen.findByRole('button', { name: 'Restore the backup of 28 Nov 2026 (3 notes)' });

it('says nothing where nothing is lost', async () => {
  await createNote(makeDraft());
  await makeBackup(new Date(2026, 10, 28, 9));
  const { container } = render(<LossNotice />);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(container).toBeEmptyDOMElement();
});

it('says what happened and what is safe, and brings the notes back, with counts', async () => {
  await loseNotes();
  const { container } = render(<LossNotice />);
  const notice = await screen.findByRole('alert');
  expect(notice).toHaveTextContent('The store of your notes was emptied or replaced.');
  expect(notice).toHaveTextContent('The backup of 28 Nov 2026 is safe. It has 3 notes.');
  expect(await findViolations(container)).toEqual([]);
  await userEvent.click(await restore());
  expect(await screen.findByText('What came in from the backup of 28 Nov 2026')).toBeVisible();
  expect(screen.getByText('3 notes added')).toBeVisible();
  expect(screen.queryByRole('alert')).toBeNull();
  expect(await findViolations(container)).toEqual([]);
  expect((await latestNotes(9)).map(({ body }) => body).sort()).toEqual(['First', 'Second', 'Third']);
});

it('says so where an earlier loss was not dealt with, and brings back the notes of both', async () => {
  await createNote(makeDraft({ body: 'Of the first store' }));
  await makeBackup(new Date(2026, 10, 27, 9));
  await takeStore();
  await loseNotes();
  const { container } = render(<LossNotice />);
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'It has 3 notes.An earlier one, of 27 Nov 2026 (1 note), is safe, too, and comes back with it.',
  );
  expect(await findViolations(container)).toEqual([]);
  await userEvent.click(await restore());
  expect(await screen.findByText('4 notes added')).toBeVisible();
  expect(screen.queryByRole('alert')).toBeNull();
});

it('says how many were written since the backup, and brings them back as well', async () => {
  await createNote(makeDraft({ body: 'First' }));
  await makeBackup(new Date(2026, 10, 28, 9));
  for (const body of ['Second', 'Third']) await createNote(makeDraft({ body }));
  await takeStore();
  const { container } = render(<LossNotice />);
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'It has 1 note.2 notes that were written or changed since then are safe, too.',
  );
  expect(await findViolations(container)).toEqual([]);
  await userEvent.click(
    await screen.findByRole('button', { name: 'Restore the backup of 28 Nov 2026 (1 note)' }),
  );
  expect(await screen.findByText('3 notes added')).toBeVisible();
});

it('brings back what was written before there was any backup', async () => {
  await createNote(makeDraft({ body: 'Only one' }));
  await takeStore();
  render(<LossNotice />);
  expect(await screen.findByRole('alert')).toHaveTextContent('1 note was kept aside and is safe.');
  await userEvent.click(await screen.findByRole('button', { name: 'Restore 1 note' }));
  expect(await screen.findByText('What came in from the notes kept aside')).toBeVisible();
  expect(await screen.findByText('1 note added')).toBeVisible();
});

it('says nothing of notes that were deleted or moved out before, where nothing else is kept', async () => {
  const { id } = await createNote(makeDraft({ body: 'Deleted' }));
  await hideNote(id);
  await takeStore();
  const looked = vi.spyOn(window, 'Worker');
  const { container } = render(<LossNotice />);
  await waitFor(() => expect(looked).toHaveBeenCalled());
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(container).toBeEmptyDOMElement();
});

/** A backup in which every note is deleted. */
async function backUpDeleted() {
  const { id } = await createNote(makeDraft({ body: 'Deleted' }));
  await hideNote(id);
  await makeBackup(new Date(2026, 10, 28, 9));
  return id;
}

it('says nothing of a backup in which every note is deleted', async () => {
  await backUpDeleted();
  await takeStore();
  const { container } = render(<LossNotice />);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(container).toBeEmptyDOMElement();
});

it('tells only of what was written since such a backup, and restores that backup with it', async () => {
  await showNote(await backUpDeleted());
  await takeStore();
  render(<LossNotice />);
  expect(await screen.findByRole('alert')).toHaveTextContent('1 note was kept aside and is safe.');
  await userEvent.click(await screen.findByRole('button', { name: 'Restore 1 note' }));
  expect(await screen.findByText('1 note added')).toBeVisible();
  expect((await latestNotes(9)).map(({ body }) => body)).toEqual(['Deleted']);
});

it('leaves the counting of what was written to the thread beside the page', async () => {
  await createNote(makeDraft({ body: 'Only one' }));
  await takeStore();
  const orders: string[] = [];
  class Counting extends EventTarget {
    terminate() {}
    postMessage({ name }: { name: string }) {
      orders.push(name);
      this.dispatchEvent(new MessageEvent('message', { data: { answer: { ok: true, value: 100_000 } } }));
    }
  }
  vi.stubGlobal('Worker', Counting);
  const { container } = render(<LossNotice />);
  expect(await screen.findByRole('alert')).toHaveTextContent('100,000 notes were kept aside and are safe.');
  expect(orders).toEqual(['countWritten']);
  expect(await findViolations(container)).toEqual([]);
});

const refuseThreads = () =>
  vi.stubGlobal('Worker', function refuse() {
    throw new DOMException('no thread', 'SecurityError');
  });

it('is shown where no thread starts that could count, and says why restoring fails', async () => {
  await createNote(makeDraft({ body: 'Only one' }));
  await takeStore();
  refuseThreads();
  const { container } = render(<LossNotice />);
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'Notes were kept aside and are safe; they could not be counted.',
  );
  const restoring = () => screen.findByRole('button', { name: 'Restore the notes kept aside' });
  await userEvent.click(await restoring());
  expect(
    await screen.findByText(
      'The browser did not start the part of Sidelight that works on many notes at once.',
    ),
  ).toBeVisible();
  expect(await findViolations(container)).toEqual([]);
  vi.unstubAllGlobals();
  await userEvent.click(await restoring());
  expect(await screen.findByText('1 note added')).toBeVisible();
});

it('names the backup, too, where what was written since cannot be counted', async () => {
  await createNote(makeDraft({ body: 'First' }));
  await makeBackup(new Date(2026, 10, 28, 9));
  await createNote(makeDraft({ body: 'Second' }));
  await takeStore();
  refuseThreads();
  render(<LossNotice />);
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'It has 1 note.What was written, changed or deleted since then is safe, too; it could not be counted.',
  );
});

it('goes where the reader goes on without; the backup stays', async () => {
  await loseNotes();
  render(<LossNotice />);
  await userEvent.click(await screen.findByRole('button', { name: 'Go on without them' }));
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  expect(await listBackups()).toHaveLength(1);
});

it('says why where they could not be brought back, and offers it again', async () => {
  await loseNotes();
  render(<LossNotice />);
  const button = await restore();
  const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await userEvent.click(button);
  expect(await screen.findByText('The disk or the space for this browser is full.')).toBeVisible();
  full.mockRestore();
  expect(await database.notes.count()).toBe(0);
  await userEvent.click(await restore());
  expect(await screen.findByText('3 notes added')).toBeVisible();
});

it('names the backup where the database does not open, and where it can be saved', async () => {
  await loseNotes();
  database.close();
  vi.spyOn(database, 'open').mockRejectedValue(new DOMException('refused', 'SecurityError'));
  render(<LossNotice />);
  const notice = await screen.findByRole('alert');
  expect(notice).toHaveTextContent('The store of your notes does not open.');
  expect(notice).toHaveTextContent('You can save that backup as a file in the options, under “Your notes”.');
  expect(screen.queryByRole('button')).toBeNull();
});

it('tells of the shared notes apart, and brings them back as the reader’s own', async () => {
  await rememberSharedVault();
  await copyNote(await createNote(makeDraft({ body: 'For the others' })), 'shared');
  await makeBackup(new Date(2026, 10, 28, 9), 'shared');
  await takeStore();
  const { container } = render(<LossNotice />);
  await screen.findByText('1 note was kept aside and is safe.');
  const notice = (
    await screen.findByText('The store of the notes that you share with others was emptied or replaced.')
  ).closest('[role="alert"]') as HTMLElement;
  expect(notice).toHaveTextContent('The backup of shared notes of 28 Nov 2026 is safe. It has 1 note.');
  expect(notice).toHaveTextContent(
    'They become your own notes, unless the shared folder is still connected.',
  );
  expect(await findViolations(container)).toEqual([]);
  const name = 'Restore the backup of shared notes of 28 Nov 2026 (1 note)';
  await userEvent.click(within(notice).getByRole('button', { name }));
  expect(
    await screen.findByText('What came in from the backup of shared notes of 28 Nov 2026'),
  ).toBeVisible();
  expect(screen.getByRole('button', { name: 'Restore 1 note' })).toBeVisible();
  expect((await latestNotes(9)).map(({ body, vault }) => [body, vault])).toEqual([
    ['For the others', undefined],
  ]);
});
