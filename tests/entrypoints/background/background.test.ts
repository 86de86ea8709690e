import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Browser, browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import background from '@/entrypoints/background/index';
import { openPage } from '@/entrypoints/background/open-page';
import { stepMention } from '@/entrypoints/background/step-mention';
import { BACKUP_ALARM } from '@/lib/backups/backup-alarm';
import { listBackups } from '@/lib/backups/backup-files';
import { DATABASES, database } from '@/lib/db/database';
import { rememberSharedVault } from '@/lib/db/shared-vault';
import { listTopics } from '@/lib/db/topics';
import { CURRENT_INDEX_KEY } from '@/lib/detect/index-store-keys';
import { applyChanges } from '@/lib/notes/apply-changes';
import { createNote } from '@/lib/notes/write-note';
import { toNotesKey } from '@/lib/page/notes-key';
import { makeChange, makeDraft, makeTarget, testId } from '@/tests/builders';
import { servePackage } from '@/tests/packs/serve-package';
import { emptyDatabaseBeforeEach } from '@/tests/stored';

emptyDatabaseBeforeEach();

const optionsUrl = browser.runtime.getURL('/options.html');

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('the background', () => {
  const commands: ((command: string) => void)[] = [];
  const listeners = new Map<string, () => void>();

  beforeEach(async () => {
    fakeBrowser.commands.onCommand.addListener = ((listen: () => void) => commands.push(listen)) as never;
    await servePackage();
    // As in Firefox, which has no such call.
    fakeBrowser.storage.sync.setAccessLevel = undefined as never;
    vi.stubGlobal('addEventListener', (name: string, listen: () => void) => listeners.set(name, listen));
    background.main();
  });

  const readCurrent = async () => (await browser.storage.local.get(CURRENT_INDEX_KEY))[CURRENT_INDEX_KEY];

  it('installs the shipped pack when it is installed or updated', async () => {
    await fakeBrowser.runtime.onInstalled.trigger({ reason: 'install' } as never);
    await vi.waitFor(
      async () => expect(await readCurrent()).toMatchObject({ topics: (await listTopics()).length }),
      { timeout: 4_000 },
    );
    expect((await listTopics()).length).toBeGreaterThanOrEqual(16);
  });

  it('installs at the start of the browser what is missing', async () => {
    await fakeBrowser.runtime.onStartup.trigger();
    await vi.waitFor(async () => expect(await readCurrent()).toBeDefined(), { timeout: 4_000 });
  });

  it('starts where the database does not open, and nobody is left to catch what that throws', async () => {
    database.close({ disableAutoOpen: false });
    const open = vi.spyOn(database, 'open').mockRejectedValue(new DOMException('damaged', 'UnknownError'));
    await fakeBrowser.runtime.onStartup.trigger();
    await vi.waitFor(() => expect(open).toHaveBeenCalled());
    await new Promise((resolve) => setTimeout(resolve, 100));
    open.mockRestore();
    await fakeBrowser.runtime.onStartup.trigger();
    await vi.waitFor(async () => expect(await readCurrent()).toBeDefined(), { timeout: 4_000 });
  });

  it('sets the alarm of backups at the start of the browser, and makes one when it comes', async () => {
    await createNote(makeDraft());
    await fakeBrowser.runtime.onStartup.trigger();
    await vi.waitFor(async () => expect(await browser.alarms.get(BACKUP_ALARM)).toBeTruthy(), {
      timeout: 4_000,
    });
    await browser.alarms.clearAll();
    await fakeBrowser.alarms.onAlarm.trigger({ name: BACKUP_ALARM, scheduledTime: 0 } as never);
    await vi.waitFor(async () => expect(await listBackups()).toMatchObject([{ notes: 1 }]), {
      timeout: 4_000,
    });
  });

  it('sets it when a note was written', async () => {
    await createNote(makeDraft());
    const sender: Browser.runtime.MessageSender = { id: browser.runtime.id, url: optionsUrl };
    await new Promise((resolve) => {
      const message = { sidelight: 1, name: 'noteWritten', request: { pages: [] } };
      void fakeBrowser.runtime.onMessage.trigger(message, sender, resolve);
    });
    expect(await browser.alarms.get(BACKUP_ALARM)).toBeTruthy();
  });

  it('sets it also where the vault shared with others does not open', async () => {
    await rememberSharedVault();
    await createNote(makeDraft());
    vi.spyOn(DATABASES.shared, 'open').mockRejectedValue(new DOMException('damaged', 'UnknownError'));
    const sender: Browser.runtime.MessageSender = { id: browser.runtime.id, url: optionsUrl };
    await new Promise((resolve) => {
      const message = { sidelight: 1, name: 'noteWritten', request: { pages: [] } };
      void fakeBrowser.runtime.onMessage.trigger(message, sender, resolve);
    });
    expect(await browser.alarms.get(BACKUP_ALARM)).toBeTruthy();
  });

  it('tells pages of a note also where the browser has no folder for backups', async () => {
    await createNote(makeDraft({ target: makeTarget() }));
    vi.spyOn(navigator.storage, 'getDirectory').mockRejectedValue(
      new DOMException('refused', 'SecurityError'),
    );
    const sender: Browser.runtime.MessageSender = { id: browser.runtime.id, url: optionsUrl };
    await new Promise((resolve) => {
      const message = { sidelight: 1, name: 'noteWritten', request: { pages: [makeTarget().canonical] } };
      void fakeBrowser.runtime.onMessage.trigger(message, sender, resolve);
    });
    const key = toNotesKey(new URL(makeTarget().canonical).hostname);
    expect((await browser.storage.local.get(key))[key]).toMatchObject({ pages: [expect.any(Number)] });
  });

  it('tells them of it before it knows of backups, whose folder may answer late or never', async () => {
    await createNote(makeDraft({ target: makeTarget() }));
    vi.spyOn(navigator.storage, 'getDirectory').mockReturnValue(new Promise(() => {}));
    const sender: Browser.runtime.MessageSender = { id: browser.runtime.id, url: optionsUrl };
    const message = { sidelight: 1, name: 'noteWritten', request: { pages: [makeTarget().canonical] } };
    await fakeBrowser.runtime.onMessage.trigger(message, sender, () => {});
    const key = toNotesKey(new URL(makeTarget().canonical).hostname);
    await vi.waitFor(async () =>
      expect((await browser.storage.local.get(key))[key]).toMatchObject({ pages: [expect.any(Number)] }),
    );
  });

  it('puts the notes that wait into the index when a page of ours asks', async () => {
    const id = `note:${testId('n', 1)}`;
    const target = null;
    await applyChanges([makeChange({ e: id, x: 'chip', b: '', p: [], f: { target } })]);
    await database.fresh.clear();
    await database.unindexed.put({ id, mark: 0 });
    const sender: Browser.runtime.MessageSender = { id: browser.runtime.id, url: optionsUrl };
    const message = { sidelight: 1, name: 'indexNotes', request: null };
    await fakeBrowser.runtime.onMessage.trigger(message, sender, () => {});
    await vi.waitFor(async () => expect(await database.unindexed.count()).toBe(0), { timeout: 4_000 });
    expect(await database.shards.toArray()).toMatchObject([{ ids: id }]);
  });

  it('installs again when a page of ours asks', async () => {
    const answer = await new Promise((resolve) => {
      const sender: Browser.runtime.MessageSender = { id: browser.runtime.id, url: optionsUrl };
      void fakeBrowser.runtime.onMessage.trigger(
        { sidelight: 1, name: 'reinstall', request: null },
        sender,
        resolve,
      );
    });
    expect(answer).toEqual({ ok: true, value: { topics: (await listTopics()).length } });
  });
});

