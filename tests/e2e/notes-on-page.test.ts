/** A note on a passage, in its page: written beside the selection, painted, found again, lost and back, opened, gone. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from '@/scripts/demo/serve';
import { type Driven, until } from '@/scripts/drive/launch';
import { selectWords, writeNote } from '@/scripts/drive/note-passage';
import {
  highlightsOf,
  isCardShown,
  openArticle,
  openPopupPage,
  placeOf,
  press,
  readCard,
  restOn,
  waitForCard,
  waitForExtensionPage,
  waitForName,
} from '@/scripts/drive/reader';
import { BROWSERS, freshProfile, stopAtFirstFailure } from './browser';
import { FILLER, newsPage } from './pages/page';
import { readStorage } from './read-as-content-script';

const PASSAGE = 'the orders of the second quarter will be counted again';
const CHANGED = 'the orders of that second quarter will all be counted again';
const BODY = 'Pomegranate: ask them why.';

const story = (paragraph: string) =>
  newsPage({
    title: 'A count of orders',
    published: '2025-10-02',
    head: '<link rel="canonical" href="/story.html">',
    body: `<main><article><h1>A count of orders</h1><p>Huawei has shown its plans. ${FILLER}</p>
<p id="passage">${paragraph}</p><p>Nvidia has not answered in public. ${FILLER}</p></article></main>`,
  });

describe.each(BROWSERS)('a note on a passage in %s', (name) => {
  stopAtFirstFailure();
  let site: Served;
  let driven: Driven;
  let article: Page;
  let popup: Page;
  beforeAll(async () => {
    site = await serve(import.meta.dirname, {
      '/story.html': story(`Officials said that ${PASSAGE}, by somebody else.`),
      '/edited.html': story(`On Monday two officials told us that ${CHANGED}, by someone.`),
      '/removed.html': story('Nobody said anything on Tuesday.'),
    });
    driven = await freshProfile(name);
  });
  afterAll(async () => {
    await driven.close();
    await site.close();
  });

  const notesOn = async (page: Page) =>
    (await highlightsOf(page)).filter(({ group }) => group === 'note').map(({ text }) => text);
  const waitForNotes = (page: Page, texts: string[]) =>
    until(`notes on ${texts.join() || 'nothing'}`, async () => (await notesOn(page)).join() === texts.join());
  const textOf = (page: Page) => page.evaluate(() => document.body.innerText.replace(/\s+/g, ' '));

  // Once: a second try would find the note of the first on the passage, and could only fail for that.
  it('is written beside the selection, in our own frame, and painted at once', { retry: 0 }, async () => {
    article = await openArticle(driven, `${site.origin}/story.html`);
    await restOn(article, 'Huawei');
    await openPopupPage(await waitForCard(article, /^Huawei/));
    popup = await waitForExtensionPage(driven, 'popup.html');
    await selectWords(article, '#passage', PASSAGE);
    const card = await writeNote(article, popup, BODY);
    expect((await readCard(card))?.text).toContain(BODY);
    expect((await readCard(card))?.text).toContain(PASSAGE);
    await waitForNotes(article, [PASSAGE]);
  });

  it('leaves neither its text nor an address where pages can read', async () => {
    const stored = await readStorage(name, article, popup);
    expect(stored).toContain('"notes:');
    for (const secret of ['Pomegranate', PASSAGE, 'story.html', '127.0.0.1'])
      expect(stored).not.toContain(secret);
  });

  it('is found again at another address of the article, where its text was edited', async () => {
    await article.goto(`${site.origin}/edited.html?utm_source=feed`);
    await until('the note', async () => (await notesOn(article)).length === 1);
    const [found] = await notesOn(article);
    expect(CHANGED).toContain(found);
    expect(found).toContain('counted again');
  });

  it('opens by a click on plain text, and by Escape it closes', async () => {
    const [found] = await notesOn(article);
    const place = await until('the passage', () => placeOf(article, found as string));
    await article.mouse.click(place.x, place.y);
    const card = await waitForCard(article, 'Your note');
    expect((await readCard(card))?.text).toContain(BODY);
    await article.keyboard.press('Escape');
    await until('the end of the card', async () => !(await isCardShown(article)));
  });

  it('is listed as not found where its text is gone, and comes back with it', async () => {
    await article.goto(`${site.origin}/removed.html`);
    await popup.bringToFront();
    await until('the orphan', async () => (await textOf(popup)).includes('Not found on this page.'));
    expect(await notesOn(article)).toEqual([]);
    await article.$eval(
      '#passage',
      (element, text) => {
        element.textContent = text;
      },
      `Officials said that ${PASSAGE}, by somebody else.`,
    );
    await waitForNotes(article, [PASSAGE]);
    await article.bringToFront();
    await popup.bringToFront();
    await waitForName(popup, /^Show the passage of/);
    expect(await textOf(popup)).not.toContain('Not found on this page.');
  });

  it('leaves no paint where the reader switches the site off', async () => {
    await press(popup, /^Sidelight on /, '[role=switch]');
    await article.bringToFront();
    await until('the end of the paint', async () => (await highlightsOf(article)).length === 0);
  });
});
