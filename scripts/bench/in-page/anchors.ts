/** Finding notes again on a page as it is on the screen, with our functions in a content script's world. */
import { anchorAll } from '@/lib/anchor/anchor';
import type { Selectors } from '@/lib/model/note';
import { readPageText } from '@/lib/page/read-page-text';
import { createPace } from '@/lib/reader/pace';
import { recordSlices } from './slices';
import { untilIdle } from './time-scan';

/** The page text that positions count in. */
export function readText(): string {
  return readPageText(document).text;
}

/** Anchors the selectors, folding the page included. Returns the milliseconds of each slice, and how many were found. */
export async function anchorInSlices(selectors: Selectors[]): Promise<{ ms: number[]; count: number }> {
  const text = readText();
  await untilIdle();
  let count = 0;
  const ms = await recordSlices(async () => {
    const found = await anchorAll(text, selectors, createPace());
    count = found.filter((one) => one !== null).length;
  });
  return { ms, count };
}
