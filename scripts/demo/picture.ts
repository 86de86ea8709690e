/**
 * `npm run picture`: the README's picture, put together from the screenshots that `npm start -- --headless`
 * has written: a paragraph with its card and the popup beside it, light over dark.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { driveBrowser } from '../drive/launch.ts';

const ROOT = join(import.meta.dirname, '..', '..');

function inline(name: string): string {
  const path = join(ROOT, 'screenshots', `${name}.png`);
  if (!existsSync(path)) throw new Error('No screenshots yet: run "npm start -- --headless" first.');
  return `data:image/png;base64,${readFileSync(path).toString('base64')}`;
}

function row(scheme: 'light' | 'dark'): string {
  return `<div class="row ${scheme}"><div class="page"><img src="${inline(`page-with-card-${scheme}`)}"></div>
    <div class="popup"><img src="${inline(`popup-${scheme}`)}"></div></div>`;
}

const driven = await driveBrowser('chromium', { extension: false });
try {
  const page = await driven.browser.newPage();
  await page.setViewport({ width: 1280, height: 1096, deviceScaleFactor: 1.5 });
  await page.setContent(`<style>
    body { margin: 0; background: #e7e8ea }
    .row { display: flex; gap: 28px; padding: 28px 28px 0 }
    .page, .popup { overflow: hidden; border-radius: 10px; box-shadow: 0 2px 14px #0003; height: 506px }
    .page { flex: 1 }
    .page img { display: block; width: 100%; margin-top: -346px }
    .popup img { display: block; height: 506px }
  </style>${row('light')}${row('dark')}`);
  await page.screenshot({ path: join(ROOT, 'docs', 'first-look.png') });
} finally {
  await driven.close();
}
