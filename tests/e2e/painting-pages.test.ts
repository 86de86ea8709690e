/** Our paint and the page's own beside each other, on screen and in print, in both browsers. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { browser } from 'wxt/browser';
import { type Served, serve } from '@/scripts/demo/serve';
import { type Driven, until } from '@/scripts/drive/launch';
import { highlightsOf, isCardShown, press, restOn, waitForCard } from '@/scripts/drive/reader';
import { BROWSERS, freshProfile } from './browser';
import { PAINTING, PAINTING_SHADOW } from './pages/painting-pages';
import { lineIn, openPage, waitForWords } from './painted';

let site: Served;
beforeAll(async () => {
  site = await serve(import.meta.dirname, { '/painting.html': PAINTING, '/shadow.html': PAINTING_SHADOW });
});
afterAll(() => site.close());

describe.each(BROWSERS)('pages that paint for themselves in %s', (name) => {
  let driven: Driven;
  beforeAll(async () => {
    driven = await freshProfile(name);
  });
  afterAll(() => driven.close());

  async function openPainted(path: string, words: string[]) {
    const { page, heard } = await openPage(driven, `${site.origin}${path}`);
    await waitForWords(page, words);
    return { page, heard };
  }

  it('the page’s own highlights stay as they were, and ours are seen beside them', async () => {
    const { page, heard } = await openPainted('/painting.html', ['Huawei', 'Nvidia']);
    expect(await page.evaluate(() => CSS.highlights.get('found')?.size)).toBe(1);
    expect(await lineIn(page, '#first', 'found')).toBe('line-through');
    expect(await lineIn(page, '#first', 'sidelight-huawei')).toBe('underline');
    expect(heard).toEqual([]);
    await page.close();
  });

  it('paint that the page throws out with its own comes back by itself', async () => {
    const { page } = await openPainted('/painting.html', ['Huawei', 'Nvidia']);
    expect(await page.evaluate('beginAnew(); CSS.highlights.size')).toBe(0);
    await waitForWords(page, ['Huawei', 'Nvidia']);
    await until('our style', async () => (await lineIn(page, '#second', 'sidelight-nvidia')) === 'underline');
    await page.close();
  });

  it('a shadow root that drops our style has it again with its next words', async () => {
    const { page } = await openPainted('/shadow.html', ['Huawei']);
    const line = (group: string) =>
      page.evaluate((group) => {
        const element = document.querySelector('#part')?.shadowRoot?.querySelector('p') as Element;
        return getComputedStyle(element, `::highlight(sidelight-${group})`).textDecorationLine;
      }, group);
    expect(await line('huawei')).toBe('underline');
    await page.evaluate('change("Nvidia stays silent.")');
    await waitForWords(page, ['Nvidia']);
    expect(await line('nvidia')).toBe('underline');
    await page.close();
  });

  // Firefox prints no highlight of anybody's, and its driver shows no page as it would be printed.
  it.runIf(name === 'chromium')('the print view shows the page without our paint', async () => {
    const { page } = await openPainted('/painting.html', ['Huawei', 'Nvidia']);
    const onScreen = await page.screenshot();
    await page.emulateMediaType('print');
    const printed = await page.screenshot();
    await page.evaluate(() => {
      for (const name of CSS.highlights.keys()) if (name !== 'found') CSS.highlights.delete(name);
    });
    expect(printed).toEqual(await page.screenshot());
    // And what is the same there can be told apart here.
    expect(printed).not.toEqual(onScreen);
    await page.close();
  });

  it('news doubles the line under its topic’s words until a card has shown it for two seconds', async () => {
    const { page } = await openPainted('/painting.html', ['Huawei', 'Nvidia']);
    const wordsOf = async (group: string) =>
      (await highlightsOf(page)).filter((one) => one.group === group).map(({ text }) => text);
    await restOn(page, 'Nvidia');
    // A page of ours, as a frame: what it writes here is what an update of the pack writes.
    await (await waitForCard(page, /^Nvidia/)).evaluate(bringNews, 'huawei', 'events.guidance');
    await until('the double line', async () => (await wordsOf('new')).join() === 'Huawei');
    expect(await wordsOf('huawei')).toEqual([]);
    expect(await wordsOf('nvidia')).toEqual(['Nvidia']);
    const styleIn = (selector: string, group: string) =>
      page.$eval(
        selector,
        (element, group) => getComputedStyle(element, `::highlight(sidelight-${group})`).textDecorationStyle,
        group,
      );
    expect(await styleIn('#first', 'new')).toBe('double');
    expect(await styleIn('#first', 'huawei')).not.toBe('double');

    await restOn(page, 'Huawei');
    const card = await waitForCard(page, /^Huawei/);
    await press(card, 'Timeline');
    await until('the ordinary line', async () => (await wordsOf('huawei')).join() === 'Huawei');
    expect(await wordsOf('new')).toEqual([]);
    await page.close();
  });

  it('a card that is open when the page is printed closes', async () => {
    const { page } = await openPainted('/painting.html', ['Huawei', 'Nvidia']);
    await restOn(page, 'Nvidia');
    await waitForCard(page, /^Nvidia/);
    await page.pdf();
    expect(await isCardShown(page)).toBe(false);
    await page.close();
  });
});

/** Runs in a page of the extension: a statement that came to a topic, and the word of it that content scripts hear. */
async function bringNews(topic: string, statement: string): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('sidelight');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const write = database.transaction('arrivals', 'readwrite');
  write.objectStore('arrivals').put({ topic, statement, version: '2.0.0', arrived: '2026-11-29' });
  await new Promise((resolve) => {
    write.oncomplete = resolve;
  });
  database.close();
  const { local } = (globalThis as unknown as { chrome: typeof browser }).chrome.storage;
  const { 'index:current': current } = await local.get('index:current');
  await local.set({ 'index:current': { ...(current as object), news: [topic] } });
}
