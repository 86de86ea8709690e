/** How each surface of ours is reached in a driven browser: a state of one is a way there, and what is done then. */
import type { Frame, Page } from 'puppeteer-core';
import type { browser } from 'wxt/browser';
import type { Served } from '../demo/serve.ts';
import type { Driven } from './launch.ts';
import { selectWords } from './note-passage.ts';
import { openArticle, restOn, waitForCard, waitForName } from './reader.ts';

/** A browser with the extension, where its pages are, and the server of the demo's articles with `STATE_PAGES` (see states.ts). */
export type Stage = { driven: Driven; extension: string; site: Served };

/** A state that has been reached: the tab, and the document of ours in it. The caller closes the tab. */
export type Reached = { page: Page; place: Page | Frame };

/** A state of a surface. `name` names its pictures; `subject` finds in them what must be in view, where that is not the top. */
export type State = {
  name: string;
  subject?: string;
  surface: 'card' | 'popup' | 'panel' | 'options';
  reach: (stage: Stage) => Promise<Reached>;
};

/**
 * The size of the tab, CSS pixels. Zoom at 200 % halves them and gives each twice the device pixels; the window of a
 * popup grows with its content, to 800 by 600 of the screen's own.
 */
export const VIEWS = {
  card: { whole: { width: 1280, height: 3200 }, zoomed: { width: 640, height: 800 } },
  popup: { whole: { width: 380, height: 600 }, zoomed: { width: 380, height: 300 } },
  panel: { whole: { width: 400, height: 1000 }, zoomed: { width: 320, height: 500 } },
  options: { whole: { width: 900, height: 1000 }, zoomed: { width: 450, height: 500 } },
} as const;

/** The address before the names of the extension's pages: asked once, since a worker that has nothing to do is ended. */
export async function extensionAddress({ browser }: Driven): Promise<string> {
  const worker = await browser.waitForTarget((target) => target.type() === 'service_worker');
  return new URL('.', worker.url()).href;
}

/** The card of a topic, on its words in an article; `then` goes on in it. */
export function card(
  name: string,
  words: string,
  topicName: string | RegExp,
  then?: (frame: Frame) => Promise<void>,
  article = 'huawei-connect.html',
): State {
  return {
    name,
    surface: 'card',
    async reach({ driven, site }) {
      const page = await openArticle(driven, `${site.origin}/${article}`);
      await restOn(page, words);
      const place = await waitForCard(page, topicName);
      await then?.(place);
      return { page, place };
    },
  };
}

/** As after a pack was half replaced: the topic is not there while the pointer rests on its name. */
export function cardWithoutTopic(name: string, words: string, topic: string): State {
  return {
    name,
    surface: 'card',
    async reach(stage) {
      const store = await stage.driven.browser.newPage();
      await store.goto(`${stage.extension}options.html`);
      const row = await store.evaluate(swapTopic, topic, null);
      const reached = await card(name, words, topic).reach(stage);
      await store.evaluate(swapTopic, topic, row);
      await store.close();
      return reached;
    },
  };
}

/** The popup of a page, as a page of its own; `then` goes on in it. */
export function popup(
  name: string,
  then?: (popup: Page) => Promise<void>,
  addressOf = (site: Served) => `${site.origin}/huawei-connect.html`,
): State {
  return {
    name,
    surface: 'popup',
    async reach({ driven, extension, site }) {
      const address = addressOf(site);
      const article = await driven.browser.newPage();
      await article.goto(address);
      const page = await driven.browser.newPage({ type: 'tab', background: true });
      await article.bringToFront();
      // The popup is of the tab in front at the moment it opens.
      await page.goto(`${extension}popup.html`);
      await page.waitForSelector('textarea');
      await page.bringToFront();
      page.once(
        'close',
        () => void article.close().catch(() => 'The browser was closed, and with it the tab.'),
      );
      await then?.(page);
      return { page, place: page };
    },
  };
}

/** The card beside a selected passage of the article; `open` asks for it from `own`, a page of ours in another tab. */
export function cardOfPassage(name: string, open: (page: Page, own: Page) => Promise<Frame>): State {
  return {
    name,
    surface: 'card',
    async reach({ driven, extension, site }) {
      const page = await openArticle(driven, `${site.origin}/huawei-connect.html`);
      await selectWords(page, 'p.lead', 'Huawei told its annual conference');
      const own = await driven.browser.newPage();
      await own.goto(`${extension}options.html`);
      const place = await open(page, own);
      await own.close();
      return { page, place };
    },
  };
}

/**
 * The side panel of an article, as a page of its own that is bound to the article's tab. `before` runs in a page of the
 * extension.
 */
export function panel(
  name: string,
  place: string,
  then: (panel: Page) => Promise<unknown>,
  before?: () => Promise<void>,
): State {
  return {
    name,
    surface: 'panel',
    async reach({ driven, extension, site }) {
      const article = await openArticle(driven, `${site.origin}/huawei-connect.html`);
      const page = await driven.browser.newPage({ type: 'tab', background: true });
      await article.bringToFront();
      await page.goto(`${extension}options.html`);
      const tabId = await page.evaluate(findFrontTab);
      if (before) await page.evaluate(before);
      await page.goto(`${extension}sidepanel.html?tabId=${tabId}${place}`);
      await page.bringToFront();
      await then(page);
      page.once(
        'close',
        () => void article.close().catch(() => 'The browser was closed, and with it the tab.'),
      );
      return { page, place: page };
    },
  };
}

/** Runs in a page of the extension. */
async function findFrontTab(): Promise<number | undefined> {
  const { chrome } = globalThis as unknown as { chrome: typeof browser };
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  return tab?.id;
}

/** The options page; `then` goes on in it. */
export function options(name: string, then?: (page: Page) => Promise<void>): State {
  return {
    name,
    surface: 'options',
    async reach({ driven, extension }) {
      const page = await driven.browser.newPage();
      await page.goto(`${extension}options.html`);
      await waitForName(page, 'Sync', 'h2');
      await page.waitForSelector('input[type="radio"]');
      await then?.(page);
      return { page, place: page };
    },
  };
}

/** In a page of the extension: puts a stored topic in, or takes it out where `row` is null; answers with what was there. */
async function swapTopic(id: string, row: unknown): Promise<unknown> {
  const toAnswer = <Value>(request: IDBRequest<Value>) =>
    new Promise<Value>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await toAnswer(indexedDB.open('sidelight'));
  const topics = database.transaction('topics', 'readwrite').objectStore('topics');
  const before = await toAnswer(topics.get(id));
  await (row === null ? toAnswer(topics.delete(id)) : toAnswer(topics.put(row)));
  database.close();
  return before;
}
