import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { addRound, type RoundRow } from '@/lib/db/rounds';
import { saveConnection } from '@/lib/vault/connections';
import { createDexieStore } from '@/lib/vault/dexie-store';
import { findViolations } from '../../axe';
import { emptyDatabaseBeforeEach } from '../../stored';
import { makePage, openPopup } from './open-popup';

emptyDatabaseBeforeEach();

const ROUND: Omit<RoundRow, 'id'> = {
  startedAt: Date.now() - 1_000,
  endedAt: Date.now(),
  trigger: 'alarm',
  state: 'done',
  report: null,
  code: null,
  detail: '',
};

async function connect(): Promise<void> {
  await createDexieStore().saveState({ hasJoined: true });
  await saveConnection({ kind: 'browser-account' });
}

it('says nothing of sync where the notes live in this browser only', async () => {
  await openPopup(makePage());
  await screen.findByRole('button', { name: 'Options' });
  expect(screen.queryByText('In step')).toBeNull();
});

it('says quietly that notes are in step', async () => {
  await connect();
  await addRound(ROUND);
  const { container } = await openPopup(makePage());
  expect(await screen.findByText('In step')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'In step' })).toBeNull();
  expect(await findViolations(container)).toEqual([]);
});

it('leads to the options where sync needs the reader', async () => {
  await connect();
  await addRound({ ...ROUND, state: 'failed', code: 'remote-permission' });
  const opened = vi.fn(async () => {});
  fakeBrowser.runtime.openOptionsPage = opened as never;
  const { container } = await openPopup(makePage());
  await userEvent.click(await screen.findByRole('button', { name: 'Sync needs you' }));
  expect(opened).toHaveBeenCalledOnce();
  expect(await findViolations(container)).toEqual([]);
});
