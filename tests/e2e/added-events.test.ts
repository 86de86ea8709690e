/** A pack of another reader's events: in from its file, on the cards under its name and within the article's date, out and back. */
import { resolve } from 'node:path';
import type { ElementHandle, Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from '@/scripts/demo/serve';
import { type Driven, until } from '@/scripts/drive/launch';
import {
  openArticle,
  press,
  readCard,
  restOn,
  waitForCard,
  waitForExtensionPage,
  waitForName,
} from '@/scripts/drive/reader';
import { BROWSERS, freshProfile, stopAtFirstFailure } from './browser';
import { readEverySection } from './card-sections';
import { FILLER, newsPage } from './pages/page';
import { waitForText } from './wait-for-text';

/** It has one event, of 14 October 2025. */
const PACK = resolve(import.meta.dirname, '../../scripts/drive/events-pack.json');
const PACK_NAME = 'Events added on Huawei';
const EVENT = 'A regulator in Oslo asked Huawei for the plans of its new data centre.';

const article = (published: string) =>
  newsPage({
    title: 'Plans on the table',
    published,
    body: `<main><article><h1>Plans on the table</h1><p>Huawei has shown its plans. ${FILLER}</p></article></main>`,
  });

describe.each(BROWSERS)('a pack of another reader’s events in %s', (name) => {
  stopAtFirstFailure();
  let site: Served;
  let driven: Driven;
  let earlier: Page;
  let later: Page;
  let options: Page;
  let sinceBefore: number;
  beforeAll(async () => {
    site = await serve(import.meta.dirname, {
      '/earlier.html': article('2025-10-13'),
      '/later.html': article('2025-10-15'),
    });
    driven = await freshProfile(name);
    later = await openArticle(driven, `${site.origin}/later.html`);
    earlier = await openArticle(driven, `${site.origin}/earlier.html`);
  });
  afterAll(async () => {
    await driven.close();
    await site.close();
  });

  it('comes in from its file, and the options say what it is and where it is from', async () => {
    const card = await openCard(earlier);
    await openTimeline(card);
    sinceBefore = await countSince(card);
    await press(card, /^Back/);
    await press(card, 'Options');
    options = await waitForExtensionPage(driven, 'options.html');
    await options.bringToFront();
    const field = await waitForName(options, 'File with a pack of events', 'input');
    await (field as ElementHandle<HTMLInputElement>).uploadFile(PACK);
    await waitForText(options, '1 event from events-pack.json added.');
    await waitForText(options, `${PACK_NAME} 1 event, from events-pack.json. The pack is of 20 Nov 2026;`);
  });

  it('stands on the timeline of a later article under its name, its mark and its own source', async () => {
    const card = await openCard(later);
    await openTimeline(card);
    const line = await waitForLine(card);
    for (const said of ['14 Oct 2025', EVENT, 'added pack', 'news.example', PACK_NAME])
      expect(line).toContain(said);
    expect((await readCard(card))?.text).toContain(EVENT);
  });

  it('is nowhere on the card of an earlier article, except under “Since then”', async () => {
    const card = await openCard(earlier);
    for (const said of await readEverySection(card)) {
      expect(said).not.toContain('Oslo');
      expect(said).not.toContain(PACK_NAME);
    }
    await openTimeline(card);
    expect(await countSince(card)).toBe(sinceBefore + 1);
    await press(card, /^Since then/, 'summary');
    expect((await readCard(card))?.text).toContain(EVENT);
  });

  it('is on no card any more once it is removed', async () => {
    await options.bringToFront();
    await press(options, `Remove ${PACK_NAME}, from events-pack.json`);
    await waitForText(options, `${PACK_NAME} removed.`);
    expect(await waitForSections(later, (said) => !said.includes('Oslo'))).not.toContain(PACK_NAME);
    const card = await openCard(earlier);
    await openTimeline(card);
    expect(await countSince(card)).toBe(sinceBefore);
  });

  it('is back when it is put back', async () => {
    await options.bringToFront();
    await press(options, 'Put it back');
    await waitForName(options, `Remove ${PACK_NAME}, from events-pack.json`);
    expect(await waitForSections(later, (said) => said.includes(EVENT))).toContain(PACK_NAME);
  });
});

/** The card on Huawei at its first view. */
async function openCard(page: Page): Promise<Frame> {
  await page.bringToFront();
  await page.keyboard.press('Escape');
  await restOn(page, 'Huawei');
  return waitForCard(page, /^Huawei/);
}

async function openTimeline(card: Frame): Promise<void> {
  await press(card, 'Background');
  await press(card, 'Timeline');
  await card.waitForSelector('section[aria-label="Timeline"] li');
}

/** How many statements the timeline has folded away. */
async function countSince(card: Frame): Promise<number> {
  const summary = await waitForName(card, /^Since then/, 'summary');
  return Number(/\d+/.exec(await summary.evaluate((element) => element.innerText))?.[0]);
}

/** What the line of the event says, with its date. */
function waitForLine(card: Frame): Promise<string> {
  return until('the line of the event', () =>
    card.evaluate((text) => {
      const lines = [...document.querySelectorAll<HTMLElement>('section[aria-label="Timeline"] li')];
      return lines.find((line) => line.innerText.includes(text))?.innerText;
    }, EVENT),
  );
}

/** All that a card on the page says, once it says what is wanted. */
function waitForSections(page: Page, isWanted: (said: string) => boolean): Promise<string> {
  return until('the sections', async () => {
    const said = (await readEverySection(await openCard(page))).join('\n');
    return isWanted(said) && said;
  });
}
