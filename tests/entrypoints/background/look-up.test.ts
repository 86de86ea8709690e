import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Browser, browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createMenu, startMenu } from '@/entrypoints/background/menu';
import { startOmnibox } from '@/entrypoints/background/omnibox';
import { replacePack } from '@/lib/db/packs';
import { watchAsked } from '@/lib/panel/asked-place';
import type { PanelPlace } from '@/lib/panel/place';
import { makePack, makeTopic } from '@/tests/builders';
import { emptyDatabaseBeforeEach } from '@/tests/stored';

emptyDatabaseBeforeEach();

const WINDOW = 4;
type Heard = Record<string, (...args: never[]) => unknown>;

/** The browser's menus, address bar and panel; the panel opens only within the handler of the reader's act, as in browsers. */
function withBrowser({ opens = true } = {}) {
  const heard: Heard = {};
  const done: unknown[] = [];
  let isInAct = false;
  const listenTo = (name: string) => ({
    addListener: (listen: (...args: never[]) => unknown) => {
      heard[name] = (...args) => {
        isInAct = true;
        listen(...args);
        isInAct = false;
      };
    },
  });
  Object.assign(fakeBrowser, {
    contextMenus: {
      removeAll: async () => done.push('removeAll'),
      create: (item: unknown) => done.push(item),
      onClicked: listenTo('menu'),
    },
    omnibox: {
      onInputChanged: listenTo('typed'),
      onInputEntered: listenTo('entered'),
      setDefaultSuggestion: (suggestion: unknown) => done.push(suggestion),
    },
    sidePanel: {
      open: async ({ windowId }: { windowId: number }) => {
        if (!opens || !isInAct) throw new Error('may only be called in response to a user gesture');
        done.push(`panel of ${windowId}`);
      },
    },
  });
  fakeBrowser.windows.getLastFocused = (async () => ({ id: WINDOW })) as never;
  fakeBrowser.tabs.query = (async () => [{ id: 9 }]) as never;
  fakeBrowser.tabs.create = (async ({ url }: { url: string }) => done.push(url)) as never;
  return { heard, done };
}

const askedOf = (windowId: number) =>
  new Promise<PanelPlace>((resolve) => watchAsked(windowId, resolve, new AbortController().signal));

beforeEach(async () => {
  await replacePack(
    makePack([
      makeTopic({ id: 'huawei' }),
      makeTopic({ id: 'at-t', names: [{ text: 'AT&T', lang: 'en' }], terms: [] }),
    ]),
  );
});
afterEach(() => vi.restoreAllMocks());

describe('the menu of a selection', () => {
  const click = (text: string, heard: Heard) =>
    heard.menu?.(
      { menuItemId: 'look-up', selectionText: text } as never,
      { windowId: WINDOW } as Browser.tabs.Tab as never,
    );

  it('is made anew at each installation, so that no second entry stands in it', async () => {
    const { done } = withBrowser();
    await createMenu();
    expect(done).toEqual([
      'removeAll',
      { id: 'look-up', title: 'Look up “%s” in Sidelight', contexts: ['selection'] },
      {
        id: 'note-passage',
        title: 'Note this passage',
        contexts: ['selection'],
        documentUrlPatterns: ['http://*/*', 'https://*/*'],
      },
    ]);
  });

  it.each([
    { text: 'huawei', place: { view: 'topic', id: 'huawei', section: null }, because: 'it names a topic' },
    { text: 'zinc', place: { view: 'search', query: 'zinc' }, because: 'it names none' },
  ])('opens the panel of its window for "$text" at $place.view: $because', async ({ text, place }) => {
    const { heard, done } = withBrowser();
    startMenu();
    click(text, heard);
    expect(await askedOf(WINDOW)).toEqual(place);
    expect(done).toEqual([`panel of ${WINDOW}`]);
  });

  it('opens the panel in a tab where the browser refuses', async () => {
    const { heard, done } = withBrowser({ opens: false });
    startMenu();
    click('huawei', heard);
    await vi.waitFor(() =>
      expect(done).toEqual([browser.runtime.getURL('/sidepanel.html?tabId=9#topic=huawei' as '/')]),
    );
  });
});

describe('the address bar', () => {
  it('suggests topics by any part of their names, as XML that the browser can read', async () => {
    const { heard, done } = withBrowser();
    startOmnibox();
    const suggest = vi.fn();
    heard.typed?.('t' as never, suggest as never);
    await vi.waitFor(() => expect(suggest).toHaveBeenCalled());
    expect(done).toEqual([{ description: 'AT&#38;T · company' }]);
    expect(suggest).toHaveBeenCalledWith([]);
  });

  it.each([
    { entered: 'hua', place: { view: 'topic', id: 'huawei', section: null }, because: 'it begins a name' },
    {
      entered: 'at-t',
      place: { view: 'topic', id: 'at-t', section: null },
      because: 'a suggestion was taken',
    },
    { entered: 'zinc', place: { view: 'search', query: 'zinc' }, because: 'no topic is meant' },
  ])('opens the panel for "$entered" at $place.view: $because', async ({ entered, place }) => {
    const { heard } = withBrowser();
    startOmnibox();
    heard.entered?.(entered as never);
    expect(await askedOf(WINDOW)).toEqual(place);
  });
});
