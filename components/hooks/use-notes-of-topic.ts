import { listNotesOfTopics } from '@/lib/db/notes-of-topics';
import type { Note } from '@/lib/model/note';
import type { Topic } from '@/lib/model/pack';
import { idsOf } from '@/lib/model/topic-ids';
import { type Loaded, useLive } from './use-live';

/** The reader's notes on a topic, from any article, newest first; also those written under a former id. */
export function useNotesOfTopic(topic: Topic | null): Loaded<Note[]> {
  const ids = topic && idsOf(topic);
  return useLive(ids && (() => listNotesOfTopics(ids)), [ids?.join(' ')]);
}
