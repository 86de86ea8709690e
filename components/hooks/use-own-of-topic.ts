import { listNotesOfTopics } from '@/lib/db/notes-of-topics';
import type { Note } from '@/lib/model/note';
import type { Topic } from '@/lib/model/pack';
import { useLive } from './use-live';

/** What the reader has of a topic: its notes, newest first, and the topic with those of them that are events among its own. */
export type OwnOfTopic = { notes: Note[]; shown: Topic };

/** What the reader has of a topic, kept up to date; nothing while it loads. `ahead`: what was read before. */
export function useOwnOfTopic(topic: Topic | null, ahead?: OwnOfTopic): OwnOfTopic | null {
  const loaded = useLive(topic && (() => loadOwnOfTopic(topic)), [topic], ahead);
  // While another topic loads, the last one's notes stay: they are not this one's.
  return loaded.state === 'ready' && loaded.value.shown.id === topic?.id ? loaded.value : null;
}

/** Reads it once. The code that makes events of notes is loaded where there is such a note. */
export async function loadOwnOfTopic(topic: Topic): Promise<OwnOfTopic> {
  // Straight from the store: `lib/notes` brings the search with it, which the first view does not need.
  const notes = await listNotesOfTopics([topic.id, ...(topic.formerIds ?? [])]);
  if (!notes.some(({ event }) => event)) return { notes, shown: topic };
  const { withOwnEvents } = await import('@/lib/card/own-events');
  return { notes, shown: withOwnEvents(topic, notes) };
}
