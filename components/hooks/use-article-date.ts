import { useCallback, useMemo, useState } from 'react';
import { loadArticleDate, saveArticleDate } from '@/lib/db/article-dates';
import type { ArticleFacts } from '@/lib/messages/page';
import { type AppError, toAppError } from '@/lib/model/app-error';
import type { CoarseDate } from '@/lib/time/coarse-date';
import { useLive } from './use-live';

/** The article with the date that holds for it, and how the reader changes that. */
export type DatedArticle = {
  /** Null while it is not known whether the reader has given a date. */
  article: ArticleFacts | null;
  isCorrected: boolean;
  /** Why the last change could not be kept. */
  error: AppError | null;
  /** Keeps a date for this article; null goes back to the page's. */
  change: (date: CoarseDate | null) => void;
};

/**
 * The article with the reader's date in place of the page's, kept up to date. Where that cannot be read, the page's.
 * `ahead`: what was read of an address before.
 */
export function useArticleDate(
  article: ArticleFacts | null,
  ahead?: { canonical: string; date: CoarseDate | null },
): DatedArticle {
  const canonical = article?.canonical ?? null;
  const [error, setError] = useState<AppError | null>(null);
  const loaded = useLive<{ canonical: string | null; date: CoarseDate | null }>(
    async () => ({ canonical, date: canonical === null ? null : await loadArticleDate(canonical) }),
    [canonical],
    ahead,
  );
  const change = useCallback(
    (date: CoarseDate | null) => {
      if (canonical === null) return;
      setError(null);
      saveArticleDate(canonical, date).catch((thrown) => setError(toAppError(thrown)));
    },
    [canonical],
  );
  // While another address loads, the last one's answer stays: it is not this one's.
  const isKnown =
    loaded.state === 'failed' || (loaded.state === 'ready' && loaded.value.canonical === canonical);
  const own = loaded.state === 'ready' ? loaded.value.date : null;
  const published = own ?? article?.published ?? null;
  const dated = useMemo(() => article && { ...article, published }, [article, published]);
  return {
    article: isKnown ? dated : null,
    isCorrected: isKnown && own !== null,
    error,
    change,
  };
}
