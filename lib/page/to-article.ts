/** What is known of an article from what its page says. Runs in pages of the extension, on texts alone. */
import type { ArticleFacts, PageFacts } from '@/lib/messages/page';
import { decideDate } from './article-date';
import { canonicalAddress } from './canonical-address';

/** The facts of a page with canonical address, date of publication, and language if it is one; `today` is `YYYY-MM-DD`. */
export function toArticle(facts: PageFacts, today: string): ArticleFacts {
  const { url, linked, title, language } = facts;
  const isTag = /^[a-z]{2,3}(?:-\w{2,8})*$/i.test(language);
  const dated = decideDate(facts, today);
  return {
    url,
    canonical: canonicalAddress(url, linked),
    title,
    language: isTag ? language : '',
    published: dated.is === 'found' ? dated.date : null,
    dated,
  };
}
