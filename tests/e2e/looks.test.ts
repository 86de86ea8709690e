/**
 * Every state of card, popup and options as a reader may see it: in the light and the dark theme, zoomed, in forced
 * colours, with less motion, beside writing from right to left. Chromium, where axe-core can measure colours.
 */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { CDPSession, Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveArticles } from '@/scripts/demo/serve';
import { addressOf, until } from '@/scripts/drive/launch';
import { openArticle, restOn, waitForCard } from '@/scripts/drive/reader';
import { STATE_PAGES, STATES } from '@/scripts/drive/states';
import { extensionAddress, type Stage, VIEWS } from '@/scripts/drive/surfaces';
import { BROWSERS, freshProfile } from './browser';
import { buttonsIn } from './buttons-in';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const FIRST_VIEWS = ['card', 'card-undated', 'card-neutral', 'card-person', 'card-plan-passed'];
const MOST_HEIGHT = 420;

describe.each(BROWSERS.filter((name) => name === 'chromium'))('the looks in %s', (name) => {
  let stage: Stage;
  beforeAll(async () => {
    const site = await serveArticles(STATE_PAGES);
    const driven = await freshProfile(name);
    stage = { driven, extension: await extensionAddress(driven), site };
  });
  afterAll(async () => {
    await stage.driven.close();
    await stage.site.close();
  });

  it.each(STATES)(
    'of $name have nothing that axe-core finds, in both themes, and fit at 200 % zoom',
    async (state) => {
      const { page, place } = await state.reach(stage);
      const { width, height } = VIEWS[state.surface].whole;
      await page.setViewport({ width, height });
      if (FIRST_VIEWS.includes(state.name)) {
        const { scrolls, needs } = await place.evaluate(() => ({
          scrolls: document.documentElement.scrollHeight > innerHeight,
          needs: document.documentElement.scrollHeight,
        }));
        expect(scrolls).toBe(false);
        expect(needs).toBeLessThanOrEqual(MOST_HEIGHT);
      }
      const found: string[] = [];
      for (const theme of ['light', 'dark'] as const) {
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
        found.push(...(await violationsIn(place, theme)).map((violation) => `${theme}: ${violation}`));
      }
      expect(found).toEqual([]);

      await page.setViewport(VIEWS[state.surface].zoomed);
      await until('the new width', () =>
        place.evaluate((most) => innerWidth <= most, VIEWS[state.surface].zoomed.width),
      );
      expect(await widerThanTheWindow(place)).toEqual([]);
      await page.close();
    },
  );

  it('keep focus, marks and drawings in forced colours', async () => {
    const { page, place } = await stateNamed('card-timeline-axis').reach(stage);
    await emulate(place, 'forced-colors', 'active');
    await page.keyboard.press('Tab');
    const button = await place.$('button');
    await button?.focus();
    const outline = await button?.evaluate((element) => getComputedStyle(element).outlineStyle);
    expect(outline).toBe('solid');
    expect(await place.evaluate(() => document.body.innerText)).toMatch(/\bclaim\b/);
    const colours = await place.evaluate(() => {
      const probe = document.body.appendChild(document.createElement('p'));
      probe.style.color = 'CanvasText';
      const system = getComputedStyle(probe).color;
      probe.remove();
      const drawn = [...document.querySelectorAll('svg[data-mark]')].map(
        (mark) => getComputedStyle(mark).color,
      );
      return { system, text: getComputedStyle(document.body).color, drawn: [...new Set(drawn)] };
    });
    expect(colours).toEqual({ system: colours.system, text: colours.system, drawn: [colours.system] });
    await page.close();
  });

  it('move nothing where less motion is asked for', async () => {
    for (const wanted of ['card-timeline-axis', 'popup', 'panel', 'options']) {
      const { page, place } = await stateNamed(wanted).reach(stage);
      await emulate(place, 'prefers-reduced-motion', 'reduce');
      const moving = await place.evaluate(() => {
        const longest = (style: CSSStyleDeclaration) =>
          Math.max(
            ...`${style.transitionDuration},${style.animationDuration}`.split(',').map(Number.parseFloat),
          );
        return [...document.querySelectorAll('*')]
          .filter((element) => longest(getComputedStyle(element)) > 0.01)
          .map((element) => element.outerHTML.slice(0, 80));
      });
      expect(moving).toEqual([]);
      await page.close();
    }
  });

  // The list is the equal alternative to the paint, and only Chromium's driver reads the accessibility tree.
  it('give the mentions of the page to a screen reader, in the popup', async () => {
    const { page } = await stateNamed('popup').reach(stage);
    const list = await page.waitForSelector('section[aria-labelledby="on-page"] ul');
    const tree = await page.accessibility.snapshot({ ...(list && { root: list }), interestingOnly: false });
    expect(tree).toMatchObject({ role: 'list' });
    const rows = tree?.children?.map((row) => [row.role, ...buttonsIn(row).map(({ name }) => name)]);
    expect(rows).toContainEqual(['listitem', 'Huawei 4 mentions', 'Show Huawei on the page']);
    expect(rows).toContainEqual(['listitem', 'Ascend 950 3 mentions', 'Show Ascend 950 on the page']);
    await page.close();
  });

  it('leave a word in writing from right to left uncovered, and stay inside the window', async () => {
    const page = await openArticle(stage.driven, `${stage.site.origin}/right-to-left.html`);
    await restOn(page, 'Huawei');
    const frame = await waitForCard(page, /^Huawei/);
    const card = await (await frame.frameElement())?.boundingBox();
    const word = await page.evaluate(() => {
      const [range] = [...CSS.highlights].flatMap(([key, ranges]) =>
        key.startsWith('sidelight-') ? [...ranges] : [],
      );
      if (!range) throw new Error('Nothing is painted.');
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      const { left, right, top, bottom } = live.getBoundingClientRect();
      return { left, right, top, bottom, width: innerWidth, height: innerHeight };
    });
    if (!card) throw new Error('The card has no place.');
    const right = card.x + card.width;
    const bottom = card.y + card.height;
    expect(Math.min(card.x, card.y)).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(word.width);
    expect(bottom).toBeLessThanOrEqual(word.height);
    expect(card.x >= word.right || right <= word.left || card.y >= word.bottom || bottom <= word.top).toBe(
      true,
    );
    await page.close();
  });
});

