/** A Chromium with the extension that can be killed in every way, and started again on the same profile. */
import { appendFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, EvaluateFunc, Page } from 'puppeteer-core';
import { bundleForPage } from '@/scripts/drive/bundle';
import { type Driven, driveBrowser } from '@/scripts/drive/launch';
import { findWorker } from '@/scripts/heap/sample';
import type { Told } from './page';
import { within } from './within';

/**
 * What can be killed: the service worker, the page that writes (crashed, or closed), the browser itself; or the browser and
 * then its store of databases, which Chromium now and then throws away itself.
 */
export const KINDS = ['worker', 'page', 'tab', 'browser', 'wiped'] as const;
export type Kind = (typeof KINDS)[number];

/** The driver may evaluate code where the page itself may not: zod would find that it can, and later that it cannot. */
const WITHOUT_EVAL = 'globalThis.__zod_globalConfig={jitless:true}';

/**
 * The beginning of a record in a log of LevelDB: four bytes of its checksum, two of its length, its type. A kill between it and the content is
 * too seldom for a run of kills to meet it; each killed browser leaves one in the log of the names of our files (see lib/backups/torn-log.ts).
 */
export const CUT_RECORD = Uint8Array.from([1, 2, 3, 4, 200, 0, 1]);

export class Profile {
  readonly #home = mkdtempSync(join(tmpdir(), 'sidelight-kills-'));
  readonly #code: string;
  readonly #onTold: (told: Told) => void;
  #driven: Driven | null = null;
  #page: Page | null = null;
  #origin = '';
  #torn: string[] = [];

  private constructor(code: string, onTold: (told: Told) => void) {
    this.#code = code;
    this.#onTold = onTold;
  }

  /** `onTold` hears of each act that has ended, outside of the browser. */
  static async create(onTold: (told: Told) => void): Promise<Profile> {
    return new Profile(await bundleForPage('tests/kills/page.ts', 'kills'), onTold);
  }

  /** The page that writes; whatever is not there any more is started. */
  open(): Promise<Page> {
    return within('the page that writes', this.#open());
  }

  /** What the page that writes answers. `what` says what is waited for. */
  async ask<Args extends unknown[], Answer>(
    what: string,
    body: (...args: Args) => Answer,
    ...args: Args
  ): Promise<Awaited<Answer>> {
    const page = await this.open();
    return within(what, page.evaluate(body as EvaluateFunc<Args>, ...args) as Promise<Awaited<Answer>>);
  }

  /** Kills it; false where it was not there to be killed. */
  kill(kind: Kind): Promise<boolean> {
    return within(`the end of the ${kind}`, this.#kill(kind));
  }

  /** Leaves at the end of the databases' log what a crash may leave there. */
  tearDatabases(end: Uint8Array): void {
    this.#torn = this.#listStores().flatMap((store) => tear(store, end));
  }

  /** Whether what was torn is still there. */
  get isTorn(): boolean {
    return this.#torn.some((log) => existsSync(log));
  }

  /** Ends what runs, and removes the profile. */
  async close(): Promise<void> {
    // Not asked to close: it might not answer.
    if (this.#driven) await within('the end of the browser', endProcess(this.#driven.browser));
    rmSync(this.#home, { recursive: true, force: true, maxRetries: 10 });
  }

  async #open(): Promise<Page> {
    if (this.#page) return this.#page;
    this.#driven ??= await driveBrowser('chromium', { mode: 'e2e', home: this.#home });
    const { browser } = this.#driven;
    this.#origin ||= `chrome-extension://${new URL(findWorker(browser)?.url() ?? '').host}`;
    const page = await browser.newPage();
    // A page of the extension's origin that has no code of its own.
    await page.goto(`${this.#origin}/manifest.json`);
    await page.exposeFunction('tell', this.#onTold);
    await page.evaluate(`${WITHOUT_EVAL};${this.#code};globalThis.kills=kills;0`);
    this.#page = page;
    return page;
  }

  async #kill(kind: Kind): Promise<boolean> {
    const { browser } = this.#driven ?? {};
    const page = this.#page;
    if (!browser || !page) throw new Error('Nothing runs.');
    switch (kind) {
      case 'worker': {
        const worker = await findWorker(browser)
          ?.worker()
          .catch(() => null);
        if (!worker) return false;
        return worker.close().then(
          () => true,
          () => false,
        );
      }
      case 'page': {
        const session = await page.createCDPSession();
        const crashed = new Promise((resolve) => page.once('error', resolve));
        void session.send('Page.crash').catch(() => {
          // It never answers: it is dead.
        });
        await crashed;
        this.#page = null;
        await page.close();
        return true;
      }
      case 'tab':
        this.#page = null;
        await page.close();
        return true;
      case 'browser':
      case 'wiped': {
        await endProcess(browser);
        this.#page = null;
        this.#driven = null;
        tear(join(this.#home, 'profile', 'Default', 'File System', '000', 't', 'Paths'), CUT_RECORD);
        if (kind === 'wiped') this.#wipe();
        return true;
      }
    }
  }

  #wipe(): void {
    const stores = this.#listStores();
    if (stores.length === 0) throw new Error('No store.');
    for (const store of stores) rmSync(store, { recursive: true });
  }

  #listStores(): string[] {
    const stores = join(this.#home, 'profile', 'Default', 'IndexedDB');
    const names = existsSync(stores) ? readdirSync(stores) : [];
    return names.filter((name) => name.includes('extension')).map((name) => join(stores, name));
  }
}

async function endProcess(browser: Browser): Promise<void> {
  const process = browser.process();
  if (!process || process.exitCode !== null || process.signalCode !== null) return;
  const gone = new Promise((resolve) => process.once('exit', resolve));
  process.kill('SIGKILL');
  await gone;
}

/** Puts that at the end of the logs in a folder; which they are. */
function tear(folder: string, end: Uint8Array): string[] {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const logs = names.filter((name) => name.endsWith('.log')).map((name) => join(folder, name));
  for (const log of logs) appendFileSync(log, end);
  return logs;
}
