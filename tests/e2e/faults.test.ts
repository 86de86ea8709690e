/** A database that is gone, refused or from the future: popup and card say so in a sentence, and the page is left alone. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { type Served, serveArticles } from '@/scripts/demo/serve';
import { type Driven, until } from '@/scripts/drive/launch';
import {
  findCardFrame,
  openArticle,
  openPopupPage,
  press,
  restOn,
  waitForCard,
  waitForExtensionPage,
} from '@/scripts/drive/reader';
import { BROWSERS, freshProfile, stopAtFirstFailure } from './browser';
import { reopen } from './reopen';
import { waitForText } from './wait-for-text';

const NEWER = 'The store was written by a newer version of Sidelight.';
const REFUSED = 'This browser does not let Sidelight open its store.';

describe.each(BROWSERS)('a damaged store in %s', (name) => {
  stopAtFirstFailure();
  let site: Served;
  let driven: Driven;
  let popup: Page;
  beforeAll(async () => {
    site = await serveArticles();
    driven = await freshProfile(name);
    const page = await openArticle(driven, `${site.origin}/huawei-connect.html`);
    await restOn(page, 'Huawei');
    await openPopupPage(await waitForCard(page, /^Huawei/));
    popup = await waitForExtensionPage(driven, 'popup.html');
  });
  afterAll(async () => {
    await driven.close();
    await site.close();
  });

  it('a store from a newer version is named in card and popup', async () => {
    await layDownDatabase(popup, 99_990);
    await expectSentence(driven, site, NEWER);
    await reopen(popup);
    await waitForText(popup, NEWER);
  });

  it('a store that was deleted is named in card and popup, and can be filled again', async () => {
    await layDownDatabase(popup, null);
    await expectSentence(driven, site, 'The installed packs have no topic');
    await reopen(popup);
    await waitForText(popup, 'No topics are installed yet');
    await press(popup, 'Try again');
    await openWithCard(driven, site);
  });

  it.runIf(name === 'chromium')('a browser that refuses the store is named in card and popup', async () => {
    const refuse = () => {
      Object.defineProperty(IDBFactory.prototype, 'open', {
        value: () => {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    };
    await popup.evaluateOnNewDocument(refuse);
    await reopen(popup);
    await waitForText(popup, REFUSED);
    const page = await driven.browser.newPage();
    await page.evaluateOnNewDocument(refuse);
    await page.goto(`${site.origin}/huawei-connect.html`);
    await restOn(page, 'Huawei');
    await waitForCardText(page, REFUSED);
  });
});

/** Removes the extension's database; with a version, leaves an empty one of that version in its place. */
async function layDownDatabase(popup: Page, version: number | null): Promise<void> {
  await popup.evaluate(async (version) => {
    const done = (request: IDBOpenDBRequest) =>
      new Promise<void>((resolve, reject) => {
        request.onsuccess = () => {
          request.result?.close();
          resolve();
        };
        request.onerror = () => reject(request.error);
      });
    await done(indexedDB.deleteDatabase('sidelight'));
    if (version !== null) await done(indexedDB.open('sidelight', version));
  }, version);
}

async function openWithCard(driven: Driven, site: Served): Promise<void> {
  const page = await openArticle(driven, `${site.origin}/huawei-connect.html`);
  await restOn(page, 'Huawei');
  await waitForCard(page, /^Huawei/);
  await page.close();
}

async function expectSentence(driven: Driven, site: Served, sentence: string): Promise<void> {
  const page = await openArticle(driven, `${site.origin}/huawei-connect.html`);
  await restOn(page, 'Huawei');
  await waitForCardText(page, sentence);
  await page.close();
}

async function waitForCardText(page: Page, sentence: string): Promise<void> {
  await until(`"${sentence}" in the card`, async () => {
    const text = await (await findCardFrame(page))?.evaluate(() => document.body.innerText).catch(() => '');
    return text?.includes(sentence);
  });
}
