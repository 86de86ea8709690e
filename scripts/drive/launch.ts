/**
 * Starts a real browser with the built extension in it. Used by the demo and by the end-to-end tests.
 * Chromium gets the extension over the debugging pipe (branded Chrome ignores `--load-extension`),
 * Firefox over WebDriver BiDi.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type LaunchOptions, type Page } from 'puppeteer-core';
import { type BrowserName, findBrowser } from '../browsers.mjs';

const OUTPUT = join(import.meta.dirname, '..', '..', '.output');

const VIEWPORT = { width: 1280, height: 900 };

/** A running browser with (unless asked otherwise) the extension in it. */
export type Driven = {
  name: BrowserName;
  browser: Browser;
  /** Where files that a page offers for download arrive. */
  downloads: string;
  /** Ends the browser and removes what was laid down for it. */
  close(): Promise<void>;
};

/** The release, or the build for tests that may speak to loopback without being asked. */
export type BuildMode = 'release' | 'e2e';

/** How to start: `extension: false` for a browser without it; `proxy` sends every request through 127.0.0.1:port. */
export type DriveOptions = {
  extension?: boolean;
  mode?: BuildMode;
  /** Changes the copy of the build that is about to be installed, in its folder. */
  change?: (folder: string) => void;
  headless?: boolean;
  /** A folder that outlives the browser, with its profile and the build in it: started there again, it goes on where it ended. */
  home?: string;
  /** The language of Chromium itself, as a tag; English where not given. Firefox would need a language pack for it. */
  language?: string;
  proxy?: number;
  /** Device pixels for each CSS pixel, in every frame. (The driver's own setting leaves frames of other origins at one.) */
  scale?: number;
  /** How long one step of the driver may take, milliseconds. */
  stepMs?: number;
  /** Null lets the page fill the window, for a person at a display. */
  viewport?: { width: number; height: number; deviceScaleFactor?: number } | null;
};

/** Where the build for a browser lies. Throws a sentence when there is none. */
export function builtExtension(name: BrowserName, mode: BuildMode = 'release'): string {
  const folder = join(
    process.env.SIDELIGHT_OUTPUT ?? OUTPUT,
    `${name === 'chromium' ? 'chrome' : 'firefox'}-mv3${mode === 'e2e' ? '-e2e' : ''}`,
  );
  if (!existsSync(join(folder, 'manifest.json')))
    throw new Error(`No build in ${folder}: run "npm run build" first.`);
  return folder;
}

/** Starts the browser with the extension, from a copy of the build so that a build made meanwhile cannot disturb it. */
export async function driveBrowser(name: BrowserName, options: DriveOptions = {}): Promise<Driven> {
  const executablePath = findBrowser(name);
  if (!executablePath)
    throw new Error(`No ${name} found: "npm test" installs it, or set its path in the environment.`);
  const scratch = options.home ?? mkdtempSync(join(tmpdir(), 'sidelight-'));
  const build = join(scratch, 'extension');
  if (options.extension !== false && !existsSync(build)) {
    cpSync(builtExtension(name, options.mode), build, { recursive: true });
    options.change?.(build);
  }

  const downloads = join(scratch, 'downloads');
  mkdirSync(downloads, { recursive: true });

  const browser = await puppeteer.launch({
    executablePath,
    ...(name === 'chromium' && { downloadBehavior: { policy: 'allow', downloadPath: downloads } }),
    headless: options.headless ?? true,
    ...(options.home && { userDataDir: join(options.home, 'profile') }),
    ...(options.stepMs && { protocolTimeout: options.stepMs }),
    defaultViewport: options.viewport === undefined ? VIEWPORT : options.viewport,
    ...(name === 'chromium' ? forChromium(options, build) : forFirefox(options, downloads)),
  });
  if (options.extension !== false && name === 'firefox') await browser.installExtension(build);
  if (options.extension !== false && name === 'chromium') {
    // The pack is installed by the worker's first start: there is nothing to drive before it runs.
    await browser.waitForTarget((target) => target.type() === 'service_worker');
  }
  return {
    name,
    browser,
    downloads,
    async close() {
      await browser.close();
      if (!options.home) rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function forChromium(options: DriveOptions, build: string): LaunchOptions {
  const args = [
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    `--lang=${options.language ?? 'en-US'}`,
    `--window-size=${VIEWPORT.width},${VIEWPORT.height}`,
  ];
  if (options.scale) args.push(`--force-device-scale-factor=${options.scale}`);
  // The sandbox needs a user that is not root; for anyone else it stays on.
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  if (options.proxy) {
    args.push(`--proxy-server=http://127.0.0.1:${options.proxy}`, '--proxy-bypass-list=<-loopback>');
  }
  return {
    browser: 'chrome',
    pipe: true,
    // On Linux Chromium takes its language from here and not from its argument.
    ...(options.language && { env: { ...process.env, LANGUAGE: options.language.replace('-', '_') } }),
    ...(options.extension !== false && { enableExtensions: [build] }),
    args,
  };
}

function forFirefox(options: DriveOptions, downloads: string): LaunchOptions {
  const extraPrefsFirefox: Record<string, string | number | boolean> = {
    'intl.locale.requested': 'en-US',
    // Quiet: nothing of the browser's own goes out, so that what a test records is the page's and ours.
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'browser.download.folderList': 2,
    'browser.download.dir': downloads,
    'browser.download.useDownloadDir': true,
    'browser.download.alwaysOpenPanel': false,
    'browser.helperApps.neverAsk.saveToDisk': 'application/json',
  };
  if (options.proxy) {
    Object.assign(extraPrefsFirefox, {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': options.proxy,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': options.proxy,
      'network.proxy.no_proxies_on': '',
      'network.proxy.allow_hijacking_localhost': true,
    });
  }
  return { browser: 'firefox', extraPrefsFirefox };
}

/** The pages of the browser whose address satisfies `wanted`. Firefox's driver reports extension pages as about:blank. */
export async function findPages(browser: Browser, wanted: (address: string) => boolean): Promise<Page[]> {
  const pages = await browser.pages();
  const addresses = await Promise.all(pages.map((page) => addressOf(page)));
  return pages.filter((_, index) => wanted(addresses[index] ?? ''));
}

/** The address that a page or frame itself knows; empty while it is being replaced or closed. */
export async function addressOf(place: {
  evaluate: (body: () => string) => Promise<string>;
}): Promise<string> {
  try {
    return await place.evaluate(() => location.href);
  } catch {
    // Gone or navigating: the caller looks again.
    return '';
  }
}

/** Asks again until there is an answer; throws `what`, or what it says then, when there is none within the time. */
export async function until<Value>(
  what: string | (() => string),
  ask: () => Promise<Value | null | undefined | false>,
  timeoutMs = 10_000,
): Promise<Value> {
  const end = performance.now() + timeoutMs;
  for (;;) {
    const value = await ask();
    if (value !== null && value !== undefined && value !== false) return value;
    if (performance.now() > end) {
      throw new Error(`Waited ${timeoutMs / 1000} s for ${typeof what === 'string' ? what : what()}.`);
    }
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}
