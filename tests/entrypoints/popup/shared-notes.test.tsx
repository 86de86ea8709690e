import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DATABASES } from '@/lib/db/database';
import { listNotes } from '@/lib/db/notes';
import { addRound } from '@/lib/db/rounds';
import { rememberSharedVault } from '@/lib/db/shared-vault';
import { writeNotes } from '@/lib/db/write-notes';
import { mergeIn } from '@/lib/notes/apply-changes';
import { moveNote } from '@/lib/notes/move-note';
import { createNote } from '@/lib/notes/write-note';
import { saveConnection } from '@/lib/vault/connections';
import { createDexieStore } from '@/lib/vault/dexie-store';
import { nameReplica } from '@/lib/vault/replicas';
import { findViolations } from '../../axe';
import { makeDraft, makeTarget } from '../../builders';
import { emptyDatabaseBeforeEach } from '../../stored';
import { ARTICLE, makePage, openPopup } from './open-popup';

const draft = (body: string) =>
  makeDraft({ target: makeTarget({ canonical: ARTICLE.canonical, url: ARTICLE.url }), body });
const bodies = async (vault: 'own' | 'shared') => (await listNotes(vault)).map(({ body }) => body);

emptyDatabaseBeforeEach();
beforeEach(() => localStorage.clear());
afterEach(() => vi.restoreAllMocks());

async function connectShared(): Promise<void> {
  await rememberSharedVault();
  await createDexieStore('shared').saveState({ hasJoined: true });
  await saveConnection(
    { kind: 'webdav', url: 'https://cloud.example/team/', user: '', password: '' },
    'shared',
  );
}

/** A note that somebody else, called Bo, has shared. */
async function shareFromElsewhere(body: string): Promise<void> {
  const { to } = await moveNote(await createNote(draft(body)), 'shared');
  const bo = 'b'.repeat(16);
  const t = Date.now() * 1024 + 1e6;
  const changes = [
    { i: 'x'.repeat(16), t, e: to.id, f: { author: bo } },
    { i: 'y'.repeat(16), t, e: `replica:${bo}`, f: { name: 'Bo' } },
  ];
  await writeNotes((writing) => mergeIn(writing, changes, null), 'shared');
}

describe('without a shared vault', () => {
  it('nothing is said of sharing', async () => {
    await createNote(draft('Mine'));
    await openPopup(makePage());
    await screen.findByRole('article', { name: 'Mine' });
    expect(screen.queryByRole('button', { name: /shared/ })).toBeNull();
  });
});

describe('with a shared vault', () => {
  beforeEach(connectShared);

  it('a note is moved there by a click, with a way back', async () => {
    await createNote(draft('Mine'));
    const { container } = await openPopup(makePage());
    await userEvent.click(
      await screen.findByRole('button', { name: 'Move the note “Mine” to the shared notes' }),
    );
    expect(await screen.findByText('Moved to the shared notes.')).toBeVisible();
    const shared = await screen.findByRole('article', { name: 'Mine' });
    expect(within(shared).getByText('Shared by you')).toBeVisible();
    expect(await bodies('own')).toEqual([]);
    expect(await bodies('shared')).toEqual(['Mine']);
    expect(await findViolations(container)).toEqual([]);
    await userEvent.click(
      screen.getByRole('button', { name: 'Take back what was done with the note “Mine”' }),
    );
    await waitFor(async () => expect(await bodies('shared')).toEqual([]));
    expect(await bodies('own')).toEqual(['Mine']);
    expect(
      await screen.findByRole('button', { name: 'Move the note “Mine” to the shared notes' }),
    ).toBeVisible();
  });

  it('one that the reader shared is taken back', async () => {
    await moveNote(await createNote(draft('Ours')), 'shared');
    await openPopup(makePage());
    const name = 'Take the note “Ours” back to your own notes';
    await userEvent.click(await screen.findByRole('button', { name }));
    expect(await screen.findByText('Taken back to your own notes.')).toBeVisible();
    await waitFor(async () => expect(await bodies('own')).toEqual(['Ours']));
    expect(await bodies('shared')).toEqual([]);
  });

  it('one of somebody else says whose it is, and is copied, not taken', async () => {
    await shareFromElsewhere('Theirs');
    await openPopup(makePage());
    expect(await screen.findByText('Shared by Bo')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Copy the note “Theirs” to your own notes' }));
    expect(await screen.findByText('Copied to your own notes.')).toBeVisible();
    expect(await bodies('own')).toEqual(['Theirs']);
    expect(await bodies('shared')).toEqual(['Theirs']);
  });

  it('deleting and editing happen in the vault where the note is', async () => {
    await moveNote(await createNote(draft('Ours')), 'shared');
    await nameReplica('Ada', 'shared');
    const before = await DATABASES.own.changes.toArray();
    await openPopup(makePage());
    await userEvent.click(await screen.findByRole('button', { name: 'Edit the note “Ours”' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Text of the note' }), ', seen twice');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(async () => expect(await bodies('shared')).toEqual(['Ours, seen twice']));
    await userEvent.click(await screen.findByRole('button', { name: 'Delete the note “Ours, seen twice”' }));
    await waitFor(async () => expect(await bodies('shared')).toEqual([]));
    await userEvent.click(await screen.findByRole('button', { name: /^Undo the deletion/ }));
    await waitFor(async () => expect(await bodies('shared')).toEqual(['Ours, seen twice']));
    expect(await DATABASES.own.changes.toArray()).toEqual(before);
  });

  it('the foot says when it needs the reader, and else nothing', async () => {
    const { unmount } = await openPopup(makePage());
    await screen.findByRole('button', { name: 'Options' });
    expect(screen.queryByText(/In step|Sync needs you/)).toBeNull();
    unmount();
    const at = Date.now();
    await addRound(
      {
        startedAt: at,
        endedAt: at,
        trigger: 'alarm',
        state: 'failed',
        report: null,
        code: 'remote-denied',
        detail: '',
      },
      'shared',
    );
    await openPopup(makePage());
    expect(await screen.findByRole('button', { name: 'Sync needs you' })).toBeVisible();
  });
});
