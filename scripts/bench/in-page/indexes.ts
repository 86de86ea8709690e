/** The page's end of `../indexes.ts`: indexes as the product stores and loads them. */
import { loadIndex, type TermIndex } from '@/lib/detect/load-index';
import { createBrowserPort } from '@/lib/reader/browser-port';

/** The index stored under this name, loaded as the product loads it. Throws where there is none. */
export async function openIndex(name: string): Promise<TermIndex> {
  const bytes = await createBrowserPort().loadIndex(name);
  const index = bytes && loadIndex(bytes);
  if (!index) throw new Error(`No index "${name}" in storage.`);
  return index;
}
