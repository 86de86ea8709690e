/** The Sync section as a whole, over the browser's own account, which needs no server. */
import { Blob as NodeBlob } from 'node:buffer';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { App } from '@/entrypoints/options/App';
import type { Asking } from '@/entrypoints/options/Sync';
import { computeAnswer, type Envelope } from '@/lib/messages/envelope';
import { createNote } from '@/lib/notes/write-note';
import { connect as connectVault } from '@/lib/vault/connect';
import type { Connection } from '@/lib/vault/connection';
import { loadConnection } from '@/lib/vault/connections';
import { runVaultRound } from '@/lib/vault/run-round';
import { choose, press } from '@/tests/press';
import { findViolations } from '../../axe';
import { makeDraft } from '../../builders';
import { emptyDatabaseBeforeEach } from '../../stored';
import { quickDerive } from '../../vault';

emptyDatabaseBeforeEach();

const fetched = vi.fn();
beforeEach(() => {
  fetched.mockClear();
  vi.stubGlobal('fetch', fetched);
  // jsdom's blobs have no streams; Node's are as a browser's.
  vi.stubGlobal('Blob', NodeBlob);
  fakeBrowser.runtime.getManifest = () =>
    ({ manifest_version: 3, name: 'Sidelight', version: '0.1.0' }) as never;
  fakeBrowser.runtime.getPlatformInfo = (async () => ({})) as never;
  fakeBrowser.permissions.contains = (async () => false) as never;
  // The background, as far as this page needs it.
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((async (message: unknown) => {
    const { name, request } = message as Envelope;
    if (name !== 'syncNow') return { ok: true, value: null };
    return computeAnswer(async () => ({
      round: await runVaultRound({ trigger: 'click', ...(request as { isApproved: boolean }) }),
    }));
  }) as never);
});

const ASKING: Asking = { requestAccess: async () => true, pickFolder: null };

async function openSync(asking: Partial<Asking> = {}) {
  const rendered = render(<App asking={{ ...ASKING, ...asking }} />);
  const section = await screen.findByRole('region', { name: 'Sync' });
  return { ...rendered, section };
}

const type = async (name: string, text: string) => userEvent.type(await screen.findByLabelText(name), text);

async function typeServer() {
  await choose('A folder or server of mine');
  await type('Address of the folder', 'https://cloud.example/dav/Sidelight');
  await type('User name', 'ada');
  await type('Password', 'plum-7');
}

describe('connecting', () => {
  it('leads from the question over the trial and the preview to notes in step', async () => {
    await createNote(makeDraft());
    const { section } = await openSync();
    await choose('My browser account');
    await press('Connect');
    expect(await within(section).findByText(/This is the first machine/)).toBeVisible();
    expect(await within(section).findByText('What this round would do')).toBeVisible();
    expect(within(section).getByText('You have 1 note here now.')).toBeVisible();
    const before = Object.keys(await fakeBrowser.storage.sync.get(null)).filter((key) =>
      key.includes('.seg'),
    );
    expect(before).toEqual([]);
    expect(await findViolations(section)).toEqual([]);
    await press('Start');
    expect(await within(section).findByText(/^In step as of/)).toBeVisible();
    expect(within(section).queryByText(/This is the first machine/)).toBeNull();
    await userEvent.click(within(section).getByText('Details'));
    expect(await within(section).findByText(/changes? sent$/)).toBeVisible();
    expect(await findViolations(section)).toEqual([]);
  });

  it('sends nothing while the browser’s question is open, and says what it waits for', async () => {
    const { section } = await openSync({ requestAccess: () => new Promise(() => {}) });
    await typeServer();
    await press('Connect');
    expect(await within(section).findByText(/asks whether Sidelight may reach cloud\.example/)).toBeVisible();
    expect(within(section).getByText('Nothing has been sent yet.')).toBeVisible();
    // The pressed control is gone: the focus has not fallen to the top of the page.
    expect(section).toContainElement(document.activeElement as HTMLElement);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(fetched).not.toHaveBeenCalled();
    await press('Cancel');
    expect(await screen.findByLabelText('Password')).toHaveValue('plum-7');
    expect(screen.getByLabelText('Address of the folder')).toHaveValue('https://cloud.example/dav/Sidelight');
  });

  it('asks in the click itself, for exactly that connection', async () => {
    const asked: { connection: Connection; isInClick: boolean }[] = [];
    let isInClick = false;
    const requestAccess = (connection: Connection) => {
      asked.push({ connection, isInClick });
      return new Promise<boolean>(() => {});
    };
    const { section } = await openSync({ requestAccess });
    await typeServer();
    const button = within(section).getByRole('button', { name: 'Connect' });
    isInClick = true;
    button.click();
    isInClick = false;
    expect(asked).toEqual([
      {
        connection: {
          kind: 'webdav',
          url: 'https://cloud.example/dav/Sidelight',
          user: 'ada',
          password: 'plum-7',
        },
        isInClick: true,
      },
    ]);
  });

  it('sends nothing where the reader says no, and keeps what is typed', async () => {
    const { section } = await openSync({ requestAccess: async () => false });
    await typeServer();
    await press('Connect');
    expect(await within(section).findByRole('alert')).toHaveTextContent('so nothing was sent');
    expect(fetched).not.toHaveBeenCalled();
    expect(screen.getByLabelText('Password')).toHaveValue('plum-7');
    expect(await loadConnection()).toBeNull();
  });

  it('says which error it met, keeps what is typed, and tries again with what is mended', async () => {
    fetched.mockRejectedValue(new TypeError('Failed to fetch'));
    fakeBrowser.permissions.contains = (async () => true) as never;
    const { section } = await openSync();
    await typeServer();
    await press('Connect');
    expect(await within(section).findByText('Error 20')).toBeVisible();
    expect(screen.getByLabelText('Password')).toHaveValue('plum-7');
    expect(await loadConnection()).toBeNull();
    const calls = fetched.mock.calls.length;
    await press('Try again');
    await waitFor(() => expect(fetched.mock.calls.length).toBeGreaterThan(calls));
    expect(await within(section).findByText('Error 20')).toBeVisible();
  });

  it('says in advance that the browser will not ask where it has granted the host', async () => {
    fakeBrowser.permissions.contains = (async () => true) as never;
    await openSync();
    await typeServer();
    expect(
      await screen.findByText(/lets Sidelight reach web sites already, cloud\.example too/),
    ).toBeVisible();
  });
});

