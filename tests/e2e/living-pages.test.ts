/** Pages that change, grow, fold and come back while they are read, in both browsers. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from '@/scripts/demo/serve';
import { type Driven, until } from '@/scripts/drive/launch';
import {
  findByName,
  openPopupPage,
  press,
  restOn,
  waitForCard,
  waitForExtensionPage,
  waitForName,
} from '@/scripts/drive/reader';
import { BROWSERS, freshProfile } from './browser';
import * as pages from './pages/living-pages';
import { lineIn, openPage, waitForPaint, waitForWords, watchFor, wordsOn } from './painted';

/** Painted before anybody sees it: unfolding it costs nothing then. */
const FOLDED = ['Ascend 950'];

/** Long enough for a paint that would come. */
const WATCH_MS = 1_000;

let site: Served;
beforeAll(async () => {
  site = await serve(import.meta.dirname, {
    '/recycled.html': pages.RECYCLED,
    '/changed.html': pages.CHANGED,
    '/moved.html': pages.MOVED,
    '/shadows.html': pages.SHADOWS,
    '/scripts.html': pages.SCRIPTS,
    '/patched.html': pages.PATCHED,
    '/returned.html': pages.RETURNED,
    '/search': pages.CHANGED,
  });
});
afterAll(() => site.close());

