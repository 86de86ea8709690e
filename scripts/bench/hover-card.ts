/**
 * From the pointer's rest to the painted card, in Chromium on the demo article; a change of the panel's date; what the
 * card's first view loads; and what is left after many cards.
 *
 * A card is rendered before it is shown: it is seen when its frame has painted it and the page a frame in which it is not
 * transparent any more, whichever is later. Floor of a tab's first card: an empty page of the same extension in the same kind of frame, in a tab of its own. Before
 * either the worker is stopped, so that both start the extension's process. A tab's later cards find the frame kept.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page, Realm } from 'puppeteer-core';
import type { browser as wxt } from 'wxt/browser';
import { DEFAULT_SETTINGS, SETTINGS_KEY } from '@/lib/settings/default-settings';
import { serve } from '../demo/serve.ts';
import { addressOf, type Driven, driveBrowser, until } from '../drive/launch.ts';
import {
  findCardFrame,
  isCardShown,
  openArticle,
  placeOf,
  press,
  waitForCard,
  waitForName,
} from '../drive/reader.ts';
import { measureCardCycles } from './card-cycles.ts';
import { measureDateSteps } from './date-steps.ts';
import { weighFirstViewCode } from './first-view-code.ts';
import { atLeast, atMost, plain } from './report.ts';
import type { Measurement, Run } from './run.ts';
import { median, quantile, toSpread } from './statistics.ts';

const ARTICLES = join(import.meta.dirname, '..', 'demo', 'articles');

/** The floor's page, which the copy of the build that is measured has in addition. */
const EMPTY = 'empty.html';
/** Longer than the quiet in which no card opens after a scroll. */
const AFTER_SCROLL_MS = 400;

/** Milliseconds; `overDelay` is a first card under the default delay, from the delay's end. */
type Times = Record<'empty' | 'first' | 'later' | 'related' | 'overDelay', number[]>;

/** Opens cards by the real mouse, with the built extension. */
export const measureHoverCard: Measurement = async (run) => {
  const site = await serve(ARTICLES);
  const driven = await driveBrowser('chromium', { change: addEmptyPage });
  try {
    const article = `${site.origin}/huawei-connect.html`;
    const origin = await findOrigin(driven);
    const dateSteps = await measureDateSteps(run, driven, origin);
    const times = await sampleTimes(run, driven, origin, article);
    await setDelay(driven, origin, 0);
    const cycles = await measureCardCycles(run, driven, article);
    const of = (name: keyof Times) => [median(times[name]), toSpread(times[name], ' ms')] as const;
    const over = times.first.map((ms, round) => ms - (times.empty[round] as number));
    const inTime = times.overDelay.filter((ms) => ms <= 50).length / times.overDelay.length;
    return [
      {
        title: `rest to painted card, no delay set: ${run.rounds} rounds, a tab for each first card`,
        lines: [
          plain('an empty page of the extension in such a frame', ...of('empty'), ' ms'),
          plain('first card of a tab', ...of('first'), ' ms'),
          atMost('first card over the empty page', median(over), toSpread(over, ' ms'), 120, ' ms'),
          atMost('a later card', ...of('later'), 50, ' ms'),
          atMost('press to a related topic painted', ...of('related'), 32, ' ms'),
          atLeast(
            'first cards painted 50 ms after the default delay or sooner',
            inTime * 100,
            `after its end ${toSpread(times.overDelay, ' ms')}; most ${Math.round(quantile(times.overDelay, 1))} ms`,
            90,
            ' %',
          ),
        ],
        notes: [],
      },
      dateSteps,
      await weighFirstViewCode(),
      cycles,
    ];
  } finally {
    await driven.close();
    await site.close();
  }
};

async function sampleTimes(
  { progress, rounds }: Run,
  driven: Driven,
  origin: string,
  article: string,
): Promise<Times> {
  const times: Times = { empty: [], first: [], later: [], related: [], overDelay: [] };
  for (let round = 0; round < rounds; round += 1) {
    progress(`hover card, round ${round + 1}`);
    await setDelay(driven, origin, 0);
    const samples = [
      async () => times.empty.push(await timeEmptyPage(driven, article, origin)),
      async () => {
        const page = await openCold(driven, article);
        const realm = await keepRoots(page, origin);
        times.first.push(await timeFirstCard(page, realm));
        times.later.push(await timeLaterCard(page, realm));
        times.related.push(await timeRelatedTopic(page));
        await page.close();
      },
    ];
    for (const sample of round % 2 ? samples : samples.toReversed()) await sample();
    await setDelay(driven, origin, DEFAULT_SETTINGS.delayMs);
    const page = await openCold(driven, article);
    const realm = await keepRoots(page, origin);
    times.overDelay.push((await timeFirstCard(page, realm)) - DEFAULT_SETTINGS.delayMs);
    await page.close();
  }
  return times;
}

async function timeEmptyPage(driven: Driven, article: string, origin: string): Promise<number> {
  const page = await openCold(driven, article);
  const began = await page.evaluate(showFrame, `${origin}/${EMPTY}`);
  const frame = await until('the empty page', async () => {
    for (const each of page.frames()) if ((await addressOf(each)).endsWith(EMPTY)) return each;
    return null;
  });
  const ms = (await firstPaint(frame)) - began;
  await page.close();
  return ms;
}

async function timeFirstCard(page: Page, realm: Realm): Promise<number> {
  const shown = realm.evaluate(showing);
  const began = await restAfterQuiet(page, 'Ascend 950');
  const painted = await firstPaint(await waitForCard(page, 'Ascend 950'));
  return Math.max(painted, await shown) - began;
}

