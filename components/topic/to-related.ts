import { chooseNames } from '@/lib/card/first-view';
import type { Topic } from '@/lib/model/pack';
import type { RelatedTopic } from './RelatedTopics';

/** The topics that a card can lead to, by each id that they have or had. */
export function toRelated(
  topics: readonly Topic[],
  languages: readonly string[],
): ReadonlyMap<string, RelatedTopic> {
  return new Map(
    topics.flatMap((topic) => {
      const related = { id: topic.id, name: chooseNames(topic, languages).name };
      return [topic.id, ...(topic.formerIds ?? [])].map((id) => [id, related] as const);
    }),
  );
}
