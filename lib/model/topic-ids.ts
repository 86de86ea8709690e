import type { Topic } from './pack';

/** The ids that a topic has or had: notes and relations may name it by any of them. */
export function idsOf({ id, formerIds = [] }: Pick<Topic, 'id' | 'formerIds'>): string[] {
  return [id, ...formerIds];
}

/** Topics by each id that they have or had. */
export function byEachId(topics: readonly Topic[]): Map<string, Topic> {
  return new Map(topics.flatMap((topic) => idsOf(topic).map((id) => [id, topic] as const)));
}