describe.each(BROWSERS)('living pages in %s', (name) => {
  let driven: Driven;
  beforeAll(async () => {
    driven = await freshProfile(name);
  });
  afterAll(() => driven.close());

  const open = (path: string) => openPage(driven, `${site.origin}${path}`);

  it('rows that show other entries are painted for what they show', async () => {
    const { page } = await open('/recycled.html');
    await waitForWords(page, ['Huawei']);
    await page.evaluate('show(1)');
    await waitForWords(page, []);
    await page.evaluate('show(5)');
    await waitForWords(page, ['Huawei']);
    await page.close();
  });

  it('a list of search results is not painted, the article that it becomes is and is followed, and a list again is not', async () => {
    const { page } = await open('/search?q=chips');
    await watchFor(WATCH_MS);
    expect(await wordsOn(page)).toEqual([]);
    await page.evaluate(() => history.pushState(null, '', '/article'));
    await waitForWords(page, [...FOLDED, 'Nvidia']);
    await page.evaluate(() => {
      const text = document.querySelector('#rewritten')?.firstChild as Text;
      text.data = text.data.replace('A company', 'Huawei');
    });
    await waitForWords(page, [...FOLDED, 'Huawei', 'Nvidia']);
    await page.evaluate(() => history.pushState(null, '', '/search?q=more'));
    await waitForWords(page, []);
    await page.close();
  });

  it('text that is rewritten and added is followed', async () => {
    const { page } = await open('/changed.html');
    await waitForWords(page, [...FOLDED, 'Nvidia']);
    await page.evaluate(() => {
      const text = document.querySelector('#rewritten')?.firstChild as Text;
      text.data = text.data.replace('A company', 'Huawei');
    });
    await waitForWords(page, [...FOLDED, 'Huawei', 'Nvidia']);
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

  it('text that is moved is read where it stands now, and opens its card there', async () => {
    const { page } = await open('/moved.html');
    await waitForWords(page, ['Nvidia']);
    const move = (what: string, where: string) =>
      page.evaluate(
        (what, where) => {
          document.querySelector(where)?.prepend(document.querySelector(what) as Element);
        },
        what,
        where,
      );
    await move('#half', '#rest');
    await waitForWords(page, ['Huawei', 'Nvidia']);
    await move('#from p', '#to');
    await move('#half', '#from');
    await waitForWords(page, ['Nvidia']);
    await restOn(page, 'Nvidia');
    await waitForCard(page, /^Nvidia/);
    await page.close();
  });

  it('what is folded away is no topic of the page until it is unfolded, and none when it is folded again', async () => {
    const { page } = await open('/changed.html');
    await waitForWords(page, [...FOLDED, 'Nvidia']);
    const popup = await openPopup(driven, page, 'Nvidia');
    await waitForName(popup, /^Nvidia.* 1 mention$/, 'button');
    const findFolded = () => findByName(popup, /^Ascend 950.* 1 mention$/, 'button');
    const fold = async (display: string) => {
      await page.$eval(
        '#folded',
        (section, display) => {
          (section as HTMLElement).style.display = display;
        },
        display,
      );
      await page.bringToFront();
    };
    expect(await findFolded()).toBeNull();
    await fold('');
    // The card that led to the popup stands over what was unfolded.
    await page.keyboard.press('Escape');
    await restOn(page, 'Ascend 950');
    await waitForCard(page, /^Ascend 950/);
    await popup.bringToFront();
    await until('the topic that was unfolded', findFolded);
    await fold('none');
    await popup.bringToFront();
    await until('the end of the topic', async () => !(await findFolded()));
    await popup.close();
    await page.close();
  });

  it('an open shadow root is read, a closed one and a drawing are left alone', async () => {
    const { page } = await open('/shadows.html');
    await waitForWords(page, ['Huawei']);
    await watchFor(WATCH_MS);
    expect(await wordsOn(page)).toEqual(['Huawei']);
    await page.close();
  });

  it('vertical text, ruby and text from right to left are painted, and open their card', async () => {
    const { page } = await open('/scripts.html');
    const written = ['华为', '昇腾950', 'ファーウェイ', 'إنفيديا'];
    await waitForPaint(page, written.length);
    expect(await wordsOn(page)).toEqual([...written].sort());
    const opened = [
      { words: '昇腾950', card: /Ascend 950/ },
      { words: 'ファーウェイ', card: /^Huawei/ },
      { words: 'إنفيديا', card: /^Nvidia/ },
    ];
    for (const { words, card } of opened) {
      await restOn(page, words);
      await waitForCard(page, card);
      await page.keyboard.press('Escape');
    }
    await page.close();
  });

  it('a page that patches the platform is painted all the same, gets its card, and hears nothing', async () => {
    const { page, heard } = await open('/patched.html');
    await waitForPaint(page, 1);
    await restOn(page, 'Huawei');
    await waitForCard(page, /^Huawei/);
    expect(heard).toEqual([]);
    await page.close();
  });

  it('a page that comes out of the cache is as it was, and hears what was changed meanwhile', async () => {
    const { page } = await open('/returned.html');
    await waitForWords(page, ['Huawei']);
    const popup = await openPopup(driven, page, 'Huawei');
    await page.bringToFront();
    await page.evaluate(() => {
      addEventListener('pageshow', ({ persisted }) => {
        document.title = persisted ? 'Restored' : 'Loaded';
      });
    });
    // No browser keeps a page in which a frame of an extension stands, and Chromium needs time to see it gone.
    await page.evaluate(() => document.querySelector('sidelight-card')?.remove());
    await watchFor(WATCH_MS);
    await Promise.all([page.waitForNavigation(), page.click('#on')]);
    await waitForWords(page, [...FOLDED, 'Nvidia']);
    await popup.bringToFront();
    await press(popup, /^Sidelight on /, '[role=switch]');
    await waitForWords(page, []);
    await page.bringToFront();
    await page.evaluate(() => history.back()).catch(() => null);
    // Firefox's driver is not told of a page that comes out of the cache.
    await until('the page before', () =>
      page.evaluate(() => document.title === 'Restored').catch(() => false),
    );
    await waitForWords(page, []);
    await popup.bringToFront();
    await press(popup, /^Sidelight on /, '[role=switch]');
    await waitForWords(page, ['Huawei']);
    await page.bringToFront();
    await restOn(page, 'Huawei');
    await waitForCard(page, /^Huawei/);
    await page.close();
  });

  it('what a script writes over the whole page is painted and opens its card', async () => {
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
    expect(await lineIn(page, 'p', 'sidelight-huawei')).toBe('underline');
    await restOn(page, 'Huawei');
    await waitForCard(page, /^Huawei/);
    await page.close();
  });
});

/** The popup of a page, in a tab of its own, reached through the card of a word. */
async function openPopup(driven: Driven, page: Page, words: string): Promise<Page> {
  await restOn(page, words);
  await openPopupPage(await waitForCard(page, new RegExp(`^${words}`)));
  return waitForExtensionPage(driven, 'popup.html');
}
