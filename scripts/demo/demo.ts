/**
 * The demo behind `npm start`: builds, serves the demo articles and opens the first with Sidelight in a real
 * browser. With a display it stays open until the browser is closed. Without one, or with `--headless`, it
 * rests on terms as a reader would, prints the cards' first views and writes screenshots.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Page } from 'puppeteer-core';
import { type Driven, driveBrowser } from '../drive/launch.ts';
import {
  openArticle,
  openPopupPage,
  press,
  readCard,
  restOn,
  waitForCard,
  waitForExtensionPage,
} from '../drive/reader.ts';
import { build } from '../steps.ts';
import { type Served, serveArticles } from './serve.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const PICTURES = join(ROOT, 'screenshots');

/** On which words of which article the pointer rests, and what the card is then called. */
const VISITS = [
  { article: 'huawei-connect.html', words: 'Huawei', card: /^Huawei/ },
  { article: 'huawei-connect.html', words: 'Nvidia', card: /^Nvidia/ },
  { article: 'huawei-connect.html', words: 'Ascend 950', card: /^Ascend 950/ },
  { article: 'huawei-connect.html', words: 'export controls', card: /export controls/i },
  { article: 'h200-rule.html', words: 'export controls', card: /export controls/i },
];

try {
  await (wantsDisplay() ? showDemo() : tellDemo());
} catch (failure) {
  console.error(`The demo stopped: ${failure instanceof Error ? failure.message : String(failure)}`);
  process.exitCode = 1;
}

function wantsDisplay(): boolean {
  if (process.argv.includes('--headless')) return false;
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** The demo for a person: a window with the first article, until it is closed. */
async function showDemo(): Promise<void> {
  buildOrThrow();
  const site = await serveArticles();
  const driven = await driveBrowser('chromium', { headless: false, viewport: null });
  const closed = new Promise<void>((resolve) => driven.browser.once('disconnected', () => resolve()));
  process.once('SIGINT', () => void driven.browser.close());
  const page = await driven.browser.newPage();
  await page.goto(`${site.origin}/huawei-connect.html`);
  await page.bringToFront();
  console.log(`Open on ${page.url()}: rest the pointer on an underlined word. Close the browser to end.`);
  await closed;
  await driven.close();
  await site.close();
}

/** The demo for a terminal: first views as text, pictures in a folder. */
async function tellDemo(): Promise<void> {
  buildOrThrow();
  rmSync(PICTURES, { recursive: true, force: true });
  mkdirSync(PICTURES, { recursive: true });
  const site = await serveArticles();
  const driven = await driveBrowser('chromium', { scale: 2 });
  try {
    await printFirstViews(driven, site);
    for (const scheme of ['light', 'dark'] as const) await takePictures(driven, site, scheme);
  } finally {
    await driven.close();
    await site.close();
  }
  console.log(
    `\nPictures of page, card, popup and options, light and dark: ${relative(process.cwd(), PICTURES) || '.'}/`,
  );
}

function buildOrThrow(): void {
  if (build('chrome').failed > 0) throw new Error('the extension could not be built.');
}

async function printFirstViews(driven: Driven, site: Served): Promise<void> {
  let page: Page | null = null;
  for (const { article, words, card } of VISITS) {
    const address = `${site.origin}/${article}`;
    if (page?.url() !== address) {
      await page?.close();
      page = await openArticle(driven, address);
      console.log(`\n${await page.title()}`);
    }
    await restOn(page, words);
    const frame = await waitForCard(page, card);
    const text = (await readCard(frame))?.text ?? '';
    console.log(`\n  resting on “${words}”`);
    for (const line of text.split(/\n+/)) if (line.trim()) console.log(`  │ ${line.trim()}`);
    await leaveCard(page);
  }
  await page?.close();
}

async function takePictures(driven: Driven, site: Served, scheme: 'light' | 'dark'): Promise<void> {
  const picture = (name: string) => join(PICTURES, `${name}-${scheme}.png`) as `${string}.png`;
  // Factor 0: as the browser was started.
  const view = { width: 860, height: 900, deviceScaleFactor: 0 };
  const page = await openArticle(driven, `${site.origin}/huawei-connect.html`);
  await dress(page, scheme, view);
  await page.screenshot({ path: picture('page') });

  await restOn(page, 'Ascend 950');
  const frame = await waitForCard(page, /^Ascend 950/);
  await page.screenshot({ path: picture('page-with-card') });
  await (await frame.frameElement())?.screenshot({ path: picture('card') });

  await openPopupPage(frame);
  const popup = await waitForExtensionPage(driven, 'popup.html');
  await dress(popup, scheme, { width: 400, height: 620, deviceScaleFactor: 0 });
  await popup.waitForSelector('h1, h2');
  await popup.screenshot({ path: picture('popup') });
  await popup.close();

  await page.bringToFront();
  await restOn(page, 'Ascend 950');
  await press(await waitForCard(page, /^Ascend 950/), 'Options');
  const options = await waitForExtensionPage(driven, 'options.html');
  await dress(options, scheme, { width: 900, height: 1000, deviceScaleFactor: 0 });
  await options.waitForSelector('h1');
  await options.screenshot({ path: picture('options'), fullPage: true });
  await options.close();
  await page.close();
}

async function dress(
  page: Page,
  scheme: 'light' | 'dark',
  view: { width: number; height: number; deviceScaleFactor: number },
) {
  await page.setViewport(view);
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
}

/** Takes the pointer away from word and card, so that the next rest opens the next card. */
async function leaveCard(page: Page): Promise<void> {
  await page.mouse.move(2, 2, { steps: 3 });
  await page.keyboard.press('Escape');
}
