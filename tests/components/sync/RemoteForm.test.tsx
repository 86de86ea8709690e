import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import type { ForeseenAccess } from '@/components/sync/AccessLine';
import { type FormPurpose, RemoteForm } from '@/components/sync/RemoteForm';
import { draftOf } from '@/components/sync/remote-draft';
import { choose, press } from '@/tests/press';
import { findViolations } from '../../axe';
import { WEBDAV } from './sync-builders';

type Options = { purpose?: FormPurpose; foreseen?: ForeseenAccess | null; hasFolders?: boolean };

function openForm({ purpose = 'connect', foreseen = null, hasFolders = true }: Options = {}) {
  const onConnect = vi.fn();
  const onPickFolder = vi.fn();
  function Held() {
    const [draft, setDraft] = useState(() => draftOf(purpose === 'edit' ? WEBDAV : null));
    const [encryption, setEncryption] = useState({ isOn: false, passphrase: '' });
    return (
      <RemoteForm
        purpose={purpose}
        draft={draft}
        encryption={encryption}
        onDraft={setDraft}
        onEncryption={setEncryption}
        onConnect={onConnect}
        onPickFolder={hasFolders ? onPickFolder : null}
        foreseen={foreseen}
      />
    );
  }
  return { ...render(<Held />), onConnect, onPickFolder };
}

const field = (name: string) => screen.getByLabelText(name);
const type = (name: string, text: string) => userEvent.type(field(name), text);

it('hands over a WebDAV connection as typed', async () => {
  const { onConnect, container } = openForm();
  await type('Address of the folder', 'https://cloud.example/dav/Sidelight');
  await type('User name', 'ada');
  await type('Password', 'plum-7');
  expect(field('Password')).toHaveAttribute('type', 'password');
  expect(field('Address of the folder')).toHaveAccessibleDescription(/Nextcloud/);
  await press('Connect');
  const connection = {
    kind: 'webdav',
    url: 'https://cloud.example/dav/Sidelight',
    user: 'ada',
    password: 'plum-7',
  };
  expect(onConnect).toHaveBeenCalledExactlyOnceWith(connection, null);
  expect(await findViolations(container)).toEqual([]);
});

it('hands over an S3 connection as typed', async () => {
  const { onConnect, container } = openForm();
  await choose('S3 bucket');
  await type('Address of the service', 'https://s3.example');
  await type('Region', 'auto');
  await type('Bucket', 'notes');
  await type('Folder in the bucket', '/sidelight/');
  await type('Access key', 'AK');
  await type('Secret key', 'SK');
  await press('Connect');
  expect(onConnect).toHaveBeenCalledExactlyOnceWith(
    {
      kind: 's3',
      endpoint: 'https://s3.example/',
      region: 'auto',
      bucket: 'notes',
      prefix: 'sidelight',
      accessKey: 'AK',
      secretKey: 'SK',
    },
    null,
  );
  expect(await findViolations(container)).toEqual([]);
});

it('says what is wrong at the field, goes there, and keeps what is typed', async () => {
  const { onConnect, container } = openForm();
  await type('Address of the folder', 'ftp://cloud.example');
  await type('User name', 'ada');
  await press('Connect');
  expect(onConnect).not.toHaveBeenCalled();
  expect(field('Address of the folder')).toBeInvalid();
  expect(field('Address of the folder')).toHaveAccessibleDescription(/This is no address/);
  await waitFor(() => expect(field('Address of the folder')).toHaveFocus());
  expect(field('Address of the folder')).toHaveValue('ftp://cloud.example');
  expect(field('User name')).toHaveValue('ada');
  expect(await findViolations(container)).toEqual([]);
});

it('keeps what is typed for one kind while another is looked at', async () => {
  openForm();
  await type('User name', 'ada');
  await choose('S3 bucket');
  await choose('WebDAV');
  expect(field('User name')).toHaveValue('ada');
});

it('warns of http to another machine, and not of this one', async () => {
  openForm();
  await type('Address of the folder', 'http://192.168.1.4/dav');
  expect(screen.getByText(/others on the way can read your password/)).toBeVisible();
  await userEvent.clear(field('Address of the folder'));
  await type('Address of the folder', 'http://127.0.0.1:8080/dav');
  expect(screen.queryByText(/others on the way/)).toBeNull();
});

