/** An emptied database, in each page where the reader would look for their notes. */
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { App as Options } from '@/entrypoints/options/App';
import { makeBackup } from '@/lib/backups/make-backup';
import { database } from '@/lib/db/database';
import { replacePack } from '@/lib/db/packs';
import { createNote } from '@/lib/notes/write-note';
import { findViolations } from '../axe';
import { makeDraft, makePack, makeTopic } from '../builders';
import { emptyDatabaseBeforeEach, takeStore } from '../stored';
import { openPanelNotes } from './open-places';
import { makePage, openPopup } from './popup/open-popup';

emptyDatabaseBeforeEach();
beforeEach(async () => {
  await createNote(makeDraft({ body: 'Kept' }));
  await makeBackup(new Date(2026, 10, 28, 9));
  await takeStore();
  await replacePack(makePack([makeTopic()]));
});
afterEach(() => vi.restoreAllMocks());

const places = [
  { place: 'popup', open: async () => (await openPopup(makePage())).container },
  { place: 'panel', open: openPanelNotes },
  {
    place: 'options',
    open: async () =>
      render(<Options asking={{ requestAccess: async () => false, pickFolder: null }} />).container,
  },
];

it.each(places)('is said in the $place, where the notes can be restored', async ({ open }) => {
  const container = await open();
  const restore = await screen.findByRole('button', { name: 'Restore the backup of 28 Nov 2026 (1 note)' });
  expect(await findViolations(container)).toEqual([]);
  await userEvent.click(restore);
  expect(await screen.findByText('1 note added')).toBeVisible();
  expect(document.body).not.toHaveFocus();
  await waitFor(async () => expect(await database.notes.toArray()).toMatchObject([{ body: 'Kept' }]));
});

it.each(places)('keeps the focus in the $place where the reader goes on without them', async ({ open }) => {
  await open();
  await userEvent.click(await screen.findByRole('button', { name: 'Go on without them' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Go on without them' })).toBeNull());
  expect(screen.getByRole('main')).toHaveFocus();
});
