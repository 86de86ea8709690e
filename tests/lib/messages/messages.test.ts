/** Calls between contexts, over the browser's own message events. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Browser, browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { answerBackground, type BackgroundHandlers } from '@/lib/messages/answer-background';
import { answerPage } from '@/lib/messages/answer-page';
import { callBackground } from '@/lib/messages/call-background';
import { callPage } from '@/lib/messages/call-page';
import { handleCall, type PageHandlers } from '@/lib/messages/page-handlers';
import { AppError } from '@/lib/model/app-error';

type Sender = Browser.runtime.MessageSender;

const ownPage: Sender = { id: browser.runtime.id, url: browser.runtime.getURL('/options.html') };
const cardFrame: Sender = {
  ...ownPage,
  url: browser.runtime.getURL('/card.html'),
  tab: { id: 7 } as Browser.tabs.Tab,
};

/** Delivers a message as the browser does: a listener that returns `true` will respond; none means nobody is there. */
function deliver(message: unknown, sender: Sender): Promise<unknown> {
  return new Promise((resolve, reject) => {
    void fakeBrowser.runtime.onMessage.trigger(message, sender, resolve).then((kept) => {
      if (!kept.includes(true as never))
        reject(new Error('Could not establish connection. Receiving end does not exist.'));
    });
  });
}

const pageHandlers: PageHandlers = {
  pageState: () => {
    throw new AppError('database-full', { detail: 'of a test' });
  },
  pageMentions: () => ({ topics: [], inView: null }),
  scrollToMention: ({ topic }) => ({ found: topic === 'huawei' }),
  stepMention: async ({ direction }) => ({ found: direction === 1 }),
  scrollToNote: () => ({ found: false }),
  noteSelection: () => ({ opened: false }),
};
const answerAll = (signal: AbortSignal) => answerPage((call) => handleCall(pageHandlers, call), signal);

describe('a call to a page', () => {
  beforeEach(() => {
    fakeBrowser.tabs.sendMessage = vi.fn((_tab: number, message: unknown) =>
      deliver(message, ownPage),
    ) as never;
  });

  it('reaches the handler of that name, in the top frame only', async () => {
    answerAll(new AbortController().signal);
    expect(await callPage(3, 'scrollToMention', { topic: 'huawei' })).toEqual({ found: true });
    expect(await callPage(3, 'stepMention', { direction: -1 })).toEqual({ found: false });
    expect(browser.tabs.sendMessage).toHaveBeenLastCalledWith(3, expect.anything(), { frameId: 0 });
  });

  it('throws what the handler threw, with its code and detail', async () => {
    answerAll(new AbortController().signal);
    await expect(callPage(3, 'pageState', null)).rejects.toMatchObject({
      name: 'AppError',
      code: 'database-full',
      detail: 'of a test',
    });
  });

  it.each([
    {
      answer: () => Promise.reject(new Error('Receiving end does not exist.')),
      because: 'no script is in the tab',
    },
    { answer: () => Promise.resolve(undefined), because: 'a script of someone else answered with nothing' },
    { answer: () => Promise.resolve({ found: true }), because: 'an answer is not in our envelope' },
    { answer: () => Promise.resolve({ ok: false }), because: 'an answer is half an envelope' },
  ])('is unreachable, never undefined, when $because', async ({ answer }) => {
    fakeBrowser.tabs.sendMessage = answer as never;
    await expect(callPage(3, 'pageState', null)).rejects.toMatchObject({
      code: 'page-unreachable',
      retryable: true,
    });
  });

  it.each([
    { message: { name: 'pageState' }, sender: ownPage, because: 'the message is not ours' },
    { message: null, sender: ownPage, because: 'the message is null' },
    {
      message: { sidelight: 1, name: 'pageState', request: null },
      sender: { id: 'another-extension' },
      because: 'the sender is another extension',
    },
  ])('stays unanswered when $because', async ({ message, sender }) => {
    answerAll(new AbortController().signal);
    await expect(deliver(message, sender)).rejects.toThrow('Receiving end');
  });

  it.each([
    { message: { sidelight: 1, name: 'toString', request: null }, because: 'the name is no call' },
    { message: { sidelight: 1, name: 'laterCall', request: null }, because: 'the caller is newer' },
    { message: { sidelight: 1 }, because: 'it has no name' },
  ])('is answered with nothing when $because', async ({ message }) => {
    answerAll(new AbortController().signal);
    expect(await deliver(message, ownPage)).toBeUndefined();
  });

  it('is not answered any more once the session has ended', async () => {
    const stop = new AbortController();
    answerAll(stop.signal);
    stop.abort();
    await expect(callPage(3, 'stepMention', { direction: 1 })).rejects.toMatchObject({
      code: 'page-unreachable',
    });
  });
});

