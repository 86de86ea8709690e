/**
 * The states that a reader can bring each surface into. `npm run screenshots` pictures them, and the tests look at
 * each for what axe-core finds. A new state is one entry.
 */
import { join } from 'node:path';
import type { ElementHandle, Frame, Page } from 'puppeteer-core';
import type { browser } from 'wxt/browser';
import type { MadePage, Served } from '../demo/serve.ts';
import type { Driven } from './launch.ts';
import { askToNote, selectWords, writeNote } from './note-passage.ts';
import { findByName, openArticle, press, restOn, waitForCard, waitForName } from './reader.ts';

/** A browser with the extension, where its pages are, and the server of the demo's articles with `STATE_PAGES`. */
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

const FILLER =
  'Officials have spent three years on the question of who may buy which machines, and on what terms.';

const NEWS_BODY = `<h1>A day of news</h1>
<p>Ascend 910D is a name that was heard in Shenzhen. ${FILLER}</p>
<p>Lawyers say that export controls are a tool of many governments. ${FILLER}</p>
<p>Huawei did not comment. ${FILLER}</p>`;

/** Pages that the articles of the demo do not stand for, by path. */
export const STATE_PAGES: Record<string, MadePage> = {
  '/news-of-may.html': newsPage(NEWS_BODY, '2025-05-01'),
  '/undated.html': newsPage(NEWS_BODY, null),
  '/gardening.html': newsPage('<h1>Roses</h1><p>They are cut back in spring.</p>', null),
  '/right-to-left.html': newsPage(
    `<h1>يوم من الأخبار</h1><p>قالت شركة Huawei إنها لا تعلق على ذلك، وقالت مصادر أخرى إن القرار لم يتخذ بعد.</p>`,
    '2025-09-18',
    'lang="ar" dir="rtl"',
  ),
};

