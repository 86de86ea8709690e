/**
 * The events of packs that the reader added, among those of a topic. They are events like others, divided by `asOf` under
 * the same law; what tells them apart is their id. Their pack stands among their sources, so that a line says where it is
 * from.
 */
import type { Note } from '@/lib/model/note';
import type { Source, TimelineEvent, Topic } from '@/lib/model/pack';
import type { PackText } from '@/lib/model/pack-fields';
import { toPackId } from './own-pack';

/** The events of one pack on a topic. `fileName`: of the file that the reader chose. */
export type AddedEvents = {
  pack: string;
  name: PackText;
  fileName: string;
  events: TimelineEvent[];
  sources: Source[];
};

/**
 * The topic with these events and their sources; the topic itself where there is none. An event that is one of the
 * reader's own, by its id, is left to `withOwnEvents`.
 */
export function withAddedEvents(
  topic: Topic,
  added: readonly AddedEvents[],
  notes: readonly Pick<Note, 'id' | 'event'>[],
): Topic {
  const own = new Set(notes.flatMap(({ id, event }) => (event ? toPackId(id) : [])));
  const events: TimelineEvent[] = [];
  const sources: Source[] = [];
  for (const each of added) {
    const kept = each.events.filter(({ id }) => !own.has(id));
    if (kept.length === 0) continue;
    const toId = (id: string) => `added:${each.pack}:${id}`;
    const whole: Source = {
      id: toId(''),
      origin: each.name,
      via: { und: each.fileName },
      tier: 'newsroom',
    };
    const named = new Set(kept.flatMap((event) => event.sources));
    events.push(
      ...kept.map((event) => ({
        ...event,
        id: toId(event.id),
        sources: [...event.sources.map(toId), whole.id],
      })),
    );
    sources.push(
      ...each.sources.filter(({ id }) => named.has(id)).map((source) => ({ ...source, id: toId(source.id) })),
      whole,
    );
  }
  if (events.length === 0) return topic;
  return { ...topic, events: [...topic.events, ...events], sources: [...topic.sources, ...sources] };
}
