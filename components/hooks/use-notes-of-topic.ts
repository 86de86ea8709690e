import type { Note } from '@/lib/model/note';
import type { Topic } from '@/lib/model/pack';
import { notesOfTopic } from '@/lib/notes/read-notes';
import { type Loaded, useLive } from './use-live';

/** The notes on a topic, of every vault and from any article, newest first; also those written under a former id. */
export function useNotesOfTopic(topic: Topic | null): Loaded<Note[]> {
  return useLive(topic && (() => notesOfTopic(topic.id)), [topic?.id]);
}
