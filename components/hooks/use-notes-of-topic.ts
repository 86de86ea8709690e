import { listNotesOfTopics } from '@/lib/db/notes';
import type { Note } from '@/lib/model/note';
import type { Topic } from '@/lib/model/pack';
import { type Loaded, useLive } from './use-live';

/** The reader's notes on a topic, from any article, newest first; also those written under a former id. */
export function useNotesOfTopic(topic: Topic | null): Loaded<Note[]> {
  // Straight from the store: `lib/notes` brings the search with it, which the first view does not need.
  const ids = topic ? [topic.id, ...(topic.formerIds ?? [])] : [];
  return useLive(async () => (ids.length === 0 ? [] : listNotesOfTopics(ids)), [ids.join(' ')]);
}
