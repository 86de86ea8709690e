/** The dates that the reader has given to articles, each for one canonical address. They stay on this installation. */
import { type CoarseDate, isCoarseDate } from '@/lib/time/coarse-date';
import { dropMeta, saveMeta } from './meta';
import { readsOf } from './reads';

/** The date that the reader has given to the article at this address; null where none. */
export async function loadArticleDate(canonical: string, reads = readsOf()): Promise<CoarseDate | null> {
  const date = (await reads.row('meta', toKey(canonical)))?.value;
  return typeof date === 'string' && isCoarseDate(date) ? date : null;
}

/** Keeps a date for the article at this address; null goes back to what the page says. */
export async function saveArticleDate(canonical: string, date: CoarseDate | null): Promise<void> {
  if (date === null) await dropMeta(toKey(canonical));
  else await saveMeta(toKey(canonical), date);
}

function toKey(canonical: string): string {
  return `article-date:${canonical}`;
}