/** Every state, in an order in which none disturbs those after it. */
export const STATES: readonly State[] = [
  card('card', 'Ascend 950', /^Ascend 950/),
  card('card-undated', 'Huawei', /^Huawei/, undefined, 'undated.html'),
  card('card-neutral', 'export controls', /^Export controls/, undefined, 'news-of-may.html'),
  card('card-person', 'Trump', /^Donald Trump/),
  card('card-plan-passed', 'Ascend 910D', /^Ascend 910D/, undefined, 'news-of-may.html'),
  card('card-date-editor', 'Huawei', /^Huawei/, async (frame) => {
    await press(frame, /^Known on/);
    await frame.waitForSelector('input[type="date"]');
  }),
  card('card-background', 'Huawei', /^Huawei/, openSection('Background')),
  card('card-since', 'Huawei', /^Huawei/, async (frame) => {
    await openSection('Background')(frame);
    await press(frame, /^Since then/);
  }),
  card('card-quiet', 'Huawei', /^Huawei/, async (frame) => {
    await press(frame, 'Quiet…');
    await frame.waitForSelector('[role="menu"]');
  }),
  card('card-line', 'Huawei', /^Huawei/, openLine),
  card('card-report', 'Huawei', /^Huawei/, async (frame) => {
    await openLine(frame);
    await press(frame, 'Report an error');
    await frame.waitForSelector('form textarea');
  }),
  card('card-insights', 'Huawei', /^Huawei/, openSection('Insights')),
  card('card-timeline', 'Huawei', /^Huawei/, openSection('Timeline')),
  card('card-figures', 'Ascend 950', /^Ascend 950/, openSection('Figures')),
  card('card-figures-chart', 'Ascend 950', /^Ascend 950/, async (frame) => {
    await openSection('Figures')(frame);
    await press(frame, 'Memory per chip');
    await frame.waitForSelector('figure svg');
    await press(frame, 'As a table');
  }),
  card('card-figures-years', 'Huawei', /^Huawei/, async (frame) => {
    await openSection('Figures')(frame);
    await press(frame, 'Revenue');
    await frame.waitForSelector('figure svg');
  }),
  card('card-limits', 'export controls', /export controls/i, openSection('Figures'), 'h200-rule.html'),
  card('card-on-this-page', 'Huawei', /^Huawei/, openSection('On this page')),
  card('card-sources', 'Huawei', /^Huawei/, openSection('Sources')),
  card('card-related', 'Huawei', /^Huawei/, async (frame) => {
    await openSection('On this page')(frame);
    await press(frame, 'Ascend 950');
    await waitForName(frame, 'Back to Huawei');
  }),
  card('card-notes-none', 'Nvidia', /^Nvidia/, openSection('Notes')),
  cardWithoutTopic('card-missing', 'Nvidia', 'nvidia'),
  cardOfPassage('card-write', async (page, own) => {
    await askToNote(own);
    await page.bringToFront();
    return waitForCard(page, 'New note');
  }),
  cardOfPassage('card-note', (page, own) => writeNote(page, own, 'Ask who has counted.')),
  cardOfPassage('card-event', async (page, own) => {
    await askToNote(own);
    await page.bringToFront();
    const frame = await waitForCard(page, 'New note');
    await press(frame, "Event on Huawei's timeline");
    await press(frame, 'Save event');
    return waitForCard(page, 'Your note');
  }),
  card('card-timeline-axis', 'Huawei', /^Huawei/, async (frame) => {
    await openSection('Timeline')(frame);
    await drawTimelines(frame);
  }),
  card('card-timeline-plan', 'Ascend 960', /^Ascend 960/, async (frame) => {
    await openSection('Timeline')(frame);
    await press(frame, 'On a time axis');
    await frame.waitForSelector('[data-mark="plan"] title');
  }),
  popup('popup'),
  popup('popup-topic', async (popup) => {
    await press(popup, /^Huawei/);
    await waitForName(popup, 'Background');
  }),
  popup('popup-search', async (popup) => {
    await popup.type('input[role="combobox"]', 'hua');
    await popup.waitForSelector('[role="option"]');
  }),
  popup('popup-search-filter', async (popup) => {
    await popup.type('input[role="combobox"]', 'hua');
    await popup.waitForSelector('[role="option"]');
    await press(popup, 'Filter', 'summary');
    await waitForName(popup, 'Tag', 'input');
  }),
  popup('popup-no-mentions', undefined, (site) => `${site.origin}/gardening.html`),
  popup('popup-unreachable', undefined, () => 'about:blank'),
  popup('popup-off', switchOff, ({ port }) => `http://localhost:${port}/gardening.html`),
  {
    ...popup('popup-writing', async (popup) => {
      await popup.type('textarea', 'Ask who has seen the cluster run');
    }),
    subject: 'textarea',
  },
  card('card-notes', 'Huawei', /^Huawei/, async (frame) => {
    await openSection('Notes')(frame);
    if (await findByName(frame, 'On this article', 'span')) return;
    await (await waitForName(frame, /^Your note on/, 'textarea')).type('Who has seen the cluster run?');
    await press(frame, 'Save note');
    await waitForName(frame, 'Saved', '[role="status"]');
  }),
  {
    ...popup('popup-note', async (popup) => {
      await waitForName(popup, /^Edit/);
    }),
    subject: 'article',
  },
  panel('panel', '', (page) => waitForName(page, 'Topics in reading order', 'ol, ul')),
  panel('panel-topic', '#topic=ascend-950', (page) => waitForName(page, /^Ascend 950/, 'h1')),
  panel('panel-timeline', '#topic=huawei&section=timeline', async (page) => {
    await waitForName(page, 'On a time axis');
    await drawTimelines(page);
  }),
  panel('panel-dossier', '#dossier=huawei', (page) => waitForName(page, /^Dossier on/, 'h1')),
  panel('panel-news', '', (page) => press(page, /new since you last looked$/, 'summary'), newsOfHuawei),
  options('options'),
  options('options-backups', async (page) => {
    await press(page, 'Back up now');
    await waitForName(page, /^Restore the backup of/);
  }),
  options('options-events', async (page) => {
    const file = await waitForName(page, 'File with a pack of events', 'input');
    await (file as ElementHandle<HTMLInputElement>).uploadFile(EVENTS_PACK);
    await (await waitForName(page, /^Remove Events added on Huawei/)).scrollIntoView();
  }),
  options('options-sync-server', async (page) => {
    await press(page, /^A folder or server of mine/);
    await page.waitForSelector('input[type="password"]');
  }),
];