async function timeLaterCard(page: Page, realm: Realm): Promise<number> {
  await page.keyboard.press('Escape');
  await until('the end of the card', async () => !(await isCardShown(page)));
  const frame = (await findCardFrame(page)) as Frame;
  const painted = frame.evaluate(nextPaintOf, 'Nvidia');
  const shown = realm.evaluate(showing);
  const began = await restAfterQuiet(page, 'Nvidia');
  return Math.max(await painted, await shown) - began;
}

/** From the section in which the related topics stand. */
async function timeRelatedTopic(page: Page): Promise<number> {
  const frame = await waitForCard(page, 'Nvidia');
  await press(frame, 'Background');
  await waitForName(frame, 'Huawei', 'dd button');
  return frame.evaluate(pressRelated, 'Huawei');
}

/** The reader's world in a page without a card yet, so changed that `showing` finds the card's closed root. */
async function keepRoots(page: Page, origin: string): Promise<Realm> {
  const realm = await until('the world of the reader', async () => {
    for (const each of page.extensionRealms()) {
      if (origin.endsWith((await each.extension())?.id ?? '-')) return each;
    }
    return null;
  });
  await realm.evaluate(() => {
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (init) {
      const root = attach.call(this, init);
      (globalThis as { cardRoot?: ShadowRoot }).cardRoot = root;
      return root;
    };
  });
  return realm;
}

/** A tab with the painted article, whose extension sleeps. */
async function openCold(driven: Driven, article: string): Promise<Page> {
  const page = await openArticle(driven, article);
  const target = driven.browser.targets().findLast((found) => found.type() === 'service_worker');
  await (await target?.worker())?.close();
  return page;
}

/** Moves the pointer onto a mention at once, when the page has been still for a while; the instant it came there. */
async function restAfterQuiet(page: Page, words: string): Promise<number> {
  const place = await until(`a painted mention "${words}"`, () => placeOf(page, words));
  await new Promise((resolve) => setTimeout(resolve, AFTER_SCROLL_MS));
  await page.mouse.move(2, 2);
  const came = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const hear = () => resolve(performance.timeOrigin + performance.now());
        addEventListener('pointermove', hear, { capture: true, once: true });
        document.documentElement.dataset.listens = '';
      }),
  );
  await page.waitForSelector('html[data-listens]');
  await page.mouse.move(place.x, place.y);
  return came;
}

/** Writes the settings from a page of the extension. */
async function setDelay({ browser }: Driven, origin: string, delayMs: number): Promise<void> {
  const page = await browser.newPage();
  await page.goto(`${origin}/${EMPTY}`);
  await page.evaluate(
    async (key, settings) => {
      const { storage } = (globalThis as unknown as { chrome: typeof wxt }).chrome;
      await storage.local.set({ [key]: settings });
    },
    SETTINGS_KEY,
    { ...DEFAULT_SETTINGS, delayMs },
  );
  await page.close();
}

async function findOrigin({ browser }: Driven): Promise<string> {
  const worker = await browser.waitForTarget((target) => target.type() === 'service_worker');
  return `chrome-extension://${new URL(worker.url()).host}`;
}

function addEmptyPage(folder: string): void {
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  manifest.web_accessible_resources.push({ resources: [EMPTY], matches: ['http://*/*'] });
  writeFileSync(file, JSON.stringify(manifest));
  // One word: of a page without any, Chromium never says that it was painted.
  writeFileSync(join(folder, EMPTY), '<!doctype html><title>Empty</title><p>Empty</p>');
}

/** Those below run in the page, or in the card. Instants are of the clock that a page and its frames share. */
function showFrame(address: string): number {
  const began = performance.timeOrigin + performance.now();
  const host = document.createElement('div');
  const box = document.createElement('div');
  const frame = document.createElement('iframe');
  box.style.cssText = 'width:360px;height:300px;padding:0;border:0';
  frame.style.cssText = 'border:0;width:100%;height:100%';
  frame.src = address;
  box.popover = 'manual';
  box.append(frame);
  host.attachShadow({ mode: 'closed' }).append(box);
  document.documentElement.append(host);
  box.showPopover();
  return began;
}

async function firstPaint(frame: Frame): Promise<number> {
  return frame.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const paint = list.getEntriesByName('first-contentful-paint')[0];
          if (paint) resolve(performance.timeOrigin + paint.startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );
}

/** The end of the frame in which the card of this name stands there. */
function nextPaintOf(name: string): Promise<number> {
  return new Promise<number>((resolve) => {
    const look = () => {
      const heading = document.querySelector('h1')?.textContent ?? '';
      if (!heading.includes(name)) return requestAnimationFrame(look);
      // A message comes to its turn once this frame is painted.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
      port2.postMessage(null);
    };
    requestAnimationFrame(look);
  });
}

/** The end of the frame in which the page shows the card's box. */
function showing(): Promise<number> {
  return new Promise<number>((resolve) => {
    const look = () => {
      const box = (globalThis as { cardRoot?: ShadowRoot }).cardRoot?.querySelector(':popover-open');
      if (!box?.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        return requestAnimationFrame(look);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
      port2.postMessage(null);
    };
    requestAnimationFrame(look);
  });
}

/** From the press to the end of the frame in which the topic it leads to is painted. */
function pressRelated(name: string): Promise<number> {
  const buttons = [...document.querySelectorAll<HTMLElement>('dd button')];
  const button = buttons.find((each) => each.textContent === name);
  const began = performance.now();
  button?.click();
  return new Promise<number>((resolve) => {
    const look = () => {
      if (!document.querySelector('h1')?.textContent?.includes(name)) return requestAnimationFrame(look);
      // A message comes to its turn once this frame is painted.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now() - began);
      port2.postMessage(null);
    };
    requestAnimationFrame(look);
  });
}
