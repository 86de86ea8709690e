/** The side panel beside a real page: opened from the card, following the page, its date moved by keyboard. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serveArticles } from '@/scripts/demo/serve';
import { type Driven, until } from '@/scripts/drive/launch';
import {
  openArticle,
  press,
  restOn,
  waitForCard,
  waitForExtensionPage,
  waitForName,
} from '@/scripts/drive/reader';
import { BROWSERS, freshProfile, stopAtFirstFailure } from './browser';
import { buttonsIn } from './buttons-in';

describe.each(BROWSERS)('the side panel in %s', (name) => {
  stopAtFirstFailure();
  let site: Served;
  let driven: Driven;
  let article: Page;
  let panel: Page;
  beforeAll(async () => {
    site = await serveArticles();
    driven = await freshProfile(name);
  });
  afterAll(async () => {
    await driven.close();
    await site.close();
  });

  const textOf = (page: Page) => page.evaluate(() => document.body.innerText.replace(/\s+/g, ' '));

  it('opens from the card at the topic, as of the article’s date', async () => {
    article = await openArticle(driven, `${site.origin}/huawei-connect.html`);
    await restOn(article, 'Ascend 950');
    const card = await waitForCard(article, /^Ascend 950/);
    await press(card, 'Open in the side panel');
    panel = await findPanel(driven);
    await waitForName(panel, /^Ascend 950/, 'h1');
    await until('the date', async () => (await textOf(panel)).includes('As of 18 Sep 2025'));
    expect(await textOf(panel)).toContain('Known on 18 Sep 2025');
  });

  it('moves the date by a day and by a month, and back to the article’s', async () => {
    const slider = await waitForName(panel, 'Show everything as of', 'input');
    await slider.focus();
    await panel.keyboard.press('ArrowRight');
    await until('a day later', async () => (await textOf(panel)).includes('Known on 19 Sep 2025'));
    await panel.keyboard.press('PageUp');
    await until('a month later', async () => (await textOf(panel)).includes('Known on 19 Oct 2025'));
    await press(panel, "Back to the article's date");
    await until('the article’s date', async () => (await textOf(panel)).includes('Known on 18 Sep 2025'));
  });

  it('lists the topics of the page in reading order, and marks the one in view as the page scrolls', async () => {
    await press(panel, /^Back to this page/);
    await until('the list', async () => (await namesIn(panel)).length > 3);
    const first = await markedIn(panel);
    await article.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await until('another topic in view', async () => {
      const now = await markedIn(panel);
      return now !== null && now !== first;
    });
  });

  // The list is the equal alternative to the paint. Only Chromium's driver reads the accessibility tree.
  it.runIf(name === 'chromium')('gives the list of topics to a screen reader', async () => {
    const list = await panel.waitForSelector('ol[aria-label="Topics in reading order"]');
    const tree = await panel.accessibility.snapshot({ ...(list && { root: list }), interestingOnly: false });
    expect(tree).toMatchObject({ role: 'list', name: 'Topics in reading order' });
    const names = buttonsIn(tree).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['Huawei', 'Ascend 950', 'Nvidia']));
  });
});

/** The panel that the card has opened. Firefox lets only a click at the browser itself open it: from the card it comes in a tab. */
async function findPanel(driven: Driven): Promise<Page> {
  if (driven.name === 'firefox') return waitForExtensionPage(driven, 'sidepanel.html');
  const target = await driven.browser.waitForTarget((one) => one.url().includes('/sidepanel.html'));
  return (await target.page()) ?? target.asPage();
}

function namesIn(panel: Page): Promise<string[]> {
  return panel.evaluate(() =>
    [...document.querySelectorAll('ol > li button')].map((one) => one.textContent ?? ''),
  );
}

function markedIn(panel: Page): Promise<string | null> {
  return panel.evaluate(() => document.querySelector('ol > li[aria-current] button')?.textContent ?? null);
}
