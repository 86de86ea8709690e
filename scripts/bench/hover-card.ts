/**
 * From the pointer's rest to the painted card, in both browsers, on the demo article.
 *
 * Cold: the first card of a tab (the frame is made, the extension's page starts). Warm: a later card of the
 * same tab (the frame is kept). The delay setting is taken off: what is left is what we cost beyond it, below zero where the card
 * is painted before the delay has run out.
 */
import { join } from 'node:path';
import type { Frame, Page } from 'puppeteer-core';
import { serve } from '../demo/serve.ts';
import { type Driven, driveBrowser } from '../drive/launch.ts';
import { findCardFrame, isCardShown, openArticle, restOn, waitForCard } from '../drive/reader.ts';
import { type Line, plain } from './report.ts';
import type { Measurement } from './run.ts';
import { median, toSpread } from './statistics.ts';

const ARTICLES = join(import.meta.dirname, '..', 'demo', 'articles');

/** The delay that a fresh install has (`DEFAULT_SETTINGS.delayMs`). */
const DELAY_MS = 500;
const ROUNDS = 8;

type Times = { cold: number[]; warm: number[] };

/** Opens cards by the real mouse in Chromium and in Firefox, with the built extension. */
export const measureHoverCard: Measurement = async () => {
  const site = await serve(ARTICLES);
  const lines: Line[] = [];
  for (const name of ['chromium', 'firefox'] as const) {
    const driven = await driveBrowser(name);
    try {
      const times = await measure(driven, `${site.origin}/huawei-connect.html`);
      lines.push(
        plain(`${name}, first card of a tab`, median(times.cold), toSpread(times.cold, ' ms'), ' ms'),
      );
      lines.push(plain(`${name}, a later card`, median(times.warm), toSpread(times.warm, ' ms'), ' ms'));
    } finally {
      await driven.close();
    }
  }
  await site.close();
  return [
    { title: `rest to painted card, ${DELAY_MS} ms delay taken off: ${ROUNDS} tabs`, lines, notes: [] },
  ];
};

async function measure(driven: Driven, article: string): Promise<Times> {
  const times: Times = { cold: [], warm: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const page = await openArticle(driven, article);
    await stampRests(page);
    await restOn(page, 'Ascend 950');
    const frame = await waitForCard(page, 'Ascend 950');
    times.cold.push((await firstPaint(frame)) - (await lastRest(page)) - DELAY_MS);
    await page.mouse.move(2, 2);
    while (await isCardShown(page)) await page.mouse.move(2, 3);
    times.warm.push(await measureWarm(page));
    await page.close();
  }
  return times;
}

async function measureWarm(page: Page): Promise<number> {
  const frame = (await findCardFrame(page)) as Frame;
  const painted = frame.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = () => {
          const card = document.querySelector('[role="dialog"], dialog, [role="article"], article');
          const heading = card?.querySelector('h1, h2')?.textContent ?? '';
          if (document.visibilityState === 'visible' && innerHeight > 0 && /Nvidia/.test(heading)) {
            requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()));
          } else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
  );
  await restOn(page, 'Nvidia');
  return (await painted) - (await lastRest(page)) - DELAY_MS;
}

/** Lets the page note when the pointer last moved, on the clock that its frames share. */
async function stampRests(page: Page): Promise<void> {
  await page.evaluate(() => {
    addEventListener(
      'mousemove',
      () => {
        document.documentElement.dataset.rest = String(performance.timeOrigin + performance.now());
      },
      { capture: true },
    );
  });
}

async function lastRest(page: Page): Promise<number> {
  return page.evaluate(() => Number(document.documentElement.dataset.rest));
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