describe('a folder', () => {
  it('is left unchosen when the picker is closed', async () => {
    const pickFolder = vi.fn(async () => {
      throw new DOMException('closed', 'AbortError');
    });
    const { section } = await openSync({ pickFolder });
    await choose('A folder or server of mine');
    await choose('Local folder');
    await press('Choose a folder');
    expect(pickFolder).toHaveBeenCalledOnce();
    expect(within(section).queryByRole('alert')).toBeNull();
    expect(await screen.findByRole('button', { name: 'Choose a folder' })).toBeVisible();
  });
});

describe('a connection', () => {
  const connect = async () => {
    await connectVault({ kind: 'browser-account' }, { passphrase: null, derive: quickDerive });
    const opened = await openSync();
    await screen.findByText('No round has been made yet.', { selector: 'dd *' });
    return opened;
  };

  it('is paused and resumed', async () => {
    const { section } = await connect();
    await press('Pause');
    expect(await within(section).findByText(/^Paused\./)).toBeVisible();
    await press('Resume');
    expect(await screen.findByRole('button', { name: 'Pause' })).toBeVisible();
  });

  it('takes a name for this machine', async () => {
    const { section } = await connect();
    await userEvent.click(within(section).getByText('Details'));
    await type('Name of this machine', 'Study');
    await press('Save');
    expect(
      await within(await screen.findByRole('list', { name: 'Machines' })).findByText('Study'),
    ).toBeVisible();
    expect(screen.getByText('Saved')).toBeVisible();
  });

  it('moves to another place that is none of a file, or stays where it is', async () => {
    const { section } = await connect();
    await userEvent.click(within(section).getByText('Details'));
    await press('Move to another place');
    expect(await screen.findByRole('radio', { name: 'A folder or server of mine' })).toBeVisible();
    expect(screen.queryByRole('radio', { name: 'Just a file' })).toBeNull();
    await press('Cancel');
    expect(await screen.findByText('My browser account')).toBeVisible();
    expect(await loadConnection()).toEqual({ kind: 'browser-account' });
  });

  it('ends when the reader says so twice, and says that the notes stay', async () => {
    const { section } = await connect();
    await userEvent.click(within(section).getByText('Details'));
    await press('Disconnect');
    await press('Disconnect');
    expect(await screen.findByText('Disconnected. Your notes are all here.')).toBeVisible();
    expect(await within(section).findByText('Where should your notes live?')).toBeVisible();
    expect(await loadConnection()).toBeNull();
  });
});