describe('a call to the background', () => {
  const handlers: BackgroundHandlers = {
    openPage: (request, caller) => ({ opened: request.page === 'popup' && caller.tabId === 7 }),
    openPanel: () => null,
    reinstall: async () => {
      throw new TypeError('a slip of ours');
    },
    syncNow: async () => {
      throw new TypeError('not asked here');
    },
    stopSync: () => null,
    newsSeen: () => null,
    noteWritten: () => null,
    indexNotes: () => null,
    notesOfPage: () => ({ notes: [] }),
  };
  const send = (message: unknown, sender: Sender = ownPage) => deliver(message, sender);

  beforeEach(() => answerBackground(handlers));

  it('comes back with the value of its handler, which is told the tab of the caller', async () => {
    fakeBrowser.runtime.sendMessage = ((message: unknown) => deliver(message, cardFrame)) as never;
    expect(await callBackground('openPage', { page: 'popup', tabId: null })).toEqual({ opened: true });
    expect(await callBackground('openPage', { page: 'options' })).toEqual({ opened: false });
  });

  it('may name a page whose address is longer than one that is kept with a note', async () => {
    fakeBrowser.runtime.sendMessage = ((message: unknown) => deliver(message, ownPage)) as never;
    const page = `https://news.example/map?state=${'x'.repeat(100_000)}`;
    expect(await callBackground('noteWritten', { pages: [page] })).toBeNull();
  });

  it('throws what the handler threw', async () => {
    fakeBrowser.runtime.sendMessage = ((message: unknown) => deliver(message, ownPage)) as never;
    await expect(callBackground('reinstall', null)).rejects.toMatchObject({
      code: 'unexpected',
      detail: 'a slip of ours',
    });
  });

  it('fails when the background does not answer', async () => {
    fakeBrowser.runtime.onMessage.removeAllListeners();
    await expect(callBackground('reinstall', null)).rejects.toMatchObject({
      code: 'unexpected',
      retryable: true,
    });
  });

  it.each([
    {
      sender: { ...ownPage, url: 'https://news.example/' },
      request: { page: 'options' },
      detail: 'sender',
      because: 'a content script sends it',
    },
    {
      sender: { ...ownPage, id: 'x' },
      request: { page: 'options' },
      detail: 'sender',
      because: 'another extension does',
    },
    {
      sender: { id: browser.runtime.id },
      request: { page: 'options' },
      detail: 'sender',
      because: 'nobody knows who does',
    },
    {
      sender: { ...ownPage, url: `${browser.runtime.getURL('/').slice(0, -1)}.evil.example/` },
      request: { page: 'options' },
      detail: 'sender',
      because: 'an address only begins like ours',
    },
    {
      sender: ownPage,
      request: { page: 'https://evil.example/' },
      detail: 'request of openPage',
      because: 'it asks for a page that is not ours',
    },
    {
      sender: ownPage,
      request: { page: 'popup', tabId: '1&x' },
      detail: 'request of openPage',
      because: 'a tab is no number',
    },
  ])('is refused when $because', async ({ sender, request, detail }) => {
    expect(await send({ sidelight: 1, name: 'openPage', request }, sender)).toEqual({
      ok: false,
      error: { code: 'message-refused', detail },
    });
  });

  it('is refused when it has no handler, also by a name of the language', async () => {
    expect(await send({ sidelight: 1, name: 'constructor', request: null })).toEqual({
      ok: false,
      error: { code: 'message-refused', detail: 'name constructor' },
    });
  });

  it('leaves messages of others alone', async () => {
    await expect(send({ type: 'something-else' })).rejects.toThrow('Receiving end');
  });
});
