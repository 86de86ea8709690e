/** A reader without a mouse: from mention to mention by command, into the card and back out. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serveArticles } from '@/scripts/demo/serve';
import { addressOf, type Driven, until } from '@/scripts/drive/launch';
import {
  findCardFrame,
  isCardShown,
  openArticle,
  openPopupPage,
  restOn,
  waitForCard,
  waitForExtensionPage,
} from '@/scripts/drive/reader';
import { BROWSERS, freshProfile, stopAtFirstFailure } from './browser';
import { wordsAtRest } from './painted';

describe.each(BROWSERS)('the keyboard in %s', (name) => {
  stopAtFirstFailure();
  let site: Served;
  let driven: Driven;
  let page: Page;
  let command: (direction: 1 | -1) => Promise<void>;
  beforeAll(async () => {
    site = await serveArticles();
    driven = await freshProfile(name);
    page = await openArticle(driven, `${site.origin}/huawei-connect.html`);
    await wordsAtRest(page, 'Trump');
    command = name === 'chromium' ? await commandOfChromium(driven) : await commandOfFirefox(driven, page);
    await page.bringToFront();
  });
  afterAll(async () => {
    await driven.close();
    await site.close();
  });

  it('opens the card of the first mention and puts the focus in it', async () => {
    await command(1);
    await waitForCard(page, /^Huawei/);
    await until('the focus in the card', () => hasFocus(page));
    await until('the announcement', async () => /^Huawei, 1 of \d+$/.test(await saidTo(page)));
  });

  it('gives the focus back to the page on Escape', async () => {
    await page.keyboard.press('Escape');
    await until('the card to close', async () => !(await isCardShown(page)));
    await until('the focus on the page', async () => !(await hasFocus(page)));
    expect(await page.evaluate(() => document.hasFocus() && document.activeElement === document.body)).toBe(
      true,
    );
  });

  it('goes on to the next mention, and back', async () => {
    await command(1);
    await waitForCard(page, /^Donald Trump/);
    await command(1);
    await waitForCard(page, /^Huawei/);
    await command(1);
    await waitForCard(page, /^AI computing power/);
    await command(-1);
    await waitForCard(page, /^Huawei/);
  });

  it('reaches every control of the card with Tab alone', async () => {
    const frame = await waitForCard(page, /^Huawei/);
    await until('the focus in the card', () => hasFocus(page));
    const reached = new Set<string>();
    for (let step = 0; step < 20; step++) {
      await page.keyboard.press('Tab');
      reached.add(
        await frame.evaluate(
          () =>
            document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
        ),
      );
    }
    for (const control of [
      'Background',
      'Insights',
      'Timeline',
      'On this page',
      'Quiet…',
      'Keep this card open',
    ])
      expect([...reached]).toContain(control);
  });
});

async function hasFocus(page: Page): Promise<boolean> {
  const frame = await findCardFrame(page);
  return frame !== null && (await frame.evaluate(() => document.hasFocus()));
}

/** What the card's frame says to a screen reader: its live region. */
async function saidTo(page: Page): Promise<string> {
  const frame = await findCardFrame(page);
  return (
    (await frame?.evaluate(() => document.querySelector<HTMLElement>('[aria-live="polite"]')?.innerText)) ??
    ''
  );
}

/** The driver cannot press keys that the browser keeps for itself: the worker hears the command from the API instead. */
async function commandOfChromium(driven: Driven): Promise<(direction: 1 | -1) => Promise<void>> {
  const target = await driven.browser.waitForTarget((target) => target.type() === 'service_worker');
  const worker = await target.worker();
  if (!worker) throw new Error('The background worker has ended.');
  return (direction) =>
    worker.evaluate(
      (name) => {
        type Api = { commands: { onCommand: { dispatch(name: string): void } } };
        (globalThis as unknown as { chrome: Api }).chrome.commands.onCommand.dispatch(name);
      },
      direction === 1 ? 'next-mention' : 'previous-mention',
    );
}

/** Firefox has no such door: the popup's page sends what the background sends when it hears the command. */
async function commandOfFirefox(driven: Driven, page: Page): Promise<(direction: 1 | -1) => Promise<void>> {
  await restOn(page, 'Huawei');
  await openPopupPage(await waitForCard(page, /^Huawei/));
  const popup = await waitForExtensionPage(driven, 'popup.html');
  const tabId = Number(new URL(await addressOf(popup)).searchParams.get('tabId'));
  await page.bringToFront();
  await page.mouse.move(2, 2, { steps: 3 });
  await page.keyboard.press('Escape');
  return async (direction) => {
    await popup.evaluate(
      (tabId, direction) => {
        type Api = {
          tabs: { sendMessage(tabId: number, message: unknown, options: unknown): Promise<unknown> };
        };
        const { browser } = globalThis as unknown as { browser: Api };
        return browser.tabs.sendMessage(
          tabId,
          { sidelight: 1, name: 'stepMention', request: { direction } },
          { frameId: 0 },
        );
      },
      tabId,
      direction,
    );
  };
}
