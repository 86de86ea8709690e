/** Frames: of the page's own site they are part of it, of others they are read where there is room, in both browsers. */
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from '@/scripts/demo/serve';
import { type Driven, until } from '@/scripts/drive/launch';
import { highlightsOf, isCardShown, readCard, waitForCard } from '@/scripts/drive/reader';
import { BROWSERS, freshProfile } from './browser';
import { framedPage, INSIDE } from './pages/framed-pages';
import { openPage, watchFor } from './painted';

let other: Served;
let site: Served;
beforeAll(async () => {
  other = await serve(import.meta.dirname, { '/inside.html': INSIDE, '/inside.html?small': INSIDE });
  site = await serve(import.meta.dirname, {
    '/frames.html': framedPage(other.origin),
    '/inside.html': INSIDE,
  });
});
afterAll(() => Promise.all([site.close(), other.close()]));

describe.each(BROWSERS)('frames in %s', (name) => {
  let driven: Driven;
  beforeAll(async () => {
    driven = await freshProfile(name);
  });
  afterAll(() => driven.close());

  const frameIn = async (page: Page, id: string): Promise<Frame> => {
    const element = await page.waitForSelector(`#${id}`);
    return (await element?.contentFrame()) as Frame;
  };
  const wordsIn = async (frame: Frame) => (await highlightsOf(frame)).map(({ text }) => text);
  const waitForWord = (frame: Frame, word: string) =>
    until(`paint on ${word} in a frame`, async () => (await wordsIn(frame)).includes(word), 15_000);

  /** Rests the pointer on the painted word of a frame; returns its place in the window. */
  const restIn = async (page: Page, id: string): Promise<{ x: number; y: number }> => {
    const frame = await frameIn(page, id);
    await page.$eval(`#${id}`, (element) => element.scrollIntoView({ block: 'start', behavior: 'instant' }));
    const inside = await frame.evaluate(() => {
      const [, highlight] = [...CSS.highlights].find(([name]) => name.startsWith('sidelight-')) ?? [];
      const [range] = highlight ?? [];
      const live = document.createRange();
      live.setStart(range?.startContainer as Node, range?.startOffset ?? 0);
      live.setEnd(range?.endContainer as Node, range?.endOffset ?? 0);
      const { x, y, width, height } = live.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    const box = await page.$eval(`#${id}`, (element) => {
      const { x, y } = element.getBoundingClientRect();
      return { x: x + element.clientLeft, y: y + element.clientTop };
    });
    const place = { x: box.x + inside.x, y: box.y + inside.y };
    await page.mouse.move(place.x - 30, place.y + 60);
    await page.mouse.move(place.x, place.y, { steps: 5 });
    return place;
  };

  it('a frame of the same site and one written into the page are painted', async () => {
    const { page, heard } = await openPage(driven, `${site.origin}/frames.html`);
    await waitForWord(await frameIn(page, 'own'), 'Huawei');
    await waitForWord(await frameIn(page, 'written'), 'Nvidia');
    expect(heard).toEqual([]);
    await page.close();
  });

  it.each([
    { id: 'own', word: 'Huawei' },
    { id: 'written', word: 'Nvidia' },
  ])('the card of a mention in the frame "$id" stands in the page, beside it', async ({ id, word }) => {
    const { page } = await openPage(driven, `${site.origin}/frames.html`);
    await waitForWord(await frameIn(page, id), word);
    const place = await restIn(page, id);
    const card = await waitForCard(page, new RegExp(`^${word}`));
    expect(card.parentFrame()).toBe(page.mainFrame());
    expect((await readCard(card))?.text).toContain('2 Oct 2025');
    const host = await card.frameElement();
    const box = await host?.evaluate((frame) => {
      const { left, right, top, bottom } = frame.getBoundingClientRect();
      return { left, right, top, bottom };
    });
    expect(box?.left).toBeLessThan(place.x + 1);
    expect(box?.right).toBeGreaterThan(place.x);
    expect(
      Math.min(Math.abs((box?.top ?? 0) - place.y), Math.abs((box?.bottom ?? 0) - place.y)),
    ).toBeLessThan(40);
    await page.keyboard.press('Escape');
    await until('the card to close', async () => !(await isCardShown(page)));
    await page.close();
  });

  it('a card goes with the frame that its mention stands in', async () => {
    const { page } = await openPage(driven, `${site.origin}/frames.html`);
    await waitForWord(await frameIn(page, 'own'), 'Huawei');
    await restIn(page, 'own');
    await waitForCard(page, /^Huawei/);
    await page.$eval('#own', (element) => element.remove());
    await until('the page without a card', () =>
      page.evaluate(() => !document.querySelector('sidelight-card')),
    );
    await page.close();
  });

  it('a frame of another site is read where it has room, its card stands in it, and a small one is left alone', async () => {
    const { page } = await openPage(driven, `${site.origin}/frames.html`);
    const frame = await frameIn(page, 'other');
    await waitForWord(frame, 'Huawei');
    await watchFor(1_000);
    expect(await wordsIn(await frameIn(page, 'small'))).toEqual([]);
    await restIn(page, 'other');
    const card = await waitForCard(page, /^Huawei/);
    expect(card.parentFrame()).toBe(frame);
    await page.close();
  });

  it('a frame that the page has sealed off is read', async () => {
    const { page } = await openPage(driven, `${site.origin}/frames.html`);
    await waitForWord(await frameIn(page, 'sealed'), 'Huawei');
    await page.close();
  });

  it('a small frame that grows is read', async () => {
    const { page } = await openPage(driven, `${site.origin}/frames.html`);
    await waitForWord(await frameIn(page, 'other'), 'Huawei');
    await page.$eval('#small', (element) => {
      (element as HTMLElement).style.cssText = 'width:600px;height:400px';
    });
    await waitForWord(await frameIn(page, 'small'), 'Huawei');
    await page.close();
  });
});
