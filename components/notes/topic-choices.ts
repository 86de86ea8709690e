import { topicName } from '@/components/topic-names';
import type { PageTopic } from '@/lib/messages/page';
import type { Topic } from '@/lib/model/pack';
import type { TopicChoice } from './NoteMarks';

/** What a note can be on: every topic, and of each whether it is among those that the page mentions. */
export function topicChoices(topics: readonly Topic[], mentioned: readonly PageTopic[] = []): TopicChoice[] {
  const onPage = new Set(mentioned.map(({ topic }) => topic));
  return topics.map((topic) => ({ id: topic.id, name: topicName(topic), onPage: onPage.has(topic.id) }));
}
