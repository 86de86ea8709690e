/** The page's end of `../indexes.ts`: indexes as the product stores and loads them. */
import { browser } from 'wxt/browser';
import type { StoredIndex } from '@/lib/detect/index-store-keys';
import type { IndexParts, PartName } from '@/lib/detect/layout';
import { loadIndex, type TermIndex } from '@/lib/detect/load-index';
import type { Look } from '@/lib/model/look';
import type { Settings } from '@/lib/model/settings';
import { createBrowserPort } from '@/lib/reader/browser-port';
import { createGuard } from '@/lib/reader/guard';
import { createPainter, type Painter } from '@/lib/reader/painter';
import { createPageScan, type PageScan } from '@/lib/reader/scan-page';
import { DEFAULT_SETTINGS } from '@/lib/settings/default-settings';
import { firstPartKey } from '../storage-keys';

/** An index whose first part is here, the look of its paint, and the way to its other parts. */
export type OpenIndex = {
  index: TermIndex;
  look: Look;
  /** Reads parts from the storage. */
  loadParts: (names: PartName[]) => Promise<IndexParts>;
};

/** What is stored as the first part of the index of this name. */
export async function readFirstPart(name: string): Promise<StoredIndex | undefined> {
  const key = firstPartKey(name);
  return (await browser.storage.local.get(key))[key] as StoredIndex | undefined;
}

/** The index stored under this name. Throws where there is none. */
export async function openIndex(name: string): Promise<OpenIndex> {
  return openFirstPart(name, await readFirstPart(name));
}

/** An index of which the first part has been read, loaded as the product loads it. Throws where there is none. */
export function openFirstPart(name: string, first: StoredIndex | undefined): OpenIndex {
  const index = first && loadIndex(Uint8Array.fromBase64(first.blob));
  if (!index) throw new Error(`No index "${name}" in storage.`);
  return { index, look: first.look, loadParts: (parts) => createBrowserPort().loadParts(name, parts) };
}

/** Brings in the parts that were asked for since the last time. Returns how many. */
export async function addWantedParts({ index, loadParts }: OpenIndex): Promise<number> {
  const names = [...new Set(index.wanted.map(([part]) => part))];
  index.addParts(names.length > 0 ? await loadParts(names) : {});
  return names.length;
}

/** The product's painter, which paints as long as the tab stands. */
export function openPainter(look: Look): Painter {
  return createPainter(
    createGuard(new AbortController().signal, () => {}),
    look.core,
    () => ({}),
  );
}

/** The product's reading and painting of this page. `toPainter` may put something around the painter. */
export async function openPageScan(
  name: string,
  density: Settings['density'],
  toPainter = (painter: Painter): Painter => painter,
): Promise<PageScan> {
  const { index, look, loadParts } = await openIndex(name);
  const { signal } = new AbortController();
  const painter = toPainter(openPainter(look));
  return createPageScan(
    document,
    index,
    loadParts,
    painter,
    signal,
    look.core,
    () => ({ ...DEFAULT_SETTINGS, density }),
    '',
    () => {},
  );
}
