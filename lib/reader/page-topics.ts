import type { PageTopic } from '@/lib/messages/page';
import type { Spot } from './held-blocks';

/** The topics of these mentions, which are in page order, in the order of their first. */
export function pageTopics(spots: readonly Spot[]): PageTopic[] {
  const topics = new Map<string, PageTopic>();
  for (const { mention } of spots) {
    const { opens: topic, group } = mention;
    topics.set(topic, { topic, group, count: (topics.get(topic)?.count ?? 0) + 1 });
  }
  return [...topics.values()];
}
