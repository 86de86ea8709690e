import type { Fact } from '@/lib/model/pack';
import { isOwnEvent } from './is-own-event';
import { type Mark, markOf } from './words';

/** What an event or fact is marked as: whose it is where the reader or a pack of theirs added it, else what stands behind it. */
export function markOfEvent({ id, status }: Pick<Fact, 'id' | 'status'>): Mark {
  if (isOwnEvent(id)) return 'yours';
  return isAddedEvent(id) ? 'added' : markOf(status);
}

/** Whether a statement or source of a card comes from a pack that the reader added (see `withAddedEvents`), by its id. */
export function isAddedEvent(id: string): boolean {
  return id.startsWith('added:');
}
