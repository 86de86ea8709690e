/** Pages that change, grow, fold and come back while they are read, in both browsers. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from '@/scripts/demo/serve';
import { type Driven, until } from '@/scripts/drive/launch';
import { highlightsOf, restOn, waitForCard } from '@/scripts/drive/reader';
import { BROWSERS, freshProfile } from './browser';
import * as pages from './pages/living-pages';

/** Painted before anybody sees it: unfolding it costs nothing then. */
const FOLDED = ['Ascend 950'];

/** Long enough for a paint that would come. */
const WATCH_MS = 1_000;

let site: Served;
beforeAll(async () => {
  site = await serve(import.meta.dirname, {
    '/recycled.html': pages.RECYCLED,
    '/changed.html': pages.CHANGED,
    '/shadows.html': pages.SHADOWS,
    '/scripts.html': pages.SCRIPTS,
    '/patched.html': pages.PATCHED,
    '/many.html': pages.MANY_NODES,
    '/returned.html': pages.RETURNED,
  });
});
afterAll(() => site.close());

describe.each(BROWSERS)('living pages in %s', (name) => {
  let driven: Driven;
  beforeAll(async () => {
    driven = await freshProfile(name);
  });
  afterAll(() => driven.close());

  async function open(path: string): Promise<{ page: Page; heard: string[] }> {
    const page = await driven.browser.newPage();
    const heard: string[] = [];
    page.on('pageerror', (error) => heard.push(String(error)));
    await page.goto(`${site.origin}${path}`);
    await page.bringToFront();
    return { page, heard };
  }

  const wordsOn = async (page: Page) => (await highlightsOf(page)).map(({ text }) => text).sort();
  const waitForWords = (page: Page, words: readonly string[]) =>
    until(
      `paint on ${words.join()}`,
      async () => (await wordsOn(page)).join() === [...words].sort().join(),
      15_000,
    );
  const watch = () => new Promise((resolve) => setTimeout(resolve, WATCH_MS));

  it('rows that show other entries are painted for what they show', async () => {
    const { page } = await open('/recycled.html');
    await waitForWords(page, ['Huawei']);
    await page.evaluate('show(1)');
    await waitForWords(page, []);
    await page.evaluate('show(5)');
    await waitForWords(page, ['Huawei']);
    await page.close();
  });

  it('text that is rewritten, moved, unfolded, folded and added is followed', async () => {
    const { page } = await open('/changed.html');
    await waitForWords(page, [...FOLDED, 'Nvidia']);
    await page.evaluate(() => {
      const text = document.querySelector('#rewritten')?.firstChild as Text;
      text.data = text.data.replace('A company', 'Huawei');
      document.querySelector('#second')?.append(...(document.querySelector('#first')?.childNodes ?? []));
    });
    await waitForWords(page, [...FOLDED, 'Huawei', 'Nvidia']);
    await page.evaluate(() => {
      (document.querySelector('#folded') as HTMLElement).style.display = '';
    });
    await waitForWords(page, ['Ascend 950', 'Huawei', 'Nvidia']);
    await page.evaluate(() => {
      const more = document.querySelector('#more') as HTMLElement;
      for (let at = 0; at < 50; at += 1) {
        const added = document.createElement('p');
        added.textContent = `Paragraph ${at} on what was said ${at % 25 === 0 ? 'by CANN of Huawei and others' : 'elsewhere'} in several capitals over three years.`;
        more.append(added);
      }
    });
    await until(
      'paint on what was added',
      async () => (await wordsOn(page)).filter((word) => word === 'Huawei').length >= 3,
    );
    await page.close();
  });

  it('an open shadow root is read, a closed one and a drawing are left alone', async () => {
    const { page } = await open('/shadows.html');
    await waitForWords(page, ['Huawei']);
    await watch();
    expect(await wordsOn(page)).toEqual(['Huawei']);
    await page.close();
  });

  it('vertical text, ruby and text from right to left are painted, and open their card', async () => {
    const { page } = await open('/scripts.html');
    await until('paint', async () => (await wordsOn(page)).length >= 4);
    expect(await wordsOn(page)).toEqual(
      expect.arrayContaining(['华为', '昇腾950', 'ファーウェイ', 'إنفيديا']),
    );
    await restOn(page, '昇腾950');
    await waitForCard(page, /Ascend 950/);
    await page.close();
  });

  it('a page that patches the platform is painted all the same, and hears nothing', async () => {
    const { page, heard } = await open('/patched.html');
    await waitForPaint(page, 1);
    await watch();
    expect(heard).toEqual([]);
    await page.close();
  });

  it('a page of 100,000 text nodes is painted to its end', async () => {
    const { page } = await open('/many.html');
    await waitForPaint(page, 200);
    await page.close();
  });

  it('a page that is left and come back to is painted once', async () => {
    const { page } = await open('/returned.html');
    await waitForWords(page, ['Huawei']);
    await Promise.all([page.waitForNavigation(), page.click('#on')]);
    await waitForWords(page, [...FOLDED, 'Nvidia']);
    await page.evaluate(() => history.back()).catch(() => null);
    // Firefox's driver is not told of a page that comes out of the cache.
    const isBack = () => page.evaluate(() => location.pathname === '/returned.html').catch(() => false);
    await until('the page before', isBack);
    await waitForWords(page, ['Huawei']);
    await page.close();
  });

  it('what a script writes over the whole page is painted', async () => {
    const { page } = await open('/changed.html');
    await waitForWords(page, [...FOLDED, 'Nvidia']);
    await page.evaluate(() => {
      document.open();
      document.write(
        '<!doctype html><html lang="en"><body><main><p>Then Huawei answered, and officials in several capitals read it with care, as they have for three years.</p></main></body></html>',
      );
      document.close();
    });
    await waitForWords(page, ['Huawei']);
    await page.close();
  });

  /** Counts all paint of ours by its ranges, without a word of the page's own classes. */
  function waitForPaint(page: Page, least: number): Promise<unknown> {
    return until(
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
});
