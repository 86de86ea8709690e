/** Quiet: what a card never does to the reader, the menu that silences, the pin, and options that lift it again. */
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serveArticles } from '@/scripts/demo/serve';
import { type Driven, until } from '@/scripts/drive/launch';
import {
  findCardFrame,
  isCardShown,
  openArticle,
  press,
  restOn,
  waitForCard,
  waitForExtensionPage,
  waitForName,
} from '@/scripts/drive/reader';
import { BROWSERS, freshProfile, stopAtFirstFailure } from './browser';
import { waitForPaint, watchFor, wordsAtRest, wordsOn } from './painted';

describe.each(BROWSERS)('quiet in %s', (name) => {
  stopAtFirstFailure();
  let site: Served;
  let driven: Driven;
  let page: Page;
  let before: string[];
  beforeAll(async () => {
    site = await serveArticles();
    driven = await freshProfile(name);
    page = await openArticle(driven, `${site.origin}/huawei-connect.html`);
    before = await wordsAtRest(page, 'Trump');
  });
  afterAll(async () => {
    await driven.close();
    await site.close();
  });

  const openCard = async (words: string, topic: RegExp): Promise<Frame> => {
    await page.bringToFront();
    await restOn(page, words);
    return waitForCard(page, topic);
  };
  const closed = () => until('the card to close', async () => !(await isCardShown(page)));
  const pointAway = () => page.mouse.move(2, 2, { steps: 3 });
  const painted = (words: string[]) =>
    until(`paint on ${words}`, async () => (await wordsOn(page)).join() === words.join());

  // What is silenced leaves its room to others, so the other words are not the same.
  const silenced = (words: string) =>
    until(`no paint on ${words}`, async () => !(await wordsOn(page)).includes(words));

  it('a card that hovers takes no focus, lies beside its word, and goes when the pointer leaves', async () => {
    const frame = await openCard('Huawei', /^Huawei/);
    expect(await frame.evaluate(() => document.hasFocus())).toBe(false);
    expect(await isBesideWord(page, 'Huawei')).toBe(true);
    await pointAway();
    await watchFor(100);
    expect(await isCardShown(page)).toBe(true);
    await closed();
  });

  it('lies over no line of a word that is broken over two', async () => {
    await page.evaluate(() => {
      const paragraph = document.createElement('p');
      paragraph.id = 'narrow';
      paragraph.style.width = '6em';
      paragraph.textContent = 'A note by Gavekal Dragonomics';
      document.querySelector('h1')?.before(paragraph);
    });
    await until('paint on the new paragraph', () =>
      page.evaluate(() =>
        [...CSS.highlights.values()].some((highlight) =>
          [...highlight].some(({ startContainer }) => startContainer.parentElement?.id === 'narrow'),
        ),
      ),
    );
    await openCard('Gavekal Dragonomics', /^Gavekal/);
    expect(await isBesideWord(page, 'Gavekal Dragonomics')).toBe(true);
    await page.keyboard.press('Escape');
    await closed();
    await page.evaluate(() => document.getElementById('narrow')?.remove());
    await painted(before);
  });

  it('goes when its word leaves the screen', async () => {
    await openCard('Huawei', /^Huawei/);
    await page.evaluate(() => scrollBy({ top: 5_000, behavior: 'instant' }));
    await closed();
  });

  it('a word is silenced at once; the card stays, says so, and takes it back', async () => {
    const frame = await openCard('Trump', /^Donald Trump/);
    await press(frame, 'Quiet…');
    await press(frame, 'Stop highlighting “Trump”');
    await silenced('Trump');
    await waitForName(frame, /Undo: “Trump” is no longer highlighted anywhere/);
    expect(await isCardShown(page)).toBe(true);
    await press(frame, /^Undo/);
    await painted(before);
    await page.keyboard.press('Escape');
    await closed();
  });

  it('Escape closes the menu and leaves the card', async () => {
    const frame = await openCard('Trump', /^Donald Trump/);
    await press(frame, 'Quiet…');
    await waitForName(frame, /^This is not Donald Trump/, '[role="menuitem"]');
    await page.keyboard.press('Escape');
    await until('the menu to close', async () => (await frame.$('[role="menu"]')) === null);
    expect(await isCardShown(page)).toBe(true);
    await page.keyboard.press('Escape');
    await closed();
  });

  it('the site is switched off at once; the card stays for the way back, and leaves nothing', async () => {
    const host = new URL(site.origin).hostname;
    const frame = await openCard('Trump', /^Donald Trump/);
    await press(frame, 'Quiet…');
    await press(frame, `Off on ${host}`);
    await painted([]);
    await press(frame, `Undo: Sidelight is off on ${host}.`);
    await waitForPaint(page, before.length);
    await page.keyboard.press('Escape');
    await closed();
    await until('the frame to go', async () => (await findCardFrame(page)) === null);
    expect(await page.$('sidelight-card')).toBeNull();
  });

  it('a pinned card stays until it is closed', async () => {
    const frame = await openCard('Trump', /^Donald Trump/);
    await press(frame, 'Keep this card open');
    await page.mouse.click(2, 2);
    await restOn(page, 'Huawei');
    await page.evaluate(() => scrollBy({ top: 5_000, behavior: 'instant' }));
    await watchFor(1_200);
    await waitForCard(page, /^Donald Trump/);
    await page.keyboard.press('Escape');
    await closed();
  });

  it('options list what is quieted, and lift it', async () => {
    const frame = await openCard('Trump', /^Donald Trump/);
    await press(frame, 'Quiet…');
    await press(frame, /^Hide Donald Trump/);
    await silenced('Trump');
    await press(frame, 'Options');
    const options = await waitForExtensionPage(driven, 'options.html');
    await options.bringToFront();
    await press(options, /^Lift: Donald Trump.*until there is news/);
    await page.bringToFront();
    await painted(before);
  });
});

/** Whether the card's box leaves every line free of the first painted mention with these words. */
async function isBesideWord(page: Page, words: string): Promise<boolean> {
  const frame = await findCardFrame(page);
  const element = await frame?.frameElement();
  const box = await element?.boundingBox();
  if (!box) return false;
  return page.evaluate(
    (words, box) => {
      const [first] = [...CSS.highlights.values()]
        .flatMap((highlight) => [...highlight])
        .map((range) => {
          const live = document.createRange();
          live.setStart(range.startContainer, range.startOffset);
          live.setEnd(range.endContainer, range.endOffset);
          return live;
        })
        .filter((live) => live.toString() === words)
        .sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
      return [...(first?.getClientRects() ?? [])].every(
        ({ left, right, top, bottom }) =>
          right <= box.x || left >= box.x + box.width || bottom <= box.y || top >= box.y + box.height,
      );
    },
    words,
    box,
  );
}