function stateNamed(name: string) {
  const state = STATES.find((state) => state.name === name);
  if (!state) throw new Error(`There is no state "${name}".`);
  return state;
}

/** Puts a wish of the reader to a document of ours. One put to the page does not reach a card: its frame has a process of its own. */
async function emulate(place: Page | Frame, name: string, value: string): Promise<void> {
  const { client } = ('mainFrame' in place ? place.mainFrame() : place) as Frame & { client: CDPSession };
  await client.send('Emulation.setEmulatedMedia', { features: [{ name, value }] });
  expect(await place.evaluate((query) => matchMedia(query).matches, `(${name}: ${value})`)).toBe(true);
}

/** What axe-core finds in a document of ours, as readable lines. */
async function violationsIn(place: Page | Frame, theme: 'light' | 'dark'): Promise<string[]> {
  expect(await addressOf(place)).toMatch(/^chrome-extension:/);
  if (!(await place.evaluate(() => 'axe' in globalThis))) await place.evaluate(AXE);
  return place.evaluate(async (theme) => {
    const { axe: tool } = globalThis as unknown as { axe: typeof axe };
    // A card is a part of the page that it stands in, which has its landmarks and its heading.
    const ofPages = { enabled: location.pathname !== '/card.html' };
    // Where the focus turns round at the ends of a menu: of the library, and it never rests there.
    const around = { include: document, exclude: ['[data-base-ui-focus-guard]'] };
    const { violations } = await tool.run(around, {
      rules: {
        'target-size': { enabled: true },
        region: ofPages,
        'landmark-one-main': ofPages,
        'page-has-heading-one': ofPages,
        'color-contrast-enhanced': { enabled: false },
      },
      resultTypes: ['violations'],
      // The second theme changes colours and nothing else.
      ...(theme === 'dark' && { runOnly: ['cat.color'] }),
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary}`),
    );
  }, theme);
}

/** What makes a document scroll sideways: itself, or a part of it. */
async function widerThanTheWindow(place: Page | Frame): Promise<string[]> {
  return place.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth)
      .map((element) => element.outerHTML.slice(0, 80));
  });
}
