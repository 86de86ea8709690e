/**
 * `npm run screenshots`: every state of card, popup and options as a picture in `screenshots/`, in the light and the
 * dark theme, and in the light one at 200 % zoom. Names of states after the command picture those alone.
 */
import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Page } from 'puppeteer-core';
import { serve } from './demo/serve.ts';
import { driveBrowser } from './drive/launch.ts';
import {
  extensionAddress,
  type Reached,
  STATE_PAGES,
  STATES,
  type Stage,
  type State,
  VIEWS,
} from './drive/states.ts';
import { build } from './steps.ts';

const ROOT = join(import.meta.dirname, '..');
const PICTURES = join(ROOT, 'screenshots');
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
  const site = await serve(join(import.meta.dirname, 'demo', 'articles'), STATE_PAGES);
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
    await page.setViewport({ ...(look === 'zoom' ? view.zoomed : view.whole), deviceScaleFactor: 0 });
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: look === 'dark' ? 'dark' : 'light' },
    ]);
    await picture(reached, state, look);
  }
  await page.close();
}

async function picture({ page, place }: Reached, state: State, look: (typeof LOOKS)[number]): Promise<void> {
  const path = join(PICTURES, `${state.name}-${look}.png`) as `${string}.png`;
  const element = 'frameElement' in place ? await place.frameElement() : null;
  // The page cuts a card off where it scrolls; zoomed, that is a part of the picture.
  await element?.evaluate(
    (frame, most) => {
      if (most) frame.parentElement?.style.setProperty('max-height', most, 'important');
      else frame.parentElement?.style.removeProperty('max-height');
    },
    look === 'zoom' ? null : 'none',
  );
  await rest(page);
  await place.evaluate(() => scrollTo(0, 0));
  const clip = await element?.boundingBox();
  // Not beyond the window: laid out anew for that, the page moves away under the card.
  if (clip) await page.screenshot({ path, clip, captureBeyondViewport: false });
  else await page.screenshot({ path, fullPage: state.surface === 'options' });
}

/** Lets the page lay itself out anew, and a frame in it tell its new height. */
function rest(page: Page): Promise<void> {
  return page.evaluate(() => new Promise<void>((resolve) => setTimeout(resolve, 200)));
}
