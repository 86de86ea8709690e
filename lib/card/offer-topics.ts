import type { PageTopic, TopicsNear } from '@/lib/messages/page';

/** Most topics that are offered. */
const MOST_OFFERED = 4;

/**
 * The topics that are offered for a note: those that its quote mentions, those around it, then those that the page
 * mentions most. `near`: null for a note on the page as a whole.
 */
export function offerTopics(near: TopicsNear | null, pageTopics: readonly PageTopic[]): string[] {
  const byCount = pageTopics.toSorted((a, b) => b.count - a.count).map(({ topic }) => topic);
  return [...new Set([...(near?.within ?? []), ...(near?.around ?? []), ...byCount])].slice(0, MOST_OFFERED);
}
