import type { CoarseDate } from '@/lib/time/coarse-date';
import { loadCanonical } from './apart-articles';
import { loadArticleDate } from './article-dates';
import { readsOf } from './reads';

/** What the reader has said of an article: `canonical`, by which address it goes with them, and its date. */
export type OwnOfArticle = { url: string; stated: string; canonical: string; date: CoarseDate | null };

/** What the reader has said of the article at an address that says it is the one at `stated`. */
export async function loadOwnOfArticle(
  url: string,
  stated: string,
  reads = readsOf(),
): Promise<OwnOfArticle> {
  if (url === '') return { url, stated, canonical: stated, date: null };
  const canonical = await loadCanonical({ url, canonical: stated }, reads);
  return { url, stated, canonical, date: await loadArticleDate(canonical, reads) };
}
