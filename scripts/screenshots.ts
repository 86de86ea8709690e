/**
 * `npm run screenshots`: every state of card, popup and options as a picture in `screenshots/`, in the light and the
 * dark theme, and in the light one at 200 % zoom. Names of states after the command picture those alone.
 */
import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Page } from 'puppeteer-core';
import { serveArticles } from './demo/serve.ts';
import { driveBrowser } from './drive/launch.ts';
import { STATE_PAGES, STATES } from './drive/states.ts';
import { extensionAddress, type Reached, type Stage, type State, VIEWS } from './drive/surfaces.ts';
import { build } from './steps.ts';

const ROOT = join(import.meta.dirname, '..');
const PICTURES = join(ROOT, 'screenshots');
/** Where a card stands in a zoomed window, CSS pixels: its word may be above it or below. */
const ZOOMED_TOP = 200;
const LOOKS = ['light', 'dark', 'zoom'] as const;

try {
  await takePictures(process.argv.slice(2));
} catch (failure) {
  console.error(`The screenshots stopped: ${failure instanceof Error ? failure.message : String(failure)}`);
  process.exitCode = 1;
}

async function takePictures(wanted: string[]): Promise<void> {
  if (build('chrome').failed > 0) throw new Error('the extension could not be built.');
  mkdirSync(PICTURES, { recursive: true });
  const site = await serveArticles(STATE_PAGES);
  const driven = await driveBrowser('chromium', { scale: 2 });
  try {
    const extension = await extensionAddress(driven);
    for (const state of STATES) {
      if (wanted.length === 0 || wanted.includes(state.name))
        await pictureState(state, { driven, extension, site });
    }
  } finally {
    await driven.close();
    await site.close();
  }
  console.log(
    `Pictures of ${wanted.join(', ') || 'every state'}: ${relative(process.cwd(), PICTURES) || '.'}/`,
  );
}

async function pictureState(state: State, stage: Stage): Promise<void> {
  const view = VIEWS[state.surface];
  const reached = await state.reach(stage);
  const { page } = reached;
  for (const look of LOOKS) {
    // Factor 0: as the browser was started.
    const setSize = (size: { width: number; height: number }) =>
      page.setViewport({ ...size, deviceScaleFactor: 0 });
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: look === 'dark' ? 'dark' : 'light' },
    ]);
    if (look !== 'zoom') await setSize(view.whole);
    else {
      if (state.surface === 'card') {
        // The page moves away under the pointer, and a card that the pointer has left closes, unless it has the focus.
        await (await frameOf(reached.place))?.focus();
        await setSize({ ...view.zoomed, height: view.whole.height });
        await bringToTop(reached);
      }
      await setSize(view.zoomed);
    }
    await picture(reached, state, look);
  }
  await page.close();
}

/** Draws the page up until a card stands near its top: in a lower window its word would be out of sight, and the card gone. */
async function bringToTop({ page, place }: Reached): Promise<void> {
  await rest(page);
  const card = await (await frameOf(place))?.boundingBox();
  if (!card) throw new Error('the card was gone before its page was zoomed.');
  await page.evaluate((up) => {
    document.body.style.marginTop = `${up}px`;
  }, ZOOMED_TOP - card.y);
}

async function picture({ page, place }: Reached, state: State, look: (typeof LOOKS)[number]): Promise<void> {
  const path = join(PICTURES, `${state.name}-${look}.png`) as `${string}.png`;
  const element = await frameOf(place);
  // The page cuts a card off where it scrolls; zoomed, that is a part of the picture.
  await element?.evaluate((frame, isCut) => {
    const box = frame.parentElement;
    if (!box) return;
    box.dataset.most ??= box.style.maxHeight;
    box.style.setProperty('max-height', isCut ? box.dataset.most : 'none', 'important');
  }, look === 'zoom');
  await rest(page);
  await place.evaluate(() => {
    scrollTo(0, 0);
    document.querySelector('main')?.scrollTo(0, 0);
  });
  if (state.subject) await place.$eval(state.subject, bringIntoView);
  if (!element) return void (await page.screenshot({ path, fullPage: state.surface === 'options' }));
  const clip = await element.boundingBox();
  const isSeen = await element.evaluate((frame) => frame.checkVisibility({ visibilityProperty: true }));
  if (!clip || !isSeen) throw new Error(`${state.name} has no card to picture (${look}).`);
  // A card in a zoomed window is pictured with the page around it. Not beyond the window: laid out anew for that, the
  // page moves away under the card.
  await page.screenshot({ path, captureBeyondViewport: false, ...(look !== 'zoom' && { clip }) });
}

/** In the page: scrolls to what does not stand in view as a whole. */
function bringIntoView(subject: Element): void {
  const { top, bottom } = subject.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) subject.scrollIntoView({ block: 'center', behavior: 'instant' });
}

async function frameOf(place: Reached['place']) {
  return 'frameElement' in place ? place.frameElement() : null;
}

/** Lets the page lay itself out anew, and a frame in it tell its new height. */
function rest(page: Page): Promise<void> {
  return page.evaluate(() => new Promise<void>((resolve) => setTimeout(resolve, 200)));
}
