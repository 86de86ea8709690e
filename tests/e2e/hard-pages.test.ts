/** Pages that are hard to read without disturbing them, in both browsers. */
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from '@/scripts/demo/serve';
import { type Driven, until } from '@/scripts/drive/launch';
import {
  highlightsOf,
  isCardShown,
  openArticle,
  placeOf,
  press,
  readCard,
  restOn,
  waitForCard,
} from '@/scripts/drive/reader';
import { BROWSERS, freshProfile } from './browser';
import {
  DRAWN,
  EDITOR,
  FOLLOWED,
  FULLSCREEN,
  ISOLATED,
  LINKED,
  MODAL,
  STRICT_POLICY,
  TICKER,
} from './pages/page';
import { reactPage } from './pages/react-page';

let site: Served;
beforeAll(async () => {
  site = await serve(import.meta.dirname, {
    '/strict.html': STRICT_POLICY,
    '/react.html': reactPage(),
    '/isolated.html': ISOLATED,
    '/editor.html': EDITOR,
    '/linked.html': LINKED,
    '/followed.html': FOLLOWED,
    '/modal.html': MODAL,
    '/fullscreen.html': FULLSCREEN,
    ...Object.fromEntries(Object.entries(DRAWN).map(([drawn, page]) => [`/${drawn}.html`, page])),
    '/ticker.html': TICKER,
  });
});
afterAll(() => site.close());

/** What a page says in its console as an error or a warning, and what is thrown in it. */
function listen(page: Page): string[] {
  const heard: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warn', 'assert'].includes(message.type())) heard.push(message.text());
  });
  page.on('pageerror', (error) => heard.push(String(error)));
  return heard;
}

