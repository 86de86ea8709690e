/** What a page holds of ours: nothing of the card before the first hover, and nothing once it is over. */
import type { CDPSession, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from '@/scripts/demo/serve';
import { type Driven, until } from '@/scripts/drive/launch';
import {
  findCardFrame,
  highlightsOf,
  openPopupPage,
  press,
  restOn,
  waitForCard,
  waitForExtensionPage,
} from '@/scripts/drive/reader';
import { freshProfile } from './browser';
import { openPage, waitForWords, watchFor } from './painted';

/** Longer than a card takes that opens by itself. */
const WATCH_MS = 2_000;

const [FIRST, SECOND] = ['Huawei', 'Nvidia'].map(
  (name) =>
    `<p>Then ${name} answered, and officials in several capitals read it with care, as they have for three years.</p>`,
);

let site: Served;
beforeAll(async () => {
  site = await serve(import.meta.dirname, {
    '/article.html': { body: `<!doctype html><html lang="en"><body><main>${FIRST}</main></body></html>` },
  });
});
afterAll(() => site.close());

describe('what a page in chromium holds of ours', () => {
  let driven: Driven;
  beforeAll(async () => {
    driven = await freshProfile('chromium');
  });
  afterAll(() => driven.close());

  const openArticle = async () => {
    const { page } = await openPage(driven, `${site.origin}/article.html`);
    const world = await findReaderWorld(page);
    await waitForWords(page, ['Huawei']);
    return { page, world };
  };

  it('nothing of the card is loaded in a tab that never hovers', async () => {
    const { page } = await openArticle();
    await watchFor(WATCH_MS);
    expect(await placesOfOurs(page)).toEqual({ elements: 0, frames: 0 });
    const loaded = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name),
    );
    expect(loaded.filter((address) => address.includes('card'))).toEqual([]);
    expect(driven.browser.targets().filter((target) => target.url().endsWith('/card.html'))).toEqual([]);
    await restOn(page, 'Huawei');
    await waitForCard(page, /^Huawei/);
    expect(await placesOfOurs(page)).toEqual({ elements: 1, frames: 1 });
    await page.close();
  });

  it('no node and no frame is left after the page went elsewhere by itself, and listeners do not add up', async () => {
    const { page, world } = await openArticle();
    const goTo = async (body: string, name: string) => {
      await page.evaluate(
        (body, name) => {
          history.pushState(null, '', `/${name}.html`);
          (document.querySelector('main') as HTMLElement).innerHTML = body;
        },
        body as string,
        name,
      );
      await until('the end of the card', async () => (await placesOfOurs(page)).elements === 0);
      expect(await placesOfOurs(page)).toEqual({ elements: 0, frames: 0 });
      await waitForWords(page, [name]);
    };
    const hover = async (name: string) => {
      await restOn(page, name);
      await waitForCard(page, new RegExp(`^${name}`));
    };
    await hover('Huawei');
    const listening = await world.listListeners();
    expect(listening).not.toEqual([]);
    for (const [body, name] of [
      [SECOND, 'Nvidia'],
      [FIRST, 'Huawei'],
      [SECOND, 'Nvidia'],
    ] as const) {
      await goTo(body as string, name);
      await hover(name);
      expect(await world.listListeners()).toEqual(listening);
    }
    await page.close();
  });

  it('nothing of the card is kept with a page that is left; where the reader comes back to it, it opens anew', async () => {
    const { page } = await openArticle();
    await restOn(page, 'Huawei');
    await waitForCard(page, /^Huawei/);
    const turn = (type: 'pagehide' | 'pageshow') =>
      page.evaluate((type) => dispatchEvent(new PageTransitionEvent(type, { persisted: true })), type);
    await turn('pagehide');
    expect(await placesOfOurs(page)).toEqual({ elements: 0, frames: 0 });
    await turn('pageshow');
    // The pointer is still about where the word is, as after a press on a link and one on “back”.
    await restOn(page, 'Huawei');
    await waitForCard(page, /^Huawei/);
    await page.close();
  });

  it('no node, frame or paint is left where the reader switches the site off, and what listened to pointer and page is gone', async () => {
    const { page, world } = await openArticle();
    await restOn(page, 'Huawei');
    await openPopupPage(await waitForCard(page, /^Huawei/));
    const popup = await waitForExtensionPage(driven, 'popup.html');
    await press(popup, /^Sidelight on /, '[role=switch]');
    await page.bringToFront();
    await until('the end of the paint', async () => (await highlightsOf(page)).length === 0);
    // The card, in which the reader may have done it, stays until they leave it.
    await page.mouse.move(2, 2, { steps: 3 });
    await until('the end of the card', async () => (await placesOfOurs(page)).elements === 0);
    expect(await placesOfOurs(page)).toEqual({ elements: 0, frames: 0 });
    // The way back: a page out of the browser's cache asks whether it is on again.
    expect(await world.listListeners()).toEqual(['pageshow']);
    await popup.close();
    await page.close();
  });
});

async function placesOfOurs(page: Page): Promise<{ elements: number; frames: number }> {
  return {
    elements: await page.$$eval('sidelight-card', (found) => found.length),
    frames: (await findCardFrame(page)) ? 1 : 0,
  };
}

/** The world of the content script in a page, and what it listens to on window and document. */
async function findReaderWorld(page: Page): Promise<{ listListeners: () => Promise<string[]> }> {
  const session: CDPSession = await page.createCDPSession();
  const found = new Promise<number>((resolve) =>
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin.startsWith('chrome-extension:') && context.auxData?.type === 'isolated')
        resolve(context.id);
    }),
  );
  await session.send('Runtime.enable');
  const contextId = await found;
  const listenersOf = async (expression: string) => {
    const { result } = await session.send('Runtime.evaluate', { expression, contextId });
    const { listeners } = await session.send('DOMDebugger.getEventListeners', {
      objectId: result.objectId as string,
    });
    return listeners.map(({ type }) => type);
  };
  return {
    listListeners: async () => [...(await listenersOf('window')), ...(await listenersOf('document'))].sort(),
  };
}
