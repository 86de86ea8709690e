import { useMemo } from 'react';
import { withOwnEvents } from '@/lib/card/own-events';
import type { Note } from '@/lib/model/note';
import type { Topic } from '@/lib/model/pack';

/**
 * A topic as its card shows it, with the reader's own events on its timeline, and the notes that are none: an event
 * stands in the card under its date only, or an article could be told of what came after it.
 */
export function useOwnEvents<Known extends Topic | null>(
  topic: Known,
  notes: readonly Note[],
): { shown: Known | Topic; others: Note[] } {
  return useMemo(
    () => ({
      shown: topic && withOwnEvents(topic, notes),
      others: notes.filter(({ event }) => !event),
    }),
    [topic, notes],
  );
}
