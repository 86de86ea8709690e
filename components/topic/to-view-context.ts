import { shownLanguages } from '@/components/topic-names';
import type { ViewContext } from '@/lib/card/first-view';
import type { PageTopic } from '@/lib/messages/page';
import { isCoarseDate } from '@/lib/time/coarse-date';
import { todayOf } from '@/lib/time/format-date';

/** How a topic is shown today beside an article of that date (null: none) on a page that mentions those topics. */
export function toViewContext(published: string | null, topics: readonly PageTopic[] = []): ViewContext {
  return {
    articleDate: published !== null && isCoarseDate(published) ? published : null,
    pageTopics: topics.map(({ topic }) => topic),
    today: todayOf(new Date()),
    languages: shownLanguages(),
  };
}