describe.each(BROWSERS)('hard pages in %s', (name) => {
  let driven: Driven;
  beforeAll(async () => {
    driven = await freshProfile(name);
  });
  afterAll(() => driven.close());

  /** Opens a page with an ear at its console from before its first byte. */
  async function openHeard(path: string): Promise<{ page: Page; heard: string[] }> {
    const page = await driven.browser.newPage();
    const heard = listen(page);
    await page.goto(`${site.origin}${path}`);
    await page.bringToFront();
    await until(`paint on ${path}`, async () => (await highlightsOf(page)).length > 0, 15_000);
    return { page, heard };
  }

  it('a page whose policy allows nothing is painted and gets its card', async () => {
    const { page, heard } = await openHeard('/strict.html');
    const painted = await highlightsOf(page);
    expect(painted).toContainEqual({ group: 'huawei', text: 'Huawei' });
    await restOn(page, 'Huawei');
    const card = await readCard(await waitForCard(page, /^Huawei/));
    expect(card?.text).toContain('Background');
    expect(heard).toEqual([]);
    await page.close();
  });

  it('a page that shuts itself off is painted, and has a card or none, never a broken one', async () => {
    const { page, heard } = await openHeard('/isolated.html');
    await restOn(page, 'Huawei');
    const frame = await until('the frame of the card', async () =>
      page.frames().find((frame) => frame !== page.mainFrame()),
    );
    if (name === 'firefox') await waitForCard(page, /^Huawei/);
    else {
      // Chromium refuses an address that is made up for each session (`use_dynamic_url`) on such pages.
      await until('the refusal', async () => frame.url().startsWith('chrome-error:'));
      await page.waitForNetworkIdle();
      const box = await frame.frameElement();
      expect(
        await box?.evaluate((frame) =>
          frame.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
        ),
      ).toBe(false);
    }
    expect(heard).toEqual([]);
    await page.close();
  });

  it('a React page that changes, moves and removes painted nodes runs on without a word in its console', async () => {
    const { page, heard } = await openHeard('/react.html');
    await page.click('#churn');
    await until(
      'the last turn',
      () => page.evaluate(() => document.querySelector('h1')?.textContent === 'Turn 60'),
      20_000,
    );
    const expected = await page.evaluate(() => {
      const rows = [...document.querySelectorAll('main p')].map((row) => row.textContent ?? '');
      return rows.filter((row) => /Huawei|HUAWEI|Nvidia|Ascend 950/.test(row)).length;
    });
    // Sixty turns of React are over: what stands there now is painted, and nothing that stood there before.
    const painted = await until('paint on the last turn', async () => {
      const now = await highlightsOf(page);
      const core = now.filter((mention) => /^(?:Huawei|HUAWEI|Nvidia|Ascend 950)$/.test(mention.text));
      return core.length === expected ? now : null;
    });
    for (const { text } of painted) expect(text).not.toBe('');
    expect(heard).toEqual([]);
    await page.close();
  });

  it('the text of an editor and of a form never changes and is never painted', async () => {
    const { page, heard } = await openHeard('/editor.html');
    expect(await paintedInside(page, '#editor, form')).toBe(0);
    const before = await page.evaluate(() => document.querySelector('#editor')?.innerHTML ?? '');
    await page.focus('#editor');
    await page.evaluate(() => {
      const text = document.querySelector('#editor p')?.firstChild;
      if (text) getSelection()?.collapse(text, 0);
    });
    await page.keyboard.type('Nvidia, Huawei: ');
    await until('the plain text to be painted', async () =>
      (await highlightsOf(page)).some(({ text }) => text === 'Huawei'),
    );
    expect(await page.evaluate(() => document.querySelector('#editor')?.innerHTML)).toBe(
      before.replace('<p>', '<p>Nvidia, Huawei: '),
    );
    expect(await page.$eval('#reply', (field) => (field as HTMLTextAreaElement).value)).toBe(
      'Nvidia in a reply',
    );
    expect(await page.$eval('#title', (field) => (field as HTMLInputElement).value)).toBe('Huawei');
    expect(await paintedInside(page, '#editor, form')).toBe(0);
    expect(heard).toEqual([]);
    await page.close();
  });

  it('a linked mention keeps its click, with its card open', async () => {
    const { page } = await openHeard('/linked.html');
    await restOn(page, 'Huawei');
    await waitForCard(page, /^Huawei/);
    await Promise.all([page.waitForNavigation(), page.mouse.click(...(await middleOf(page, '#link')))]);
    expect(page.url()).toBe(`${site.origin}/followed.html`);
    await page.close();
  });

  it('a mention in a modal dialog gets a card that the dialog does not make inert', async () => {
    const { page } = await openHeard('/modal.html');
    await restOn(page, 'Huawei');
    // By the mouse: what is inert is seen all the same, and cannot be pressed.
    await useCard(await waitForCard(page, /^Huawei/));
    await page.close();
  });

  it('a mention in an element that fills the screen gets a card that can be used', async () => {
    const { page } = await openHeard('/fullscreen.html');
    await page.click('#fill');
    await until('the full screen', () => page.evaluate(() => document.fullscreenElement?.id === 'full'));
    await restOn(page, 'Huawei');
    await useCard(await waitForCard(page, /^Huawei/));
    await page.close();
  });

  it('a page with a ticker that never rests gets its cards', async () => {
    const { page } = await openHeard('/ticker.html');
    await restOn(page, 'Huawei');
    await waitForCard(page, /^Huawei/);
    await page.close();
  });

  it.each(Object.keys(DRAWN))(
    'the card stands at its mention on a page that is %s by its own style',
    async (drawn) => {
      const { page } = await openHeard(`/${drawn}.html`);
      await restOn(page, 'Huawei');
      const frame = await (await waitForCard(page, /^Huawei/)).frameElement();
      const card = await frame?.evaluate((element) => {
        const { left, right, top, width } = element.getBoundingClientRect();
        return { left, right, top, width };
      });
      const word = await placeOf(page, 'Huawei');
      if (!card || !word) throw new Error('the card or its word is gone');
      expect(card.width).toBe(360);
      expect(card.left).toBeLessThan(word.x);
      expect(card.right).toBeGreaterThan(word.x);
      expect(card.top - word.y).toBeGreaterThan(0);
      expect(card.top - word.y).toBeLessThan(60);
      await page.close();
    },
  );

  it('a page without an open card is exactly what its server sent', async () => {
    const page = await openArticle(driven, `${site.origin}/linked.html`);
    const nodes = () => page.evaluate(() => document.documentElement.outerHTML);
    const painted = await nodes();
    expect(painted).not.toMatch(/sidelight/i);
    expect(await isCardShown(page)).toBe(false);
    expect(await page.evaluate(() => document.body.children.length)).toBe(1);
    await restOn(page, 'Nvidia');
    await waitForCard(page, /^Nvidia/);
    // The card stands in a closed shadow root: the page finds a host, and nothing in it, nor the frame by its name.
    const seen = await page.evaluate(() => ({
      frames: document.querySelectorAll('iframe').length,
      roots: [...document.querySelectorAll('*')].filter((element) => element.shadowRoot).length,
      windows: window.length,
      names: Object.getOwnPropertyNames(window).filter((name) => name.includes('visit')),
      loads: performance.getEntries().filter(({ name }) => name.includes('card.html')).length,
    }));
    expect(seen).toEqual({ frames: 0, roots: 0, windows: 0, names: [], loads: 0 });
    await page.close();
  });
});

/** Opens a section of the card and comes back. */
async function useCard(card: Frame): Promise<void> {
  await press(card, 'Background');
  await press(card, /^Back/);
}

/** How many of our ranges lie inside elements of this selector. */
async function paintedInside(page: Page, selector: string): Promise<number> {
  return page.evaluate((selector) => {
    const ranges = [...CSS.highlights].flatMap(([name, highlight]) =>
      name.startsWith('sidelight-') ? [...highlight] : [],
    );
    return ranges.filter((range) => range.startContainer.parentElement?.closest(selector)).length;
  }, selector);
}

async function middleOf(page: Page, selector: string): Promise<[number, number]> {
  const box = await (await page.$(selector))?.boundingBox();
  if (!box) throw new Error(`${selector} is not on the page`);
  return [box.x + box.width / 2, box.y + box.height / 2];
}
