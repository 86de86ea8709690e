/**
 * The first installation in real Chromium: from the call to the worker until pack and index are stored, on an emptied
 * database, by a worker that has just been started and has run none of that code yet.
 *
 * Floor: a page of the extension reads the built pack and writes the same rows and the same index, without a check.
 */
import type { Page } from 'puppeteer-core';
import type { browser } from 'wxt/browser';
import { type Driven, driveBrowser, until } from '../drive/launch.ts';
import { atMost, plain } from './report.ts';
import type { Measurement } from './run.ts';
import { median, toSpread } from './statistics.ts';

/** The names in which an extension page finds what the bench calls there. */
type Own = { chrome: typeof browser };

/** Installs again and again. */
export const measureInstall: Measurement = async (run) => {
  const [install, floor]: [number[], number[]] = [[], []];
  const driven = await driveBrowser('chromium');
  try {
    const page = await openOwnPage(driven);
    await until('the first installation', () => page.evaluate(isInstalled), 30_000);
    for (let round = 0; round < run.rounds * 5; round++) {
      run.progress(`installations, round ${round + 1}`);
      await page.evaluate(emptyStores);
      floor.push(await page.evaluate(writeAsIs));
      await page.evaluate(emptyStores);
      await stopWorker(driven);
      install.push(await page.evaluate(callInstall));
    }
  } finally {
    await driven.close();
  }
  return [
    {
      title: `first installation of the shipped pack: ${install.length} rounds`,
      lines: [
        atMost('installed and index published', median(install), toSpread(install, ' ms'), 300, ' ms'),
        plain('the same rows and keys written, unchecked', median(floor), toSpread(floor, ' ms'), ' ms'),
      ],
      notes: ['The worker was started just before; what its start takes is not counted.'],
    },
  ];
};

async function openOwnPage({ browser }: Driven): Promise<Page> {
  const worker = await browser.waitForTarget((target) => target.type() === 'service_worker');
  const page = await browser.newPage();
  await page.goto(new URL('/options.html', worker.url()).href);
  return page;
}

async function stopWorker({ browser }: Driven): Promise<void> {
  const target = browser.targets().findLast((found) => found.type() === 'service_worker');
  await (await target?.worker())?.close();
}

/** The four below run in a page of the extension. */
async function isInstalled(): Promise<boolean> {
  const { storage } = (globalThis as unknown as Own).chrome;
  return 'index:current' in (await storage.local.get('index:current'));
}

/** As before the first installation. */
async function emptyStores(): Promise<void> {
  const { storage } = (globalThis as unknown as Own).chrome;
  await storage.local.clear();
  const opening = indexedDB.open('sidelight');
  await new Promise((resolve) => opening.addEventListener('success', resolve));
  const tables = ['packs', 'topics', 'arrivals'];
  const transaction = opening.result.transaction(tables, 'readwrite');
  for (const table of tables) transaction.objectStore(table).clear();
  await new Promise((resolve) => transaction.addEventListener('complete', resolve));
  opening.result.close();
}

async function writeAsIs(): Promise<number> {
  const { storage } = (globalThis as unknown as Own).chrome;
  const began = performance.now();
  const load = async (file: string) => (await fetch(`/packs/${file}`)).json();
  const [files, { current, first, parts }] = await Promise.all([
    load('tech-war.json'),
    load('tech-war-index.json'),
  ]);
  const opening = indexedDB.open('sidelight');
  await new Promise((resolve) => opening.addEventListener('success', resolve));
  const transaction = opening.result.transaction(['packs', 'topics'], 'readwrite');
  const { 'pack.json': manifest, ...topics } = files;
  transaction.objectStore('packs').put(manifest);
  for (const topic of Object.values<{ id: string }>(topics)) {
    const row = { id: topic.id, pack: manifest.id, position: 0, formerIds: [], topic };
    transaction.objectStore('topics').put(row);
  }
  await new Promise((resolve) => transaction.addEventListener('complete', resolve));
  opening.result.close();
  await storage.local.set(parts);
  await storage.local.set({ 'index:current': current, 'index:first': first });
  return performance.now() - began;
}

async function callInstall(): Promise<number> {
  const { runtime } = (globalThis as unknown as Own).chrome;
  const call = (name: string) => runtime.sendMessage({ sidelight: 1, name, request: null });
  // Starts the worker.
  await call('stopSync');
  const began = performance.now();
  const answer = await call('reinstall');
  if (!answer?.ok) throw new Error(JSON.stringify(answer));
  return performance.now() - began;
}
