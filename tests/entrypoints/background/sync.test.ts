import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Browser, browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import background from '@/entrypoints/background/index';
import { DATABASES } from '@/lib/db/database';
import { listRounds, type RoundRow } from '@/lib/db/rounds';
import { rememberSharedVault } from '@/lib/db/shared-vault';
import { createNote } from '@/lib/notes/write-note';
import { saveConnection } from '@/lib/vault/connections';
import { EDIT_ALARM, ROUND_ALARM } from '@/lib/vault/round-alarm';
import { loadSchedule } from '@/lib/vault/schedule';
import { makeDraft } from '@/tests/builders';
import { servePackage } from '@/tests/packs/serve-package';
import { emptyDatabaseBeforeEach } from '@/tests/stored';

emptyDatabaseBeforeEach();

const listeners = new Map<string, () => void>();
const levels: unknown[] = [];

beforeEach(async () => {
  listeners.clear();
  fakeBrowser.commands.onCommand.addListener = (() => {}) as never;
  // Refused: so each round that begins ends at once, without a request, and can be counted.
  fakeBrowser.permissions.contains = (async () => false) as never;
  fakeBrowser.runtime.getPlatformInfo = (async () => ({})) as never;
  levels.length = 0;
  fakeBrowser.storage.sync.setAccessLevel = (async (level: unknown) => levels.push(level)) as never;
  vi.stubGlobal('addEventListener', (name: string, listen: () => void) => listeners.set(name, listen));
  await servePackage();
  vi.stubGlobal('navigator', { locks: navigator.locks, onLine: true });
  background.main();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const connectServer = () =>
  saveConnection({ kind: 'webdav', url: 'https://cloud.example/', user: '', password: 'geheim-7319' });
const rounds = async () => (await listRounds()).map(({ trigger, code }) => ({ trigger, code }));
const one = (trigger: RoundRow['trigger']) => [{ trigger, code: 'remote-permission' }];

function call(name: string, request: unknown, sender?: Partial<Browser.runtime.MessageSender>) {
  return new Promise((resolve) => {
    const from = { id: browser.runtime.id, url: browser.runtime.getURL('/options.html'), ...sender };
    void fakeBrowser.runtime.onMessage.trigger({ sidelight: 1, name, request }, from, resolve);
  });
}

/** The start of the browser also reads the shipped pack, which may still go on in the next test. */
const BESIDE_COMPILING = { timeout: 4_000 };

const alarm = (name: string) => fakeBrowser.alarms.onAlarm.trigger({ name, scheduledTime: 0 } as never);

describe('what begins a round', () => {
  it('the five-minute alarm', async () => {
    await connectServer();
    await alarm(ROUND_ALARM);
    await vi.waitFor(async () => expect(await rounds()).toEqual(one('alarm')), BESIDE_COMPILING);
  });

  it('the start of the browser, which also sets the alarm again', async () => {
    await connectServer();
    await fakeBrowser.runtime.onStartup.trigger();
    await vi.waitFor(async () => expect(await rounds()).toEqual(one('start')), BESIDE_COMPILING);
    expect(await browser.alarms.get(ROUND_ALARM)).toMatchObject({ periodInMinutes: 5 });
  });

  it('a network that is back', async () => {
    await connectServer();
    listeners.get('online')?.();
    await vi.waitFor(async () => expect(await rounds()).toEqual(one('online')), BESIDE_COMPILING);
  });

  it('the same, of the reader’s own vault, where the one shared with others does not open', async () => {
    await connectServer();
    await rememberSharedVault();
    const open = vi.spyOn(DATABASES.shared, 'open');
    open.mockRejectedValue(new DOMException('damaged', 'UnknownError'));
    await alarm(ROUND_ALARM);
    await vi.waitFor(async () => expect(await rounds()).toEqual(one('alarm')), BESIDE_COMPILING);
    open.mockRestore();
  });

  it('a click', async () => {
    await connectServer();
    const answer = await call('syncNow', { vault: 'own', isApproved: false });
    expect(answer).toMatchObject({ ok: true, value: { round: { trigger: 'click', state: 'failed' } } });
  });

  it('an edit, 10 s after the last one; and an alarm, should the worker not live that long', async () => {
    await createNote(makeDraft());
    await connectServer();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await call('noteWritten', { pages: [] });
    vi.advanceTimersByTime(9_000);
    await call('noteWritten', { pages: [] });
    expect(await browser.alarms.get(EDIT_ALARM)).toBeTruthy();
    vi.advanceTimersByTime(9_000);
    vi.useRealTimers();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await rounds()).toEqual([]);
    await alarm(EDIT_ALARM);
    await vi.waitFor(async () => expect(await rounds()).toEqual(one('edit')), BESIDE_COMPILING);
  });

  it('an edit made by a page of ours reaches the background by itself', async () => {
    await connectServer();
    // The fake browser hands a message of its own pages over without the address of the page.
    const heard: unknown[] = [];
    fakeBrowser.runtime.sendMessage = (async (message: unknown) => {
      heard.push(message);
      return { ok: true, value: null };
    }) as never;
    await createNote(makeDraft());
    expect(heard).toEqual([{ sidelight: 1, name: 'noteWritten', request: { pages: [] } }]);
  });
});

describe('without a connection', () => {
  it('nothing begins and no alarm runs', async () => {
    await fakeBrowser.runtime.onStartup.trigger();
    await alarm(ROUND_ALARM);
    await call('noteWritten', { pages: [] });
    listeners.get('online')?.();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await rounds()).toEqual([]);
    expect(await browser.alarms.getAll()).toEqual([]);
    expect(await loadSchedule()).toMatchObject({ lastAt: null });
  });
});

it('scripts on pages are kept out of storage.sync at each start of the worker', () => {
  expect(levels).toEqual([{ accessLevel: 'TRUSTED_CONTEXTS' }]);
});

describe('calls of sync', () => {
  it.each([
    ['syncNow', { vault: 'own', isApproved: 'yes' }],
    ['syncNow', { vault: 'own', isApproved: true, trigger: 'alarm' }],
    ['syncNow', { vault: 'theirs', isApproved: true }],
    ['syncNow', null],
    ['stopSync', {}],
    ['noteWritten', 1],
  ])('%s with %j is refused', async (name, request) => {
    expect(await call(name, request)).toMatchObject({ ok: false, error: { code: 'message-refused' } });
  });

  it('come from our own pages only: a page that reads along may not call', async () => {
    await connectServer();
    for (const name of ['syncNow', 'stopSync', 'noteWritten']) {
      const answer = await call(name, null, { url: 'https://news.example/' });
      expect(answer).toMatchObject({ ok: false, error: { code: 'message-refused' } });
    }
    expect(await rounds()).toEqual([]);
  });

  it('carry neither password nor address', async () => {
    await connectServer();
    expect(JSON.stringify(await call('syncNow', { vault: 'own', isApproved: false }))).not.toMatch(
      /geheim|cloud\.example/,
    );
  });
});
