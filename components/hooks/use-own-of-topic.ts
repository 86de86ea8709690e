import { listAddedOfTopics } from '@/lib/db/added-packs';
import { byNewest } from '@/lib/db/note-rows';
import { listNotesOfTopics } from '@/lib/db/notes-of-topics';
import { ofOwnAndShared } from '@/lib/db/of-each-vault';
import type { Reads } from '@/lib/db/reads';
import type { Note } from '@/lib/model/note';
import type { Topic } from '@/lib/model/pack';
import { idsOf } from '@/lib/model/topic-ids';
import { useLive } from './use-live';

/**
 * What the reader has of a topic: its notes, newest first, those of the shared vault among them, and the topic with those of their
 * own that are events, and the events of packs that they added, among its own.
 */
export type OwnOfTopic = { notes: Note[]; shown: Topic };

/** What the reader has of a topic, kept up to date; nothing while it loads. `ahead`: what was read before. */
export function useOwnOfTopic(topic: Topic | null, ahead?: OwnOfTopic): OwnOfTopic | null {
  const loaded = useLive(topic && (() => loadOwnOfTopic(topic)), [topic], ahead);
  // While another topic loads, the last one's notes stay: they are not this one's.
  return loaded.state === 'ready' && loaded.value.shown.id === topic?.id ? loaded.value : null;
}

/**
 * Reads it once. The code that puts events among those of a topic is loaded where there are any. With `reads` given, for the first
 * view, only the reader's own vault is read, by these: nothing else is waited for.
 */
export async function loadOwnOfTopic(topic: Topic, reads?: Reads): Promise<OwnOfTopic> {
  // Straight from the store: `lib/notes` brings the search with it, which the first view does not need.
  const ids = idsOf(topic);
  const [[mine = [], shared = []], added] = await Promise.all([
    reads
      ? listNotesOfTopics(ids, undefined, reads).then((notes) => [notes])
      : ofOwnAndShared((vault) => listNotesOfTopics(ids, vault)),
    listAddedOfTopics(ids, reads),
  ]);
  const notes = [...mine, ...shared].sort(byNewest);
  const hasOwn = mine.some(({ event }) => event);
  const own = hasOwn ? (await import('@/lib/card/own-events')).withOwnEvents(topic, mine) : topic;
  if (added.length === 0) return { notes, shown: own };
  return { notes, shown: (await import('@/lib/card/added-events')).withAddedEvents(own, added, mine) };
}
