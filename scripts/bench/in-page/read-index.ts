/** What it costs to bring an index into the page, against a plain string out of the same storage. */
import { browser } from 'wxt/browser';
import { createScan } from '@/lib/detect/scan';
import { readBlocks, wholePage } from '@/lib/page/page-text';
import { createBrowserPort } from '@/lib/reader/browser-port';
import { PLAIN_STRING_KEY } from '../storage-keys';
import { addWantedParts, openIndex } from './indexes';
import { untilIdle } from './time-scan';

/** Milliseconds of the first part and of the parts that the page asks for after it, and how many these were. */
export type IndexRead = { firstMs: number; partsMs: number; parts: number };

/** One reading in a tab that has read the settings before, as the reader has. */
export async function timeIndexRead(indexName: string): Promise<IndexRead> {
  await createBrowserPort().load();
  await untilIdle();
  let began = performance.now();
  const opened = await openIndex(indexName);
  const firstMs = performance.now() - began;
  const scan = createScan(opened.index);
  for (const stretch of wholePage(document)) {
    for (const blocks of readBlocks(stretch, {})) for (const { text } of blocks) scan.add(text);
  }
  if (opened.index.wanted.length === 0) return { firstMs, partsMs: 0, parts: 0 };
  await untilIdle();
  began = performance.now();
  const parts = await addWantedParts(opened);
  return { firstMs, partsMs: performance.now() - began, parts };
}

/** Milliseconds of one string out of the storage, in such a tab. */
export async function timePlainRead(): Promise<number> {
  await createBrowserPort().load();
  await untilIdle();
  const began = performance.now();
  await browser.storage.local.get(PLAIN_STRING_KEY);
  return performance.now() - began;
}
