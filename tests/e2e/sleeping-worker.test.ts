/**
 * What a page without mentions is spared: it wakes no background that sleeps, also where another page of its site has a
 * note, and loads nothing that only cards need.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Served, serve } from '@/scripts/demo/serve';
import { type Driven, until } from '@/scripts/drive/launch';
import { selectWords, writeNote } from '@/scripts/drive/note-passage';
import {
  openArticle,
  openPopupPage,
  press,
  restOn,
  waitForCard,
  waitForExtensionPage,
} from '@/scripts/drive/reader';
import { BROWSERS, freshProfile } from './browser';
import { ASCEND_OCTOBER, FILLER, newsPage } from './pages/page';

const VISITS = 20;
/** Long enough for a call of the content script to have come. */
const WATCH_MS = 150;

let site: Served;
beforeAll(async () => {
  site = await serve(import.meta.dirname, {
    '/plain.html': newsPage({
      title: 'On gardens',
      published: '2025-10-02',
      body: `<main><article><h1>On gardens</h1><p>${FILLER}</p><p>Roses want sun.</p></article></main>`,
    }),
    '/ascend.html': ASCEND_OCTOBER,
  });
});
afterAll(() => site.close());

const findWorker = ({ browser }: Driven) =>
  browser.targets().findLast((target) => target.type() === 'service_worker') ?? null;

/** Ends it until it stays away: one that is just beginning cannot be ended yet. */
async function endWorker(driven: Driven): Promise<void> {
  await until('the end of the worker', async () => {
    const worker = await findWorker(driven)?.worker();
    await worker?.close().catch(() => null);
    await new Promise((resolve) => setTimeout(resolve, WATCH_MS));
    return findWorker(driven) === null;
  });
}

// Firefox's driver neither ends an event page nor tells whether one runs.
it.runIf(BROWSERS.includes('chromium'))(`${VISITS} visits do not wake the worker`, async () => {
  await using driven = await freshProfile('chromium');
  const page = await openArticle(driven, `${site.origin}/ascend.html`);
  await restOn(page, 'Ascend 950');
  await openPopupPage(await waitForCard(page, /^Ascend 950/));
  const popup = await waitForExtensionPage(driven, 'popup.html');
  await selectWords(page, 'p', 'Two weeks after');
  await press(await writeNote(page, popup, 'On this site, not on that page.'), 'Close the card');
  await popup.close();
  await restOn(page, 'Ascend 950');
  const card = await waitForCard(page, /^Ascend 950/);
  await endWorker(driven);
  // What wakes it is seen: the silence below means something.
  await press(card, 'Options');
  await until('the worker', async () => findWorker(driven) !== null);
  await (await waitForExtensionPage(driven, 'options.html')).close();
  await endWorker(driven);
  const visits = await driven.browser.newPage();
  for (let visit = 0; visit < VISITS; visit += 1) {
    await visits.goto(`${site.origin}/plain.html?visit=${visit}`);
    await new Promise((resolve) => setTimeout(resolve, WATCH_MS));
    expect(findWorker(driven), `after visit ${visit + 1}`).toBeNull();
  }
});

/** The scripts of the extension that a page has run, by file. */
async function scriptsOn(driven: Driven, address: string, isDone: (files: Set<string>) => boolean) {
  const page = await driven.browser.newPage();
  const session = await page.createCDPSession();
  const files = new Set<string>();
  session.on('Debugger.scriptParsed', ({ url }) => {
    if (url.startsWith('chrome-extension:')) files.add(new URL(url).pathname);
  });
  await session.send('Debugger.enable');
  await page.goto(address);
  await until('the scripts of the page', async () => isDone(files));
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  await page.close();
  return [...files].sort();
}

// Firefox's driver does not tell which scripts run.
it.runIf(BROWSERS.includes('chromium'))('a page without mentions loads no cards', async () => {
  await using driven = await freshProfile('chromium');
  await openArticle(driven, `${site.origin}/ascend.html`);
  const always = ['/content-scripts/reader.js', '/reader-main.js'];
  const cards = '/reader-on-demand.js';
  // What a term that asks for cues brings.
  const judges = '/reader-judge-regimes.js';
  expect(await scriptsOn(driven, `${site.origin}/ascend.html`, (files) => files.has(cards))).toEqual(
    [...always, cards, judges].toSorted(),
  );
  expect(await scriptsOn(driven, `${site.origin}/plain.html`, (files) => files.size > 1)).toEqual(always);
});
