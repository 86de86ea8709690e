import { createContext, useContext } from 'react';
import type { ViewContext } from '@/lib/card/first-view';
import type { Topic } from '@/lib/model/pack';
import { asOf, type Division } from '@/lib/time/as-of';
import type { CoarseDate } from '@/lib/time/coarse-date';

/** What every line of a card needs to know: the topic it belongs to, divided by the article's date. */
export type CardTopic = {
  topic: Topic;
  division: Division;
  today: CoarseDate;
  languages: readonly string[];
};

/** Set by `CardSections` around the open section. */
export const CardTopicContext = createContext<CardTopic | null>(null);

/** A topic as its lines need it, on this page. */
export function toCardTopic(
  topic: Topic,
  { articleDate, today, languages }: Pick<ViewContext, 'articleDate' | 'today' | 'languages'>,
): CardTopic {
  return { topic, division: asOf(topic, articleDate), today, languages };
}

/** The topic of the card around this component. Throws outside a card. */
export function useCardTopic(): CardTopic {
  const topic = useContext(CardTopicContext);
  if (topic === null) throw new Error('A line of a card stands outside a card');
  return topic;
}
