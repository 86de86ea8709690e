import { useMemo } from 'react';
import type { RelatedTopic } from '@/components/topic/RelatedTopics';
import type { SectionName } from '@/components/topic/section-name';
import type { CitedArticle } from '@/lib/card/citation';
import { chooseNames, type ViewContext } from '@/lib/card/first-view';
import type { Note } from '@/lib/model/note';
import type { Topic } from '@/lib/model/pack';
import { idsOf } from '@/lib/model/topic-ids';
import { useArrivals } from './use-arrivals';
import { valueOr } from './use-live';
import { type OwnOfTopic, useOwnOfTopic } from './use-own-of-topic';
import { useTopic, useTopicsOf } from './use-topic';
import { useTopics } from './use-topics';

const NO_IDS: string[] = [];
const NO_NOTES: Note[] = [];
const NO_TOPICS: Topic[] = [];

/** What was read of the topic of an id before its card is rendered. */
export type TopicAhead = { id: string; topic: Topic | null; own: OwnOfTopic | null; arrivals: string[] };

type Asked = {
  id: string;
  section: SectionName | null;
  context: ViewContext;
  /** The article beside the card; null where there is none. */
  article: CitedArticle | null;
  /** As in `Reading`. */
  onHolding: (holding: boolean) => void;
  ahead?: TopicAhead | undefined;
};

/**
 * The topic of an id, and in `card` what its card shows with it: what the reader has of it, what is new, and the topics
 * it leads to, which are read when the section opens that shows them. The reader's own events are on the timeline of
 * `card.topic` and not among `notes`: an article could be told of what came after it.
 */
export function useTopicCard({ id, section, context, article, onHolding, ahead }: Asked) {
  const loaded = useTopic(id, ahead);
  const topic = valueOr(loaded, null);
  const known = topic !== null && topic.id === ahead?.topic?.id ? ahead : null;
  const own = useOwnOfTopic(topic, known?.own ?? undefined);
  const all = own?.notes ?? NO_NOTES;
  const notes = useMemo(() => all.filter(({ event }) => !event), [all]);
  const news = useArrivals(topic?.id ?? null, known?.arrivals);
  const reading = useMemo(
    // What stands at a line is called the reader's own.
    () => ({ article, notes: all.filter(({ vault }) => vault !== 'shared'), onHolding, ...news }),
    [article, all, onHolding, news],
  );
  const ids = section === 'background' ? topic?.relations.map((relation) => relation.topic) : NO_IDS;
  const related = toRelated(valueOr(useTopicsOf([...new Set(ids)]), NO_TOPICS), context.languages);
  const others = valueOr(useTopicsOf(section === 'page' ? context.pageTopics : NO_IDS), NO_TOPICS);
  const peers = valueOr(useTopics(section === 'figures'), NO_TOPICS);
  return {
    loaded,
    notes,
    card: topic && {
      topic: own?.shown ?? topic,
      section,
      context,
      related,
      others,
      peers,
      reading,
      noteCount: notes.length,
    },
  };
}

/** The topics that a card can lead to, by each id that they have or had. */
function toRelated(
  topics: readonly Topic[],
  languages: readonly string[],
): ReadonlyMap<string, RelatedTopic> {
  return new Map(
    topics.flatMap((topic) => {
      const related = { id: topic.id, name: chooseNames(topic, languages).name };
      return idsOf(topic).map((id) => [id, related] as const);
    }),
  );
}
