/** What it costs to bring an index into the page, against a plain string out of the same storage. */
import { browser } from 'wxt/browser';
import { createBrowserPort } from '@/lib/reader/browser-port';
import { PLAIN_STRING_KEY } from '../storage-keys';
import { openIndex } from './indexes';
import { untilIdle } from './time-scan';

/** Milliseconds of one reading, the settings having been read before, as the reader does. `null`: the plain string. */
export async function timeIndexRead(indexName: string | null): Promise<number> {
  await createBrowserPort().load();
  await untilIdle();
  const began = performance.now();
  if (indexName) await openIndex(indexName);
  else await browser.storage.local.get(PLAIN_STRING_KEY);
  return performance.now() - began;
}