/** What another reader has saved. */
const EVENTS_PACK = join(import.meta.dirname, 'events-pack.json');

function card(
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
function cardWithoutTopic(name: string, words: string, topic: string): State {
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

function popup(
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
function cardOfPassage(name: string, open: (page: Page, own: Page) => Promise<Frame>): State {
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

/** The menu of the first line of the background. */
async function openLine(frame: Frame): Promise<void> {
  await openSection('Background')(frame);
  await press(frame, /^Copy or report/);
  await waitForName(frame, 'Report an error');
}

/**
 * The side panel of an article, as a page of its own that is bound to the article's tab. `before` runs in a page of the
 * extension.
 */
function panel(
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

function options(name: string, then?: (page: Page) => Promise<void>): State {
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

function openSection(name: string): (frame: Frame) => Promise<void> {
  return async (frame) => {
    // The first view has doors to some sections; from any section every other is in reach.
    if (!(await findByName(frame, new RegExp(`^${name}`), 'button'))) await press(frame, 'Background');
    await press(frame, new RegExp(`^${name}`), 'button');
    await frame.waitForSelector('nav + section > :nth-child(2), nav + section > :not(h2)');
  };
}

/** Both drawings of a timeline: up to the article, and under the fold. */
async function drawTimelines(place: Page | Frame): Promise<void> {
  await press(place, 'On a time axis');
  await place.waitForSelector('[data-mark] title');
  await press(place, /^Since then/);
  const fold = await place.waitForSelector('details[open]');
  await (await fold?.$('button'))?.click();
  await place.waitForSelector('details [data-mark] title');
}

async function switchOff(popup: Page): Promise<void> {
  const control = await waitForName(popup, /^Sidelight on/);
  if (await control.evaluate((element) => element.getAttribute('aria-checked') === 'true'))
    await control.click();
  await waitForName(popup, 'Switch on');
}

/**
 * Runs in a page of the extension: as after an update of the pack brought a statement before the article's day and one
 * after it.
 */
async function newsOfHuawei(): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('sidelight');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const write = database.transaction('arrivals', 'readwrite');
  for (const statement of ['events.guidance', 'events.atlas-350'])
    write
      .objectStore('arrivals')
      .put({ topic: 'huawei', statement, version: '2.0.0', arrived: '2026-11-29' });
  await new Promise((resolve) => {
    write.oncomplete = resolve;
  });
  database.close();
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

/** The address before the names of the extension's pages: asked once, since a worker that has nothing to do is ended. */
export async function extensionAddress({ browser }: Driven): Promise<string> {
  const worker = await browser.waitForTarget((target) => target.type() === 'service_worker');
  return new URL('.', worker.url()).href;
}

function newsPage(body: string, published: string | null, attributes = 'lang="en"'): MadePage {
  const facts = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: 'News',
    datePublished: published,
  };
  const dated =
    published === null ? '' : `<script type="application/ld+json">${JSON.stringify(facts)}</script>`;
  return {
    body: `<!doctype html><html ${attributes}><head><meta charset="utf-8"><title>News</title><link rel="icon" href="data:,">${dated}</head>
<body><main><article style="max-width: 40rem; margin: 2rem auto; font: 1.1rem/1.6 serif">${body}</article></main></body></html>`,
  };
}
