/**
 * Files of thousands of notes, in and out by the options page. In Chromium it is also measured that the page stays free for
 * keys and frames all the while; Firefox does not tell how long a page was at work.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOTES_FORMAT, NOTES_VERSION } from '@/lib/exchange/notes-file';
import { todayOf } from '@/lib/time/format-date';
import { makeNoteChanges } from '@/scripts/bench/in-page/made-notes';
import { type Served, serveArticles } from '@/scripts/demo/serve';
import { type Driven, until } from '@/scripts/drive/launch';
import { findLongestTask } from '@/scripts/drive/longest-task';
import { openArticle, press, restOn, waitForCard, waitForExtensionPage } from '@/scripts/drive/reader';
import { BROWSERS, freshProfile, stopAtFirstFailure } from './browser';
import { emptyStores } from './empty-stores';
import { reopen } from './reopen';
import { waitForText } from './wait-for-text';

const COUNT = 6_000;
/** Of the page's own time, whatever else the machine does. Most of these files take a multiple in one go. */
const LONGEST_TASK_MS = 75;
/** For thousands of notes to come in, on a machine with more to do. */
const LONGEST_WAIT_MS = 50_000;

describe.each(BROWSERS)('files of many notes in %s', (name) => {
  stopAtFirstFailure();
  let site: Served;
  let driven: Driven;
  let options: Page;
  beforeAll(async () => {
    site = await serveArticles();
    driven = await freshProfile(name);
    const page = await openArticle(driven, `${site.origin}/huawei-connect.html`);
    await restOn(page, 'Huawei');
    await press(await waitForCard(page, /^Huawei/), 'Options');
    options = await waitForExtensionPage(driven, 'options.html');
    await options.bringToFront();
  });
  afterAll(async () => {
    await driven.close();
    await site.close();
  });

  /** Does something by the page, and expects it to say so, and to have stayed free until then. */
  const expectFree = async (work: () => Promise<void>, sentence: string) => {
    const whole = async () => {
      await work();
      await waitForText(options, sentence, LONGEST_WAIT_MS);
    };
    if (name === 'firefox') return whole();
    expect(await findLongestTask(options, whole)).toBeLessThan(LONGEST_TASK_MS);
  };

  it('come in, and another page shows it too', async () => {
    const other = await openAnother(driven, options);
    const file = join(driven.downloads, 'many.json');
    writeFileSync(file, makeNotesFile());
    const choose = async () => (await fileField(options)).uploadFile(file);
    await expectFree(choose, `${COUNT} notes added`);
    for (const page of [options, other]) await waitForText(page, `You have ${COUNT} notes`, LONGEST_WAIT_MS);
    await other.close();
  });

  it.each([
    ['Backup', '.json'],
    ['JSON-LD', '.jsonld'],
    ['Markdown', '.md'],
    ['Markdown .zip', '-markdown.zip'],
    ['CSV', '.csv'],
    ['HTML', '.html'],
  ])('go out as %s', async (format, ending) => {
    await press(options, format, '[role="radio"]');
    const said = `${COUNT} notes exported to notes-${todayOf(new Date())}${ending}`;
    await expectFree(() => press(options, 'Export all notes', 'button'), said);
  });

  it('are backed up, and restored', async () => {
    await expectFree(() => press(options, 'Back up now', 'button'), 'Backed up');
    await expectFree(
      () => press(options, /^Restore the backup/, 'button'),
      `${COUNT} notes were there already`,
    );
  });

  it('are refused whole, with the path of what is wrong', async () => {
    const file = join(driven.downloads, 'bad.json');
    writeFileSync(file, makeNotesFile({ t: -1 }));
    const choose = async () => (await fileField(options)).uploadFile(file);
    await expectFree(choose, `changes[${COUNT - 1}].t`);
  });

  it('are counted in the journal when the store was emptied', async () => {
    // After the backup: no other file has these.
    await (await fileField(options)).uploadFile(join(driven.downloads, 'many.json'));
    await waitForText(options, 'What came in from many.json', LONGEST_WAIT_MS);
    await emptyStores(options);
    const since = `${COUNT.toLocaleString('en')} notes that were written or changed since then are safe`;
    await expectFree(() => reopen(options), since);
  });
});

/** What a page of the extension has of the browser. */
type Api = { tabs: { create(how: { url: string }): Promise<unknown> } };

/** The same page in a second tab: it shows that there are no notes. */
async function openAnother(driven: Driven, page: Page): Promise<Page> {
  const before = new Set(await driven.browser.pages());
  await page.evaluate(() => {
    const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
    return (browser ?? chrome).tabs.create({ url: location.href });
  });
  const other = await until('a second tab', async () =>
    (await driven.browser.pages()).find((one) => !before.has(one)),
  );
  await waitForText(other, 'You have no notes yet');
  await page.bringToFront();
  return other;
}

async function fileField(options: Page) {
  return until('a file field', () => options.$('input[type="file"]'));
}

/** A backup of that many notes; `last`: what its last change has otherwise. */
function makeNotesFile(last: object = {}): string {
  const changes = makeNoteChanges(0, COUNT).map((change, at) =>
    at === COUNT - 1 ? { ...change, ...last } : change,
  );
  const exportedAt = new Date(0).toISOString();
  return JSON.stringify({ format: NOTES_FORMAT, v: NOTES_VERSION, exportedAt, replica: 'many', changes });
}
