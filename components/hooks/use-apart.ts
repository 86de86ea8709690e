import { useState } from 'react';
import { isApart } from '@/lib/db/apart-articles';
import type { ArticleFacts } from '@/lib/messages/page';
import { type AppError, toAppError } from '@/lib/model/app-error';
import { setApart } from '@/lib/notes/set-apart';
import { useLive, valueOr } from './use-live';

/** Whether the reader has set the page of an article apart from the article that it says it is, and how that is changed. */
export function useApart(article: ArticleFacts) {
  const [error, setError] = useState<AppError | null>(null);
  const set = (apart: boolean) => {
    setError(null);
    setApart(article, apart).catch((thrown) => setError(toAppError(thrown)));
  };
  return {
    isApart: valueOr(
      useLive(() => isApart(article.url), [article.url]),
      false,
    ),
    set,
    error,
  };
}
