/**
 * `npm run sync:heap`: 100,000 notes in real Chromium, to and from Apache, by the extension's worker. Prints the most
 * memory that the worker held, sampled, and times and requests; the worker is killed once on the way up and once on
 * the way down, and has to finish by beginning again. `-- 10000` for another number of notes. Needs the build for tests
 * (`npm test` leaves one). Ends with an error where the worker held more than 100 MB.
 */
import { readdirSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import type { RoundRow } from '../lib/db/rounds.ts';
import { startApache } from '../tests/remotes/servers/apache.ts';
import type { RunningServer } from '../tests/remotes/servers/serve.ts';
import { bundleForPage } from './drive/bundle.ts';
import { type Driven, driveBrowser, until } from './drive/launch.ts';
import { findWorker, sampleHeap } from './heap/sample.ts';

declare const heap: typeof import('./heap/page.ts');

const BAR_MB = 100;
const NOTES = Number(process.argv[2] ?? 100_000);
const IMPORTED = 10_000;
const TIMEOUT_MS = 30 * 60_000;

/** The driver may evaluate code where the page itself may not: zod would find that it can, and later that it cannot. */
const WITHOUT_EVAL = 'globalThis.__zod_globalConfig={jitless:true}';

const rows: Record<string, object> = {};
let isAboveBar = false;
const code = await bundleForPage('scripts/heap/page.ts', 'heap');
const apache = await startApache();
try {
  await inFreshProfile(importAgain);
  await inFreshProfile(sendAll);
  await inFreshProfile(fetchAll);
} finally {
  await apache.close();
}
console.table(rows);
if (isAboveBar) console.log(`Bar missed: the worker held more than ${BAR_MB} MB.`);
process.exitCode = isAboveBar ? 1 : 0;

/** In the page, not the worker: a file of notes over what has them already. */
async function importAgain(_: Driven, page: Page): Promise<void> {
  await page.evaluate((notes) => heap.layNotes(notes), IMPORTED);
  const { milliseconds, known } = await page.evaluate(() => heap.importAgain());
  console.log(`a file of ${known} notes known already, imported: ${Math.round(milliseconds)} ms`);
}

async function sendAll(driven: Driven, page: Page): Promise<void> {
  const started = performance.now();
  await page.evaluate((notes) => heap.layNotes(notes), NOTES);
  console.log(`${NOTES.toLocaleString('en')} notes laid down in ${toSeconds(started)} s`);
  await connect(page, apache);
  await measure('looking before the first push', driven, () => page.evaluate(() => heap.runRound(false)));
  const segments = () =>
    readdirSync(apache.files, { recursive: true }).filter((name) => String(name).endsWith('.seg')).length;
  const third = Math.floor(NOTES / 2_000 / 3);
  await measure('push, killed in the first third', driven, () =>
    untilKilled(driven, page, async () => segments() > third),
  );
  const sent = segments();
  await measure('push, begun again', driven, () => page.evaluate(() => heap.runRound(true)));
  console.log(`killed with ${sent} segments sent; ${segments()} in the end`);
}

async function fetchAll(driven: Driven, page: Page): Promise<void> {
  await connect(page, apache);
  const asked = await measure('preview before the first pull', driven, () =>
    page.evaluate(() => heap.runRound(false)),
  );
  const { named: _, ...counts } = asked?.report?.preview ?? { named: null };
  console.log(`the preview: ${JSON.stringify(counts)}`);
  const third = NOTES / 3;
  await measure('pull, killed in the first third', driven, () =>
    untilKilled(driven, page, async () => (await countNotes(page)) > third),
  );
  console.log(`killed with ${await countNotes(page)} notes here`);
  await measure('pull, begun again', driven, () => page.evaluate(() => heap.runRound(true)));
  const here = await countNotes(page);
  console.log(`${here.toLocaleString('en')} notes in the end`);
  if (here !== NOTES) throw new Error(`${NOTES - here} notes are missing.`);
  await measure('quiet round', driven, () => page.evaluate(() => heap.runRound(true)));
  await page.evaluate(() => heap.leave());
  await connect(page, apache);
  await measure('preview of what is all known', driven, () => page.evaluate(() => heap.runRound(false)));
}

/** Begins a round and kills its worker as soon as `isTime`. */
async function untilKilled(driven: Driven, page: Page, isTime: () => Promise<boolean>): Promise<null> {
  const round = page.evaluate(() =>
    heap.runRound(true).then(
      () => 'over',
      () => 'gone',
    ),
  );
  await until('the moment to kill the worker', isTime, TIMEOUT_MS);
  const worker = await findWorker(driven.browser)?.worker();
  await worker?.close();
  if ((await round) !== 'gone') throw new Error('The round was over before its worker was killed.');
  return null;
}

async function measure(
  what: string,
  driven: Driven,
  work: () => Promise<{ round: RoundRow } | null>,
): Promise<RoundRow | null> {
  const sampling = sampleHeap(driven.browser);
  const started = performance.now();
  const round = (await work())?.round ?? null;
  const seconds = toSeconds(started);
  const peak = await sampling.stop();
  if (round && round.state !== 'done' && round.state !== 'asks')
    throw new Error(`${what}: ${round.state} ${round.code} ${round.detail}`);
  if (toMb(peak.used) > BAR_MB) isAboveBar = true;
  rows[what] = {
    ...{
      'heap MB': toMb(peak.used),
      '+ embedder MB': toMb(peak.embedder),
      '+ buffers MB': toMb(peak.backing),
    },
    ...{
      'all MB': toMb(peak.all),
      s: seconds,
      requests: round?.report?.requests ?? '',
      samples: peak.samples,
    },
  };
  console.log(what, JSON.stringify(rows[what]));
  return round;
}

async function connect(page: Page, { url, user, password }: RunningServer): Promise<void> {
  await page.evaluate((server) => heap.connectToFolder(server), { url, user, password });
}

function countNotes(page: Page): Promise<number> {
  return page.evaluate(() => heap.countHere());
}

/** Runs in a page of the extension's that has no code of its own: its manifest. */
async function inFreshProfile(work: (driven: Driven, page: Page) => Promise<void>): Promise<void> {
  const driven = await driveBrowser('chromium', { mode: 'e2e', stepMs: TIMEOUT_MS });
  try {
    const page = await driven.browser.newPage();
    page.setDefaultTimeout(TIMEOUT_MS);
    await page.goto(
      `chrome-extension://${new URL(findWorker(driven.browser)?.url() ?? '').host}/manifest.json`,
    );
    await page.evaluate(`${WITHOUT_EVAL};${code};globalThis.heap=heap;0`);
    await work(driven, page);
  } finally {
    await driven.close();
  }
}

function toSeconds(startedMs: number): number {
  return Math.round((performance.now() - startedMs) / 100) / 10;
}

function toMb(bytes: number): number {
  return Math.round(bytes / 100_000) / 10;
}
