/** Where no extension can read, the popup says so, and names the place. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from '@/scripts/demo/serve';
import { type Driven, until } from '@/scripts/drive/launch';
import {
  openArticle,
  openPopupPage,
  restOn,
  waitForCard,
  waitForExtensionPage,
} from '@/scripts/drive/reader';
import { BROWSERS, freshProfile } from './browser';
import { LONG_ARTICLE, PDF } from './pages/unreadable-places';

const SENTENCE =
  /^Sidelight cannot read this page\. Browser pages, the extension store, PDF files and reader mode are closed to it;/;

const HAS_LOADED = "(async () => (await browser.tabs.get(id)).status === 'complete')()";

let site: Served;
beforeAll(async () => {
  site = await serve(import.meta.dirname, { '/article.html': LONG_ARTICLE, '/report.pdf': PDF });
});
afterAll(() => site.close());

describe.each(BROWSERS)('unreadable places in %s', (name) => {
  let driven: Driven;
  let popup: Page;
  let article: Page;
  beforeAll(async () => {
    driven = await freshProfile(name);
    article = await openArticle(driven, `${site.origin}/article.html`);
    await restOn(article, 'Huawei');
    await openPopupPage(await waitForCard(article, /^Huawei/));
    popup = await waitForExtensionPage(driven, 'popup.html');
    // It can read the page that it was opened for: what is said of others is said of them.
    await until('the topics', async () => (await sayingOf(popup)).includes('On this page'));
  });
  afterAll(() => driven.close());

  // Firefox's driver goes to no page of the browser's but the empty one.
  const browserPages = name === 'chromium' ? ['chrome://version/', 'about:blank'] : ['about:blank'];
  it.each([...browserPages, 'a PDF file'])('the popup of %s says that it cannot be read', async (place) => {
    const tab = await driven.browser.newPage();
    await tab.goto(place === 'a PDF file' ? `${site.origin}/report.pdf` : place);
    await tab.bringToFront();
    await turnTo(popup, await activeTab(popup));
    await expectSentence(popup);
    await tab.close();
  });

  // Chromium has no reader mode in a tab: its reading mode stands beside the page, which stays as it is.
  it.runIf(name === 'firefox')('the popup of a page in reader mode says that it cannot be read', async () => {
    await article.bringToFront();
    const tabId = await activeTab(popup);
    await turnTo(popup, tabId);
    await until('the topics', async () => (await sayingOf(popup)).includes('On this page'));
    await popup.evaluate(`browser.tabs.toggleReaderMode(${tabId})`);
    await expectSentence(popup);
    // Not only while the tab was on its way there.
    await until(
      'reader mode',
      () => popup.evaluate(HAS_LOADED.replace('id', `${tabId}`)) as Promise<boolean>,
    );
    await turnTo(popup, tabId);
    await expectSentence(popup);
  });
});

async function activeTab(popup: Page): Promise<number> {
  return (await popup.evaluate(
    '(async () => (await (globalThis.browser ?? chrome).tabs.query({ active: true }))[0].id)()',
  )) as number;
}

/** Makes the popup that of another tab. By itself: Firefox's driver goes to no page of an extension. */
async function turnTo(popup: Page, tabId: number): Promise<void> {
  const search = `?tabId=${tabId}`;
  // Its answer may be lost with the page that it leaves.
  await popup.evaluate((search) => location.replace(search), search).catch(() => null);
  await until('the popup of the tab', () =>
    popup
      .evaluate((search) => location.search === search && document.readyState === 'complete', search)
      .catch(() => false),
  );
  await popup.bringToFront();
}

async function sayingOf(popup: Page): Promise<string> {
  return popup.evaluate(() => document.querySelector('main')?.innerText ?? '').catch(() => '');
}

async function expectSentence(popup: Page): Promise<void> {
  const said = await until('what the popup says', async () => {
    const said = await sayingOf(popup);
    return SENTENCE.test(said) && said;
  });
  expect(said).toMatch(SENTENCE);
}
