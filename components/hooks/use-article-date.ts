import { useCallback, useMemo, useState } from 'react';
import { saveArticleDate } from '@/lib/db/article-dates';
import { loadOwnOfArticle, type OwnOfArticle } from '@/lib/db/own-of-article';
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
 * The article as the reader has it, kept up to date: with their date in place of the page's, and apart from the article
 * that the page says it is, where they said so. Where that cannot be read, the page's. `ahead`: what was read before.
 */
export function useArticleDate(article: ArticleFacts | null, ahead?: OwnOfArticle): DatedArticle {
  const [error, setError] = useState<AppError | null>(null);
  const { url = '', canonical: stated = '' } = article ?? {};
  const loaded = useLive(() => loadOwnOfArticle(url, stated), [url, stated], ahead);
  // While another address loads, the last one's answer stays: it is not this one's.
  const known =
    loaded.state === 'ready' && loaded.value.url === url && loaded.value.stated === stated
      ? loaded.value
      : null;
  const canonical = known?.canonical ?? stated;
  const own = known?.date ?? null;
  const change = useCallback(
    (date: CoarseDate | null) => {
      if (canonical === '') return;
      setError(null);
      saveArticleDate(canonical, date).catch((thrown) => setError(toAppError(thrown)));
    },
    [canonical],
  );
  const published = own ?? article?.published ?? null;
  const dated = useMemo(
    () => article && { ...article, canonical, published },
    [article, canonical, published],
  );
  return {
    article: known || loaded.state === 'failed' ? dated : null,
    isCorrected: own !== null,
    error,
    change,
  };
}
