/**
 * Addresses of which the reader has said that they are an article of their own, whatever the site or the shape of the
 * address says. They stay on this installation.
 */
import type { ArticleFacts } from '@/lib/messages/page';
import { ownAddress } from '@/lib/page/canonical-address';
import { dropMeta, loadMeta, saveMeta } from './meta';

/** The canonical address of an article: the page's, or its own where the reader has set it apart. */
export async function loadCanonical({
  url,
  canonical,
}: Pick<ArticleFacts, 'url' | 'canonical'>): Promise<string> {
  return (await isApart(url)) ? ownAddress(url) : canonical;
}

/** Whether the reader has set the page at an address apart. */
export async function isApart(url: string): Promise<boolean> {
  return (await loadMeta(toKey(ownAddress(url)))) === true;
}

/** Sets the page at an address apart, or lets it be the article again that it says it is. */
export async function saveApart(url: string, apart: boolean): Promise<void> {
  if (apart) await saveMeta(toKey(ownAddress(url)), true);
  else await dropMeta(toKey(ownAddress(url)));
}

function toKey(own: string): string {
  return `apart:${own}`;
}
