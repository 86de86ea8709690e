/** What it costs to bring the index in use into the page, against a plain string out of the same storage. */
import { browser } from 'wxt/browser';
import { createScan } from '@/lib/detect/scan';
import { readBlocks, wholePage } from '@/lib/page/page-text';
import { createBrowserPort } from '@/lib/reader/browser-port';
import { PLAIN_STRING_KEY } from '../storage-keys';
import { addWantedParts, openFirstPart } from './indexes';
import { untilIdle } from './time-scan';

/**
 * Milliseconds of the settings with the first part, and of the parts that the page asks for after it; how many these were.
 */
export type IndexRead = { firstMs: number; partsMs: number; parts: number };

/** One reading of the index in use, which has this name, by the calls that the reader makes. */
export async function timeIndexRead(name: string): Promise<IndexRead> {
  const port = createBrowserPort();
  await callOnce();
  let began = performance.now();
  const opened = openFirstPart(name, (await port.load()).first);
  const firstMs = performance.now() - began;
  const scan = createScan(opened.index);
  for (const stretch of wholePage(document)) {
    for (const blocks of readBlocks(stretch, {})) for (const { text } of blocks) scan.add(text);
  }
  if (opened.index.wanted.length === 0) return { firstMs, partsMs: 0, parts: 0 };
  // Not what the page does meanwhile.
  await untilIdle();
  began = performance.now();
  const parts = await addWantedParts(opened);
  return { firstMs, partsMs: performance.now() - began, parts };
}

/** Milliseconds of the settings alone, where the index in use has this name and is known. */
export async function timeSettingsRead(name: string): Promise<number> {
  const port = createBrowserPort();
  await callOnce();
  const began = performance.now();
  await port.load(name);
  return performance.now() - began;
}

/** Milliseconds of one string out of the storage. */
export async function timePlainRead(): Promise<number> {
  await callOnce();
  const began = performance.now();
  await browser.storage.local.get(PLAIN_STRING_KEY);
  return performance.now() - began;
}

/** The first call of a tab to the storage is dearer than those after it, whatever it asks for. */
async function callOnce(): Promise<void> {
  await browser.storage.local.get('nothing');
  await untilIdle();
}
