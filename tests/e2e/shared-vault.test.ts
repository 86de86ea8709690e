/** Two readers and a folder that both may use: what is moved there is the other's too, and nothing else is. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serveArticles } from '@/scripts/demo/serve';
import { type Driven, until } from '@/scripts/drive/launch';
import {
  openArticle,
  openPopupPage,
  press,
  restOn,
  waitForCard,
  waitForExtensionPage,
  waitForName,
} from '@/scripts/drive/reader';
import { startApache } from '@/tests/remotes/servers/apache';
import type { RunningServer } from '@/tests/remotes/servers/serve';
import { BROWSERS, freshProfile, stopAtFirstFailure } from './browser';
import { emptyStores } from './empty-stores';
import { reopen } from './reopen';
import { pressConnect, pressShare, startFirstRound } from './sync-section';
import { waitForText } from './wait-for-text';

const PASSPHRASE = 'quiet river seven lanterns';
const SHARED = 'Ask who has seen the cluster run';
const KEPT = 'My own doubt about the yield';

/** One reader's browser, with an article and the options page. */
type Reader = { driven: Driven; article: Page; options: Page };

describe.runIf(BROWSERS.length === 2)('a vault shared by Ada and Bo', () => {
  stopAtFirstFailure();
  let site: Served;
  let apache: RunningServer;
  let ada: Reader;
  let bo: Reader;
  let popup: Page;
  let theirs: Page;

  beforeAll(async () => {
    [site, apache] = await Promise.all([serveArticles(), startApache()]);
    ada = await open('chromium');
    bo = await open('firefox');
  }, 120_000);
  afterAll(async () => {
    await ada?.driven.close();
    await bo?.driven.close();
    await apache?.close();
    await site?.close();
  });

  async function open(name: 'chromium' | 'firefox'): Promise<Reader> {
    const driven = await freshProfile(name, { mode: 'e2e' });
    const article = await openArticle(driven, `${site.origin}/huawei-connect.html`);
    await restOn(article, 'Ascend 950');
    await press(await waitForCard(article, /^Ascend 950/), 'Options');
    const options = await waitForExtensionPage(driven, 'options.html');
    return { driven, article, options };
  }

  const folder = (name: string): RunningServer => ({ ...apache, url: `${apache.url}${name}/` });
  const filesOf = (name: string) =>
    readdirSync(join(apache.files, name), { recursive: true }).filter((file) =>
      String(file).endsWith('.seg'),
    );

  async function openPopup({ driven, article }: Reader): Promise<Page> {
    await article.bringToFront();
    await restOn(article, 'Huawei');
    await openPopupPage(await waitForCard(article, /^Huawei/));
    const popup = await waitForExtensionPage(driven, 'popup.html');
    await popup.bringToFront();
    return popup;
  }

  const textOf = (page: Page) => page.evaluate(() => document.body.innerText);

  it('is connected beside her own notes, under a name that she chooses', async () => {
    await pressConnect(ada.options, folder('ada'), null);
    await startFirstRound(ada.options);
    await pressShare(ada.options, folder('team'), PASSPHRASE);
    await press(ada.options, 'Start');
    const name = await waitForName(ada.options, 'Name of this machine', 'input');
    await name.type('Ada');
    // Not by a click: while the round runs its lines come and go above the button.
    await name.press('Enter');
    await waitForText(ada.options, 'Saved');
  });

  it('gets the one note that she moves there', async () => {
    popup = await openPopup(ada);
    for (const text of [KEPT, SHARED]) {
      await (await waitForName(popup, 'Your note', 'textarea')).type(text);
      await press(popup, 'Save note');
      await waitForText(popup, text);
    }
    const before = filesOf('team').length;
    await press(popup, new RegExp(`^Move the note .${SHARED}`));
    await waitForText(popup, 'Moved to the shared notes.');
    await waitForText(popup, 'Shared by you');
    await until('the note in the shared folder', async () => filesOf('team').length > before, 30_000);
  });

  it('shows it to the other, with her name, and none of hers', async () => {
    await pressShare(bo.options, folder('team'), PASSPHRASE);
    await press(bo.options, /^(Unlock|Go on)$/, 'button');
    await startFirstRound(bo.options);
    theirs = await openPopup(bo);
    await waitForText(theirs, SHARED);
    await waitForText(theirs, 'Shared by Ada');
    expect(await textOf(theirs)).not.toContain(KEPT);
  });

  it('brings his edit back to her, and lets him keep a copy', async () => {
    const before = filesOf('team').length;
    await press(theirs, new RegExp(`^Edit the note .${SHARED}`));
    await (await waitForName(theirs, 'Text of the note', 'textarea')).type(' at full load');
    await press(theirs, 'Save', 'button');
    await press(theirs, new RegExp(`^Copy the note .${SHARED}`));
    await waitForText(theirs, 'Copied to your own notes.');
    await until('his edit in the shared folder', async () => filesOf('team').length > before, 30_000);
    await ada.options.bringToFront();
    // The lower of the two: that of the shared vault.
    await ada.options.evaluate(() => {
      const buttons = [...document.querySelectorAll('button')].filter((one) => one.innerText === 'Sync now');
      buttons.at(-1)?.click();
    });
    await popup.bringToFront();
    await waitForText(popup, `${SHARED} at full load`);
  });

  it('is lost with the stores of both, who have its note back as their own', async () => {
    for (const { options } of [ada, bo]) {
      await options.bringToFront();
      await emptyStores(options);
      await reopen(options);
      await waitForText(
        options,
        'The store of the notes that you share with others was emptied or replaced.',
      );
      await pressInShared(options, 'Restore 1 note');
      await waitForText(options, 'What came in from the notes kept aside');
      await waitForText(options, '1 note added');
      await waitForText(options, 'Connect a shared folder');
    }
    await reopen(theirs);
    await waitForText(theirs, `${SHARED} at full load`);
    expect(await textOf(theirs)).not.toContain('Shared by');
  });
});

/** Presses a button of the notice that tells of the shared notes. */
async function pressInShared(options: Page, name: string): Promise<void> {
  await until(`a press on ${name}`, () =>
    options.evaluate((name) => {
      const notices = [...document.querySelectorAll<HTMLElement>('[role="alert"]')];
      const notice = notices.find(({ innerText }) => innerText.includes('share with others'));
      const button = [...(notice?.querySelectorAll('button') ?? [])].find((one) => one.innerText === name);
      button?.click();
      return button !== undefined;
    }, name),
  );
}
