import { describe, expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { database } from '@/lib/db/database';
import { AppError } from '@/lib/model/app-error';
import { createNote } from '@/lib/notes/write-note';
import { webCodec } from '@/lib/sync/codec';
import { makeVaultFile } from '@/lib/sync/vault-file';
import { disconnect } from '@/lib/vault/connect';
import type { Connection } from '@/lib/vault/connection';
import { loadConnection } from '@/lib/vault/connections';
import { createDexieStore, loadVaultState } from '@/lib/vault/dexie-store';
import { loadKeyring } from '@/lib/vault/keyring';
import { ROUND_ALARM } from '@/lib/vault/round-alarm';
import { makeDraft } from '@/tests/builders';
import { putStore, takeStore } from '@/tests/stored';
import {
  bodies,
  click,
  createMapRemote,
  due,
  enter,
  filesOf,
  grant,
  layVaultBed,
  server,
} from '@/tests/vault';

layVaultBed();

describe('connecting', () => {
  it('founds a vault in an empty folder, and the first round brings the notes there', async () => {
    const remote = createMapRemote();
    await createNote(makeDraft({ body: 'Plum blossom' }));
    await enter(remote);
    expect(filesOf(remote, /^vault\./)).toHaveLength(1);
    expect(await click(remote)).toMatchObject({
      state: 'done',
      code: null,
      report: { pushed: { segments: 1 } },
    });
    expect(filesOf(remote, /\.seg$/)).toHaveLength(1);
    expect(await loadConnection()).toEqual(server);
    expect(await browser.alarms.get(ROUND_ALARM)).toMatchObject({ periodInMinutes: 5 });
  });

  it('joins the vault that is there: the notes of both are on both', async () => {
    const remote = createMapRemote();
    await createNote(makeDraft({ body: 'Written at home' }));
    await enter(remote);
    await click(remote);
    const home = await takeStore();
    await createNote(makeDraft({ body: 'Written at work' }));
    await enter(remote);
    expect(filesOf(remote, /^vault\./)).toHaveLength(1);
    await click(remote);
    expect(await bodies()).toEqual(['Written at home', 'Written at work']);
    await putStore(home);
    await click(remote);
    expect(await bodies()).toEqual(['Written at home', 'Written at work']);
  });

  it('asks before the first round changes anything here', async () => {
    const remote = createMapRemote();
    await createNote(makeDraft({ body: 'Written at home' }));
    await enter(remote);
    await click(remote);
    await takeStore();
    await enter(remote);
    expect(await click(remote, { isApproved: false })).toMatchObject({
      state: 'asks',
      report: { preview: { added: 1 } },
    });
    expect(await bodies()).toEqual([]);
    expect(await due(remote, 'edit')).toBeNull();
    expect(await click(remote)).toMatchObject({ state: 'done' });
    expect(await bodies()).toEqual(['Written at home']);
  });

  it('is refused, and nothing is kept, where the browser does not let us talk to that host', async () => {
    grant(false);
    const remote = createMapRemote();
    await expect(enter(remote)).rejects.toMatchObject({ code: 'remote-permission' });
    expect(remote.requests).toEqual([]);
    expect(await loadConnection()).toBeNull();
  });

  it('keeps nothing when the storage fails half way', async () => {
    const remote = createMapRemote((request) => {
      if (request.startsWith('put vault')) throw new AppError('remote-full');
    });
    await expect(enter(remote, 'plum ladder sixty')).rejects.toMatchObject({ code: 'remote-full' });
    expect(await loadConnection()).toBeNull();
    expect(await loadKeyring()).toEqual([]);
    expect(await loadVaultState()).toMatchObject({ vaultFile: null });
    // And the key that arrived is the vault's when it is tried again.
    const whole = createMapRemote();
    for (const [name, bytes] of remote.files) whole.files.set(name, bytes);
    await enter(whole, 'plum ladder sixty');
    expect(filesOf(whole, /^key\./)).toHaveLength(1);
  });

  it('never founds a second vault where heads are, but the file of their vault is not', async () => {
    const remote = createMapRemote();
    await createNote(makeDraft());
    await enter(remote);
    await click(remote);
    await takeStore();
    for (const name of filesOf(remote, /^vault\./)) remote.files.delete(name);
    await expect(enter(remote)).rejects.toMatchObject({ code: 'vault-missing' });
    expect(filesOf(remote, /^vault\./)).toEqual([]);
  });

  it('refuses a vault of a newer version', async () => {
    const remote = createMapRemote();
    const { name, text } = await makeVaultFile(
      { vaultId: '0'.repeat(32), isEncrypted: false, nowMs: 0 },
      webCodec,
    );
    const newer = text.replace('"minReader":1', '"minReader":2');
    const sha = await webCodec.digest(new TextEncoder().encode(newer));
    remote.files.set(name.replace(/\.[0-9a-f]+\./, `.${sha}.`), new TextEncoder().encode(newer));
    await expect(enter(remote)).rejects.toMatchObject({ code: 'vault-newer' });
    expect(await loadConnection()).toBeNull();
  });

  it('a round without a connection fails, and one by itself does not begin', async () => {
    const remote = createMapRemote();
    await expect(click(remote)).rejects.toMatchObject({ code: 'unexpected' });
    expect(await due(remote, 'edit')).toBeNull();
    expect(remote.requests).toEqual([]);
  });
});

describe('disconnecting', () => {
  it('keeps the notes and forgets connection, keys and what was sent', async () => {
    const remote = createMapRemote();
    await createNote(makeDraft({ body: 'Plum blossom' }));
    await enter(remote, 'plum ladder sixty');
    await click(remote);
    const stored = new Map(remote.files);
    await disconnect();
    expect(await bodies()).toEqual(['Plum blossom']);
    expect(await loadConnection()).toBeNull();
    expect(await loadKeyring()).toEqual([]);
    expect(await database.secrets.count()).toBe(0);
    expect(await loadVaultState()).toMatchObject({ vaultFile: null, documents: [], hasJoined: false });
    expect(await createDexieStore().countPending()).toBeGreaterThan(0);
    expect(remote.files).toEqual(stored);
    expect(await browser.alarms.get(ROUND_ALARM)).toBeFalsy();
  });

  it('and going to another storage brings all notes there', async () => {
    const [first, second] = [createMapRemote(), createMapRemote()];
    await createNote(makeDraft({ body: 'Plum blossom' }));
    await enter(first);
    await click(first);
    await enter(second);
    await click(second);
    await takeStore();
    await enter(second);
    await click(second);
    expect(await bodies()).toEqual(['Plum blossom']);
  });

  it('another password for the same vault forgets nothing of it', async () => {
    const remote = createMapRemote();
    await createNote(makeDraft());
    await enter(remote, 'plum ladder sixty');
    await click(remote);
    const before = await loadVaultState();
    await enter(remote, 'plum ladder sixty', { ...server, password: 'another' } as Connection);
    expect(await loadVaultState()).toEqual(before);
    expect(await createDexieStore().countPending()).toBe(0);
    expect(await loadConnection()).toMatchObject({ password: 'another' });
  });
});
