import { beforeEach, describe, expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { database } from '@/lib/db/database';
import { listNotes } from '@/lib/db/notes';
import { listRounds } from '@/lib/db/rounds';
import { AppError } from '@/lib/model/app-error';
import { createNote, editNote, hideNote } from '@/lib/notes/write-note';
import { webCodec } from '@/lib/sync/codec';
import { makeVaultFile } from '@/lib/sync/vault-file';
import { connectTo, disconnect } from '@/lib/vault/connect';
import type { Connection } from '@/lib/vault/connection';
import { loadConnection, saveConnection } from '@/lib/vault/connections';
import { createDexieStore, loadVaultState } from '@/lib/vault/dexie-store';
import { loadKeyring } from '@/lib/vault/keyring';
import { changePassphraseOn, unlockOn } from '@/lib/vault/passphrase';
import { probeRemote } from '@/lib/vault/probe';
import { listReplicas, nameReplica, retireReplica } from '@/lib/vault/replicas';
import { ROUND_ALARM } from '@/lib/vault/round-alarm';
import { type RoundOptions, runDueRound, runVaultRound } from '@/lib/vault/run-round';
import { loadSchedule, pause, resume } from '@/lib/vault/schedule';
import { startOverOn } from '@/lib/vault/start-over';
import { stopRounds } from '@/lib/vault/stop-rounds';
import { makeDraft } from '@/tests/builders';
import { emptyDatabaseBeforeEach, putStore, type Store, takeStore } from '@/tests/stored';
import { createMapRemote, type MapRemote, quickDerive } from '@/tests/vault';

emptyDatabaseBeforeEach();

const server: Connection = {
  kind: 'webdav',
  url: 'https://cloud.example/notes/',
  user: 'reader',
  password: 'geheim-7319',
};
const network = { isOffline: false, isMetered: false };
const MINUTE = 60_000;

let granted = true;
beforeEach(() => {
  granted = true;
  fakeBrowser.permissions.contains = (async () => granted) as never;
  fakeBrowser.runtime.getPlatformInfo = (async () => ({})) as never;
});

const enter = (remote: MapRemote, passphrase: string | null = null, connection: Connection = server) =>
  connectTo(connection, remote, { passphrase, derive: quickDerive });
const click = (remote: MapRemote, rest: Partial<RoundOptions> = {}) =>
  runVaultRound({ trigger: 'click', isApproved: true, open: () => remote, ...rest });
const due = (remote: MapRemote, trigger: 'edit' | 'alarm' | 'start' | 'online', nowMs = Date.now()) =>
  runDueRound(trigger, { network, nowMs, open: () => remote });
const bodies = async () => (await listNotes()).map((note) => note.body).sort();
const filesOf = (remote: MapRemote, pattern: RegExp) =>
  [...remote.files.keys()].filter((name) => pattern.test(name));
const textOf = (remote: MapRemote) =>
  [...remote.files.values()].map((bytes) => new TextDecoder('latin1').decode(bytes)).join('\n');

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
    granted = false;
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

describe('an encrypted vault', () => {
  async function twoReplicas(): Promise<{ remote: MapRemote; home: Store }> {
    const remote = createMapRemote();
    await createNote(makeDraft({ body: 'Plum blossom' }));
    await enter(remote, 'plum ladder sixty');
    await click(remote);
    return { remote, home: await takeStore() };
  }

  it('shows neither a note nor passphrase nor password to the storage', async () => {
    const { remote } = await twoReplicas();
    expect(filesOf(remote, /^key\./)).toHaveLength(1);
    for (const secret of ['Plum blossom', 'plum ladder', 'geheim'])
      expect(textOf(remote)).not.toContain(secret);
  });

  it('opens elsewhere with the passphrase, and only so', async () => {
    const { remote } = await twoReplicas();
    await expect(enter(remote)).rejects.toMatchObject({ code: 'vault-locked' });
    await expect(enter(remote, 'plum')).rejects.toMatchObject({ code: 'passphrase-wrong' });
    expect(await loadConnection()).toBeNull();
    await enter(remote, 'plum ladder sixty');
    await click(remote);
    expect(await bodies()).toEqual(['Plum blossom']);
  });

  it('keeps the key as one that cannot be read', async () => {
    await enter(createMapRemote(), 'plum ladder sixty');
    const [kept] = await loadKeyring();
    expect(kept?.key.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('raw', kept?.key as CryptoKey)).rejects.toThrow();
    expect(JSON.stringify(await takeStore())).not.toContain('plum ladder');
  });

  it('lets the passphrase change: the old one opens no more, who is connected stays so', async () => {
    const { remote, home } = await twoReplicas();
    await putStore(home);
    await expect(changePassphraseOn(remote, 'wrong', 'new words', quickDerive)).rejects.toMatchObject({
      code: 'passphrase-wrong',
    });
    await changePassphraseOn(remote, 'plum ladder sixty', 'orbit canvas', quickDerive);
    expect(filesOf(remote, /^key\./)).toHaveLength(1);
    await editNote((await listNotes())[0]?.id ?? '', { body: 'Plum blossom in March' });
    expect(await click(remote)).toMatchObject({ state: 'done' });
    await takeStore();
    await expect(enter(remote, 'plum ladder sixty')).rejects.toMatchObject({ code: 'passphrase-wrong' });
    await enter(remote, 'orbit canvas');
    await click(remote);
    expect(await bodies()).toEqual(['Plum blossom in March']);
  });

  it('with a second key from elsewhere is locked until its passphrase is given', async () => {
    const { remote, home } = await twoReplicas();
    await takeStore();
    const other = createMapRemote();
    await enter(other, 'second words');
    for (const name of filesOf(other, /^key\./)) remote.files.set(name, other.files.get(name) as Uint8Array);
    await putStore(home);
    const before = new Map(remote.files);
    expect(await click(remote)).toMatchObject({ state: 'failed', code: 'vault-locked' });
    expect(remote.files).toEqual(before);
    expect(await due(remote, 'alarm', Date.now() + 60 * MINUTE)).toBeNull();
    await expect(unlockOn(remote, 'neither', quickDerive)).rejects.toMatchObject({
      code: 'passphrase-wrong',
    });
    await unlockOn(remote, 'second words', quickDerive);
    expect(await loadKeyring()).toHaveLength(2);
    expect(await click(remote)).toMatchObject({ state: 'done' });
  });

  it('refuses to take a vault without encryption for one with it', async () => {
    const remote = createMapRemote();
    await enter(remote);
    await takeStore();
    await expect(enter(remote, 'plum ladder sixty')).rejects.toMatchObject({ code: 'vault-other' });
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

describe('rounds by themselves', () => {
  it('stop at what only the reader can mend, and go on after a click', async () => {
    let denies = false;
    const remote = createMapRemote(() => {
      if (denies) throw new AppError('remote-denied', { detail: 'PROPFIND' });
    });
    await createNote(makeDraft());
    await enter(remote);
    await click(remote);
    denies = true;
    expect(await due(remote, 'edit')).toMatchObject({ state: 'failed', code: 'remote-denied' });
    const asked = remote.requests.length;
    expect(await due(remote, 'alarm', Date.now() + 24 * 60 * MINUTE)).toBeNull();
    expect(remote.requests).toHaveLength(asked);
    denies = false;
    expect(await click(remote)).toMatchObject({ state: 'done' });
    expect(await due(remote, 'edit')).toMatchObject({ state: 'done' });
  });

  it('wait longer after each failure that may pass, and not at all for a network that is back', async () => {
    let isAway = false;
    const remote = createMapRemote(() => {
      if (isAway) throw new AppError('remote-unreachable', { retryable: true });
    });
    await enter(remote);
    await click(remote);
    isAway = true;
    for (const [failures, longest] of [
      [1, MINUTE],
      [2, 2 * MINUTE],
      [3, 4 * MINUTE],
    ] as const) {
      expect(await due(remote, 'edit', Date.now() + 60 * MINUTE)).toMatchObject({
        code: 'remote-unreachable',
      });
      const schedule = await loadSchedule();
      expect(schedule.failures).toBe(failures);
      expect((schedule.nextAt ?? 0) - Date.now()).toBeLessThanOrEqual(longest);
      expect(await due(remote, 'edit')).toBeNull();
    }
    isAway = false;
    expect(await due(remote, 'online')).toMatchObject({ state: 'done' });
    expect(await loadSchedule()).toMatchObject({ failures: 0 });
  });

  it('notice a permission that was taken back, before any request, and one that is back', async () => {
    const remote = createMapRemote();
    await enter(remote);
    await click(remote);
    const asked = remote.requests.length;
    granted = false;
    expect(await due(remote, 'edit')).toMatchObject({ code: 'remote-permission' });
    expect(await due(remote, 'edit')).toBeNull();
    expect(remote.requests).toHaveLength(asked);
    granted = true;
    expect(await due(remote, 'alarm')).toMatchObject({ state: 'done' });
  });

  it('do not begin while the reader has paused, but a click still makes one', async () => {
    const remote = createMapRemote();
    await enter(remote);
    await pause();
    for (const trigger of ['edit', 'alarm', 'start', 'online'] as const)
      expect(await due(remote, trigger)).toBeNull();
    expect(await click(remote)).toMatchObject({ state: 'done' });
    expect((await loadSchedule()).isPaused).toBe(true);
    await resume();
    expect(await due(remote, 'edit')).toMatchObject({ state: 'done' });
  });

  it('do not begin offline, and on a metered line only every half hour', async () => {
    const remote = createMapRemote();
    await enter(remote);
    await click(remote);
    const open = () => remote;
    const now = Date.now();
    const tryAt = (nowMs: number, net: { isOffline: boolean; isMetered: boolean }) =>
      runDueRound('edit', { network: net, nowMs, open });
    expect(await tryAt(now, { isOffline: true, isMetered: false })).toBeNull();
    expect(await tryAt(now + 29 * MINUTE, { isOffline: false, isMetered: true })).toBeNull();
    expect(await tryAt(now + 31 * MINUTE, { isOffline: false, isMetered: true })).toMatchObject({
      state: 'done',
    });
  });

  it('are one at a time', async () => {
    const remote = createMapRemote();
    await enter(remote);
    const rows = await Promise.all([click(remote), due(remote, 'edit'), due(remote, 'alarm')]);
    expect(rows.filter((row) => row !== null)).toHaveLength(1);
    expect(await listRounds()).toHaveLength(1);
  });

  it('stop when the reader says so, and say so', async () => {
    const remote = createMapRemote();
    await createNote(makeDraft());
    await enter(remote);
    const slow: MapRemote = {
      ...remote,
      list: (_folder, options) =>
        new Promise((_, reject) => {
          options?.signal?.addEventListener('abort', () => reject(options.signal?.reason));
          stopRounds();
        }),
    };
    expect(await click(slow)).toMatchObject({ state: 'stopped', code: null });
    expect(await click(remote)).toMatchObject({ state: 'done' });
  });
});

describe('the history', () => {
  it('holds code and detail of a failure and nothing that could be secret', async () => {
    let breaks = false;
    const remote = createMapRemote(() => {
      if (breaks) throw new Error('https://reader:geheim-7319@cloud.example/notes/ refused');
    });
    await createNote(makeDraft());
    await enter(remote, 'plum ladder sixty');
    breaks = true;
    expect(await click(remote)).toMatchObject({ state: 'failed', code: 'unexpected', detail: '' });
    expect(JSON.stringify(await listRounds())).not.toMatch(/geheim|cloud\.example/);
  });
});

describe('a folder that has lost the vault', () => {
  it('is not written to by itself; starting over brings everything back, under the same key', async () => {
    const remote = createMapRemote();
    await createNote(makeDraft({ body: 'Plum blossom' }));
    const gone = await createNote(makeDraft({ body: 'Thrown away' }));
    await enter(remote, 'plum ladder sixty');
    await click(remote);
    await hideNote(gone.id);
    await click(remote);
    remote.files.clear();
    expect(await click(remote)).toMatchObject({ state: 'failed', code: 'vault-missing' });
    expect(remote.files.size).toBe(0);
    expect(await bodies()).toEqual(['Plum blossom']);
    await startOverOn(remote);
    expect(await click(remote)).toMatchObject({ state: 'done' });
    await takeStore();
    await enter(remote, 'plum ladder sixty');
    await click(remote);
    expect(await bodies()).toEqual(['Plum blossom']);
  });
});

describe('replicas', () => {
  it('know each other by name, day and whether they are gone', async () => {
    const remote = createMapRemote();
    await createNote(makeDraft());
    await enter(remote);
    await nameReplica('  Laptop  ');
    await click(remote);
    const laptop = (await listReplicas())[0]?.id ?? '';
    const home = await takeStore();
    await enter(remote);
    await nameReplica('Desk');
    await click(remote);
    expect(await listReplicas()).toMatchObject([
      { name: 'Desk', isSelf: true, isRetired: false, lastSeenAt: expect.any(Number) },
      { id: laptop, name: 'Laptop', isSelf: false, isRetired: false, lastSeenAt: expect.any(Number) },
    ]);
    await retireReplica(laptop);
    await click(remote);
    expect((await listReplicas())[1]).toMatchObject({ id: laptop, isRetired: true });
    // It is not gone after all: it says so by coming back.
    await putStore(home);
    await click(remote);
    await click(remote);
    expect((await listReplicas()).find((replica) => replica.isSelf)).toMatchObject({ isRetired: false });
  });

  it('note the day once a day, and keep one change of it', async () => {
    const remote = createMapRemote();
    await enter(remote);
    await click(remote);
    await click(remote);
    expect(await database.changes.where('e').startsWith('replica:').count()).toBe(1);
    expect(await click(remote)).toMatchObject({ report: { requests: 1, pushed: { changes: 0 } } });
  });
});

describe('the probe', () => {
  it('tries all four verbs and leaves nothing behind', async () => {
    const remote = createMapRemote();
    remote.files.set('holiday.jpg', new Uint8Array(3));
    const report = await probeRemote(remote);
    expect(report).toMatchObject({ foundVault: null, otherFiles: 1, clockSkewMs: null });
    expect(report.steps).toEqual(
      ['put', 'list', 'range', 'delete'].map((step) => ({ step, ok: true, error: null })),
    );
    expect([...remote.files.keys()]).toEqual(['holiday.jpg']);
  });

  it('tells what vault is there', async () => {
    const remote = createMapRemote();
    await createNote(makeDraft());
    await enter(remote, 'plum ladder sixty');
    await click(remote);
    expect((await probeRemote(remote)).foundVault).toEqual({ isEncrypted: true, replicas: 1 });
  });

  it('says at which step a storage fails, and does not go on to what depends on it', async () => {
    const remote = createMapRemote((request) => {
      if (request.startsWith('put')) throw new AppError('remote-denied', { detail: 'PUT' });
    });
    const { steps } = await probeRemote(remote);
    expect(steps).toMatchObject([
      { step: 'put', ok: false, error: { code: 'remote-denied' } },
      { step: 'list', ok: false, error: null },
    ]);
  });
});

describe('secrets', () => {
  it('stand in the table of secrets and nowhere else of what the browser stores', async () => {
    const remote = createMapRemote();
    await createNote(makeDraft());
    await saveConnection(server);
    await enter(remote, 'plum ladder sixty');
    await click(remote);
    const { secrets, ...others } = await takeStore();
    expect(secrets).toHaveLength(2);
    expect(JSON.stringify(others)).not.toMatch(/geheim-7319|plum ladder/);
    const shared = [await browser.storage.local.get(null), await browser.storage.sync.get(null)];
    expect(JSON.stringify(shared)).not.toMatch(/geheim-7319|plum ladder/);
  });
});
