/** A disk so full that not even the draft can be kept, in each place where notes are written: what was typed stays in its field. */
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { database } from '@/lib/db/database';
import { replacePack } from '@/lib/db/packs';
import { createNote } from '@/lib/notes/write-note';
import { findViolations } from '../axe';
import { makeDraft, makePack, makeTarget, makeTopic } from '../builders';
import { emptyDatabaseBeforeEach } from '../stored';
import { closePorts } from './card/open-card';
import { openCardNotes, openPanelNotes } from './open-places';
import { ARTICLE, makePage, openPopup } from './popup/open-popup';

const TEXT = 'Not to be lost';
const FULL = 'The disk or the space for this browser is full.';
const SAFE = 'Nothing was written; what you typed is still here.';
const NEXT = 'Free some space on the disk, then try again. Copy what you typed before you close this.';

emptyDatabaseBeforeEach();
beforeEach(async () => {
  localStorage.clear();
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
  await replacePack(makePack([makeTopic()]));
});
afterEach(() => {
  closePorts();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** From now on nothing more can be stored, anywhere. */
function fillDisk() {
  const refuse = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  const mocks = [
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(refuse),
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(refuse),
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse),
  ];
  return {
    free: () => {
      for (const mock of mocks) mock.mockRestore();
    },
  };
}

/** Presses the button, and waits until saving has failed: that no draft can be kept was said before. */
async function trySaving(name: string | RegExp): Promise<void> {
  const button = screen.getByRole('button', { name });
  await userEvent.click(button);
  await vi.waitFor(() => expect(button).toHaveAttribute('aria-disabled', 'false'));
}

const places = [
  {
    place: 'popup',
    open: async () => (await openPopup(makePage())).container,
    field: 'Your note',
    save: 'Save note',
  },
  { place: 'card', open: openCardNotes, field: /^Your note/, save: /^Save/ },
  { place: 'panel', open: openPanelNotes, field: /^Your note/, save: /^Save/ },
];

it.each(places)(
  'a new note in the $place stays in its field, and is saved once there is room',
  async (where) => {
    const container = await where.open();
    const field = await screen.findByRole('textbox', { name: where.field });
    const disk = fillDisk();
    await userEvent.type(field, TEXT);
    await trySaving(where.save);
    const notice = await screen.findByRole('alert');
    for (const sentence of [FULL, SAFE, NEXT]) expect(notice).toHaveTextContent(sentence);
    expect(field).toHaveValue(TEXT);
    expect(await findViolations(container)).toEqual([]);
    disk.free();
    expect(await database.notes.count()).toBe(0);
    await userEvent.click(screen.getByRole('button', { name: where.save }));
    await vi.waitFor(async () => expect(await database.notes.toArray()).toMatchObject([{ body: TEXT }]));
    await vi.waitFor(() => expect(field).toHaveValue(''));
  },
);

it('an edit in the popup stays in its field, and is saved once there is room', async () => {
  const here = { canonical: ARTICLE.canonical, url: ARTICLE.url };
  await createNote(makeDraft({ target: makeTarget(here), body: 'Before' }));
  await openPopup(makePage());
  await userEvent.click(await screen.findByRole('button', { name: 'Edit the note “Before”' }));
  const field = await screen.findByRole('textbox', { name: 'Text of the note' });
  const disk = fillDisk();
  await userEvent.clear(field);
  await userEvent.type(field, TEXT);
  await trySaving('Save');
  expect(await screen.findByRole('alert')).toHaveTextContent(FULL);
  expect(field).toHaveValue(TEXT);
  disk.free();
  expect(await database.notes.toArray()).toMatchObject([{ body: 'Before' }]);
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await vi.waitFor(async () => expect(await database.notes.toArray()).toMatchObject([{ body: TEXT }]));
  await vi.waitFor(() => expect(field).not.toBeInTheDocument());
});
