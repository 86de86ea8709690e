import { i18n } from '#i18n';
import type { NoteDraft } from '@/lib/model/note';
import { todayOf } from '@/lib/time/format-date';
import type { Choice } from './ChipsField';
import { proposeEvent } from './composer-draft';

/** The note that can be an event instead: what that is called here, and what the event and its topics start as. */
export type EventChoice = { label: string; propose: () => Pick<NoteDraft, 'event' | 'topics'> };

type On = {
  /** The draft as it began: its topics are then only proposed. */
  start: NoteDraft;
  /** Ids of topics that one press adds, best first. */
  offered: readonly string[];
  known: readonly Choice[];
};

/**
 * The event that a draft can become. A sentence that names several topics is about the first, and the others are offered;
 * what the reader has chosen stays.
 */
export function eventChoice(draft: NoteDraft, { start, offered, known }: On): EventChoice {
  const isChosen = draft.topics.length > 0 && draft.topics.join() !== start.topics.join();
  const topics = isChosen || draft.event ? draft.topics : offered.slice(0, 1);
  return {
    label: labelOf(topics, known),
    propose: () => ({ event: proposeEvent(draft, todayOf(new Date())), topics }),
  };
}

/** By the topic on whose timeline it comes. */
function labelOf(topics: readonly string[], known: readonly Choice[]): string {
  if (topics.length === 0) return i18n.t('notes.composer.eventOnOne');
  if (topics.length > 1) return i18n.t('notes.composer.eventOnMany', [String(topics.length)]);
  const [id = ''] = topics;
  return i18n.t('notes.composer.eventOn', [known.find((topic) => topic.id === id)?.name ?? id]);
}
