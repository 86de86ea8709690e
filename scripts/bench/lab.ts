/** A real Chromium with the bench's extension in it, and fresh tabs whose isolated world can be called into. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page, type Realm } from 'puppeteer-core';
import type { browser } from 'wxt/browser';
import { findBrowser } from '../browsers.mjs';
import { until } from '../drive/launch.ts';
import { bundleContentScript, type Extras, readBuiltReader, writeExtension } from './extension.ts';
import type { InPage } from './in-page/main.ts';

/** A tab with a page in it. */
export type Tab = {
  page: Page;
  /** Calls into the content script's world. */
  call<Name extends keyof InPage>(
    name: Name,
    ...args: Parameters<InPage[Name]>
  ): Promise<Awaited<ReturnType<InPage[Name]>>>;
  close(): Promise<void>;
};

/** A tab in which content scripts of some extension run: its world, and the worlds of others. */
export type OpenTab = {
  page: Page;
  realm: Realm;
  worldOf(id: string): Promise<Realm>;
  close(): Promise<void>;
};

/** The browser of a run. */
export type Lab = {
  browser: Browser;
  /** Writes into the `storage.local` of an extension; of the bench's where none is named. */
  store(entries: Record<string, unknown>, id?: string): Promise<void>;
  /**
   * Puts one more extension in: content scripts by file name, for pages below these roots. Returns its id.
   */
  install(
    name: string,
    roots: readonly string[],
    scripts: Record<string, string>,
    extras?: Extras,
  ): Promise<string>;
  /** Opens an address in a new tab, which has a process of its own, and waits for the bench's content script there. */
  openTab(address: string): Promise<Tab>;
  /** The same, and waits for the content scripts of another extension. */
  openFor(id: string, address: string): Promise<OpenTab>;
  close(): Promise<void>;
};

/** Starts the browser. */
export async function openLab(): Promise<Lab> {
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error('No Chromium found: "npm test" installs it, or set CHROME_PATH.');
  const scratch = mkdtempSync(join(tmpdir(), 'sidelight-bench-'));
  const args = [
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--lang=en-US',
    '--window-size=1280,1000',
  ];
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  const browser = await puppeteer.launch({
    executablePath,
    headless: true,
    defaultViewport: null,
    enableExtensions: true,
    protocolTimeout: 120_000,
    args,
  });
  const install: Lab['install'] = async (name, roots, scripts, extras = {}) => {
    const matches = roots.map((root) => `http://127.0.0.1/${root}/*`);
    return browser.installExtension(writeExtension(join(scratch, name), matches, scripts, extras));
  };
  const scripts = { 'bench.js': await bundleContentScript() };
  const { sheet } = readBuiltReader();
  const own = await install('bench', ['pages', 'made'], scripts, { sheet });
  const openOnce = async (id: string, address: string): Promise<OpenTab> => {
    const page = await browser.newPage();
    await page.goto(address, { waitUntil: 'load' });
    const worldOf = (id: string) => until('the world of a content script', () => findRealm(page, id), 20_000);
    return { page, realm: await worldOf(id), worldOf, close: () => page.close() };
  };
  const openFor = async (id: string, address: string) => {
    try {
      return await openOnce(id, address);
    } catch {
      // Of thousands of tabs a few are lost on a busy machine; a browser that is gone fails again, and loudly.
      return openOnce(id, address);
    }
  };
  return {
    browser,
    openFor,
    install,
    async store(entries, id = own) {
      const page = await browser.newPage();
      await page.goto(`chrome-extension://${id}/store.html`);
      await page.evaluate(storeEntries, entries);
      await page.close();
    },
    async openTab(address) {
      const { page, realm, close } = await openFor(own, address);
      return { page, call: (name, ...args) => realm.evaluate(callByName, name, args) as never, close };
    },
    async close() {
      await browser.close();
      rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function findRealm(page: Page, id: string): Promise<Realm | null> {
  for (const realm of page.extensionRealms()) {
    if ((await realm.extension())?.id === id) return realm;
  }
  return null;
}

/** Runs in a page of the extension. */
function storeEntries(entries: Record<string, unknown>): Promise<void> {
  const { chrome } = globalThis as unknown as { chrome: typeof browser };
  return chrome.storage.local.set(entries);
}

/** Runs in the page. */
function callByName(name: string, args: unknown[]): unknown {
  const { sidelightBench } = globalThis as unknown as {
    sidelightBench: Record<string, (...args: unknown[]) => unknown>;
  };
  return sidelightBench[name]?.(...args);
}
