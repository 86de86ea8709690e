import { isApart, loadJoined } from '@/lib/db/apart-articles';
import type { ArticleFacts } from '@/lib/messages/page';
import { joinArticle } from '@/lib/notes/join-articles';
import { otherArticles } from '@/lib/notes/other-articles';
import { setApart } from '@/lib/notes/set-apart';
import { useAttempt } from './use-attempt';
import { useLive, valueOr } from './use-live';

/**
 * Whether the reader has set the page of an article apart from the article that it says it is, which other one they have
 * joined it to, which others there are, and how that is changed.
 */
export function useApart(article: ArticleFacts) {
  const { error, attempt } = useAttempt();
  const { url, canonical } = article;
  return {
    isApart: valueOr(
      useLive(() => isApart(url), [url]),
      false,
    ),
    joined: valueOr(
      useLive(() => loadJoined(url), [url]),
      null,
    ),
    others: valueOr(
      useLive(() => otherArticles(canonical), [canonical]),
      null,
    ),
    set: (apart: boolean) => void attempt(() => setApart(article, apart)),
    /** The page is the same article as the one at that address; null takes it back. */
    join: (address: string | null) => void attempt(() => joinArticle(article, address)),
    error,
  };
}
