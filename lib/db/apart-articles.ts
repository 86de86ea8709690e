/**
 * Addresses of which the reader has said that they are an article of their own, or the same one as another, whatever the
 * site or the shape of the address says. They stay on this installation.
 */
import type { ArticleFacts } from '@/lib/messages/page';
import { ownAddress } from '@/lib/page/canonical-address';
import { dropMeta, listMeta, loadMeta, saveMeta } from './meta';
import { readsOf } from './reads';

const PREFIX = 'apart:';

/** The canonical address of an article: the page's, its own where the reader has set it apart, or the one that they have joined it to. */
export async function loadCanonical(
  { url, canonical }: Pick<ArticleFacts, 'url' | 'canonical'>,
  reads = readsOf(),
): Promise<string> {
  const said = (await reads.row('meta', toKey(ownAddress(url))))?.value;
  if (typeof said === 'string') return said;
  return said === true ? ownAddress(url) : canonical;
}

/** Whether the reader has set the page at an address apart. */
export async function isApart(url: string): Promise<boolean> {
  return (await loadMeta(toKey(ownAddress(url)))) === true;
}

/** The canonical address of the article that the reader has joined the page at an address to; null for none. */
export async function loadJoined(url: string): Promise<string | null> {
  const said = await loadMeta(toKey(ownAddress(url)));
  return typeof said === 'string' ? said : null;
}

/** All addresses that the reader has joined to an article, with its canonical address. */
export async function listJoined(): Promise<{ own: string; canonical: string }[]> {
  return [...(await listMeta(PREFIX))].flatMap(([key, canonical]) =>
    typeof canonical === 'string' ? [{ own: key.slice(PREFIX.length), canonical }] : [],
  );
}

/** Joins the page at an address to the article of a canonical address; null takes that back. */
export async function saveJoined(url: string, canonical: string | null): Promise<void> {
  if (canonical === null) await dropMeta(toKey(ownAddress(url)));
  else await saveMeta(toKey(ownAddress(url)), canonical);
}

/** Sets the page at an address apart, or lets it be the article again that it says it is. */
export async function saveApart(url: string, apart: boolean): Promise<void> {
  if (apart) await saveMeta(toKey(ownAddress(url)), true);
  else await dropMeta(toKey(ownAddress(url)));
}

function toKey(own: string): string {
  return PREFIX + own;
}
