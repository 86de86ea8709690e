/** What of a page is painted, and how a test waits for it. */
import type { Page } from 'puppeteer-core';
import { type Driven, until } from '@/scripts/drive/launch';
import { highlightsOf } from '@/scripts/drive/reader';

/** Opens a page in a tab in front; `heard` is what is thrown in it. */
export async function openPage(driven: Driven, address: string): Promise<{ page: Page; heard: string[] }> {
  const page = await driven.browser.newPage();
  const heard: string[] = [];
  page.on('pageerror', (error) => heard.push(String(error)));
  await page.goto(address);
  await page.bringToFront();
  return { page, heard };
}

/** The painted words, in the order of the alphabet. */
export async function wordsOn(page: Page): Promise<string[]> {
  return (await highlightsOf(page)).map(({ text }) => text).sort();
}

/** Waits until exactly these words are painted. */
export async function waitForWords(page: Page, words: readonly string[]): Promise<void> {
  await until(
    `paint on ${words.join() || 'nothing'}`,
    async () => (await wordsOn(page)).join() === [...words].sort().join(),
    15_000,
  );
}

/** The painted words once all are there: those that wait for the index's cues, of whom `word` is one, come last and in slices. */
export async function wordsAtRest(page: Page, word: string): Promise<string[]> {
  let before = '';
  let words: string[] = [];
  await until('all mentions', async () => {
    words = await wordsOn(page);
    const isAtRest = words.includes(word) && words.join() === before;
    before = words.join();
    if (!isAtRest) await watchFor(400);
    return isAtRest;
  });
  return words;
}

/** Waits until so many mentions are painted; asks nothing of the page's own classes, which it may have patched. */
export async function waitForPaint(page: Page, least: number): Promise<void> {
  await until(
    `${least} mentions painted`,
    () =>
      page.evaluate((least) => {
        let painted = 0;
        for (const [name, highlight] of CSS.highlights)
          if (name.startsWith('sidelight-')) painted += highlight.size;
        return painted >= least;
      }, least),
    30_000,
  );
}

/** The line that the style of a highlight draws in an element, by the browser's own word: such as `underline`, or `none`. */
export async function lineIn(page: Page, selector: string, highlight: string): Promise<string> {
  return page.$eval(
    selector,
    (element, highlight) => getComputedStyle(element, `::highlight(${highlight})`).textDecorationLine,
    highlight,
  );
}

/** Lets so much time pass that a paint which would come has come. */
export function watchFor(delayMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delayMs));
}