it('shows a secret only while the reader wants to see it', async () => {
  openForm();
  await type('Password', 'plum-7');
  const reveal = screen.getByRole('button', { name: 'Show: Password' });
  await userEvent.click(reveal);
  expect(field('Password')).toHaveAttribute('type', 'text');
  expect(reveal).toHaveAttribute('aria-pressed', 'true');
  await userEvent.click(reveal);
  expect(field('Password')).toHaveAttribute('type', 'password');
});

describe('a folder', () => {
  it('is chosen in the picker before it can be connected', async () => {
    const { onConnect, onPickFolder, container } = openForm();
    await choose('Local folder');
    await press('Connect');
    expect(onConnect).not.toHaveBeenCalled();
    expect(screen.getByText('Choose a folder first.')).toBeVisible();
    await waitFor(() => expect(screen.getByRole('button', { name: 'Choose a folder' })).toHaveFocus());
    await press('Choose a folder');
    expect(onPickFolder).toHaveBeenCalledOnce();
    expect(await findViolations(container)).toEqual([]);
  });

  it('is not offered where the browser cannot keep one', () => {
    openForm({ hasFolders: false });
    expect(screen.queryByRole('radio', { name: 'Local folder' })).toBeNull();
    expect(screen.getByRole('radio', { name: 'WebDAV' })).toBeVisible();
  });
});

describe('encryption', () => {
  const toggle = () =>
    userEvent.click(screen.getByRole('switch', { name: 'Encrypt the notes with a passphrase' }));

  it('takes a passphrase, says how strong it is and that nobody recovers it', async () => {
    const { onConnect, container } = openForm();
    await type('Address of the folder', 'cloud.example/dav');
    await toggle();
    expect(screen.getByText(/Nobody can recover a forgotten passphrase/)).toBeVisible();
    await type('Passphrase', 'abc');
    expect(screen.getByText(/^Strength: weak/)).toBeVisible();
    await press('Connect');
    expect(onConnect).not.toHaveBeenCalled();
    expect(field('Passphrase')).toHaveAccessibleDescription(/at least 8 characters/);
    await userEvent.clear(field('Passphrase'));
    await type('Passphrase', 'lantern orbit plum tuesday gravel');
    expect(screen.getByText('Strength: strong')).toBeVisible();
    await press('Connect');
    expect(onConnect).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ kind: 'webdav' }),
      'lantern orbit plum tuesday gravel',
    );
    expect(await findViolations(container)).toEqual([]);
  });

  it('keeps the passphrase typed while it is off, and does not use it', async () => {
    const { onConnect } = openForm();
    await type('Address of the folder', 'cloud.example/dav');
    await toggle();
    await type('Passphrase', 'lantern orbit plum');
    await toggle();
    await press('Connect');
    expect(onConnect).toHaveBeenCalledExactlyOnceWith(expect.anything(), null);
    await toggle();
    expect(field('Passphrase')).toHaveValue('lantern orbit plum');
  });
});

describe('before the click it says', () => {
  it('what the browser will ask', () => {
    openForm({ foreseen: { name: 'cloud.example', isFolder: false, isCovered: false } });
    expect(screen.getByText(/the browser asks whether Sidelight may reach cloud\.example/)).toBeVisible();
  });

  it('that the grant for all sites covers the host, where it does', () => {
    openForm({ foreseen: { name: 'cloud.example', isFolder: false, isCovered: true } });
    expect(screen.getByText(/lets Sidelight reach web sites already, cloud\.example too/)).toBeVisible();
    expect(screen.queryByText(/the browser asks/)).toBeNull();
  });
});

it('begins with the present address where that is to be changed, and leaves kind and key alone', async () => {
  const { onConnect } = openForm({ purpose: 'edit' });
  expect(field('Address of the folder')).toHaveValue(WEBDAV.url);
  expect(screen.queryByRole('radio')).toBeNull();
  expect(screen.queryByRole('switch')).toBeNull();
  await userEvent.clear(field('Password'));
  await type('Password', 'plum-8');
  await press('Save and try');
  expect(onConnect).toHaveBeenCalledExactlyOnceWith({ ...WEBDAV, password: 'plum-8' }, null);
});