describe('openPage', () => {
  const tab = (fields: Partial<Browser.tabs.Tab>) => fields as Browser.tabs.Tab;

  function withTabs(find: (url: string) => Browser.tabs.Tab[] | Promise<Browser.tabs.Tab[]>) {
    const done: string[] = [];
    fakeBrowser.tabs.query = (async ({ url }: { url: string }) => find(url)) as never;
    fakeBrowser.tabs.create = (async ({ url }: { url: string }) => done.push(`create ${url}`)) as never;
    fakeBrowser.tabs.update = (async (id: number) => done.push(`show tab ${id}`)) as never;
    fakeBrowser.windows.update = (async (id: number) => done.push(`show window ${id}`)) as never;
    return done;
  }

  it.each([
    {
      request: { page: 'options' } as const,
      caller: null,
      path: 'options.html',
      because: 'the options are asked for',
    },
    {
      request: { page: 'popup', tabId: 4 } as const,
      caller: 9,
      path: 'popup.html?tabId=4',
      because: 'the popup of a tab is asked for',
    },
    {
      request: { page: 'popup', tabId: null } as const,
      caller: 9,
      path: 'popup.html?tabId=9',
      because: 'the card asks, and does not know its tab',
    },
    {
      request: { page: 'popup', tabId: null } as const,
      caller: null,
      path: 'popup.html',
      because: 'nobody knows a tab',
    },
  ])('opens $path when $because', async ({ request, caller, path }) => {
    const done = withTabs(() => []);
    expect(await openPage(request, caller)).toEqual({ opened: true });
    expect(done).toEqual([`create ${new URL(path, optionsUrl)}`]);
  });

  it('goes to the tab that shows it already', async () => {
    const done = withTabs((url) => [tab({ id: 5, windowId: 2, url })]);
    await openPage({ page: 'options' }, null);
    expect(done).toEqual(['show tab 5', 'show window 2']);
  });

  it('opens another where the browser does not let it look', async () => {
    const done = withTabs(() => Promise.reject(new Error('no permission')));
    await openPage({ page: 'options' }, null);
    expect(done).toEqual([`create ${optionsUrl}`]);
  });
});

describe('stepMention', () => {
  function withPage(answer: unknown) {
    const asked: unknown[] = [];
    fakeBrowser.tabs.query = (async () => [{ id: 3 }]) as never;
    fakeBrowser.tabs.sendMessage = (async (id: number, message: { request: unknown }) => {
      asked.push([id, message.request]);
      if (answer === null) throw new Error('Receiving end does not exist.');
      return answer;
    }) as never;
    return asked;
  }

  it.each([
    { command: 'next-mention', asked: [[3, { direction: 1 }]] },
    { command: 'previous-mention', asked: [[3, { direction: -1 }]] },
    { command: 'some-other-command', asked: [] },
  ])('asks the page in front for $command', async ({ command, asked }) => {
    const calls = withPage({ ok: true, value: { found: true } });
    await stepMention(command);
    expect(calls).toEqual(asked);
  });

  it('is silent on a page where we cannot run', async () => {
    withPage(null);
    await expect(stepMention('next-mention')).resolves.toBeUndefined();
  });

  it('does not hide a failure of ours', async () => {
    withPage({ ok: false, error: { code: 'unexpected', detail: 'x' } });
    await expect(stepMention('next-mention')).rejects.toMatchObject({ code: 'unexpected' });
  });
});
