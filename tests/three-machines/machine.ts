import type { Page } from 'puppeteer-core';
import type { BrowserName } from '@/scripts/browsers.mjs';
import { type Driven, driveBrowser, until } from '@/scripts/drive/launch';
import { openArticle, press, restOn, waitForCard, waitForExtensionPage } from '@/scripts/drive/reader';
import { pressConnect, startFirstRound } from '@/tests/e2e/sync-section';
import type { RunningServer } from '@/tests/remotes/servers/serve';

/** The product's functions in the page; named as the bundle of page.ts is. */
declare const machine: typeof import('./page');

/** The driver may evaluate code where the page itself may not: zod would find that it can, and later that it cannot. */
const WITHOUT_EVAL = 'globalThis.__zod_globalConfig={jitless:true}';

/** One of the reader's machines: a browser with the extension, its options page open. */
export type Machine = {
  name: string;
  driven: Driven;
  create(body: string): Promise<string>;
  edit(id: string, body: string): Promise<string[] | null>;
  hide(id: string): Promise<void>;
  read: typeof import('./page')['read'];
  countPending(): Promise<number>;
  sync: typeof import('./page')['sync'];
  /** Stops the background's worker at once; false where the browser lets nobody, or none runs. */
  stopWorker(): Promise<boolean>;
};

/** Starts a browser and connects it by the options page. `isFirst`: it founds the vault. */
export async function startMachine(
  name: string,
  browser: BrowserName,
  places: { code: string; article: string; server: RunningServer; passphrase: string; isFirst: boolean },
): Promise<Machine> {
  const { code, article, server, passphrase, isFirst } = places;
  const driven = await driveBrowser(browser, { mode: 'e2e' });
  const page = await openArticle(driven, article);
  await restOn(page, 'Huawei');
  await press(await waitForCard(page, /^Huawei/), 'Options');
  const options = await waitForExtensionPage(driven, 'options.html');
  await pressConnect(options, server, passphrase);
  // The vault that the first one has founded asks once more.
  if (!isFirst) await press(options, 'Unlock');
  await startFirstRound(options);
  await page.close();
  await options.evaluate(`${WITHOUT_EVAL};${code};globalThis.machine=machine;0`);
  return { name, driven, stopWorker: () => stopWorker(driven), ...toActs(options) };
}

function toActs(page: Page): Omit<Machine, 'name' | 'driven' | 'stopWorker'> {
  return {
    create: (body) => page.evaluate((body) => machine.create(body), body),
    edit: (id, body) => page.evaluate((id, body) => machine.edit(id, body), id, body),
    hide: (id) => page.evaluate((id) => machine.hide(id), id),
    read: (ids) => page.evaluate((ids) => machine.read(ids), ids),
    countPending: () => page.evaluate(() => machine.countPending()),
    sync: () => page.evaluate(() => machine.sync()),
  };
}

/** Firefox's driver cannot end an event page. */
async function stopWorker({ browser, name }: Driven): Promise<boolean> {
  if (name !== 'chromium') return false;
  const target = browser.targets().findLast((found) => found.type() === 'service_worker');
  const worker = await target?.worker().catch(() => null);
  if (!worker) return false;
  // It may end by itself in this moment.
  return worker.close().then(
    () => true,
    () => false,
  );
}

/** Rounds on all of them, one after the other, until the answer to `isOver` is yes. */
export async function settle(machines: readonly Machine[], isOver: () => Promise<boolean>): Promise<void> {
  await until(
    'three machines that agree',
    async () => {
      for (const each of machines) await each.sync();
      return isOver();
    },
    120_000,
  );
}
