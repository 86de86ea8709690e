import type { Relation, Topic } from '@/lib/model/pack';
import { asOf, outsideFold } from '@/lib/time/as-of';
import type { CoarseDate } from '@/lib/time/coarse-date';

/** How a topic and another one of the page hang together: `subject` does to `object` what the type says. */
export type PageRelation = { type: Relation['type']; subject: Topic; object: Topic; other: Topic };

/** What relates a topic to the others that a page mentions: as an article of that day could know it, and what came since. */
export type PageRelations = { known: PageRelation[]; since: PageRelation[] };

/**
 * The relations between a topic and others, read in both directions, in the order of the others. What both packs' sides
 * say alike is said once; "competes with" is the same from either side.
 */
export function pageRelations(
  topic: Topic,
  others: readonly Topic[],
  date: CoarseDate | null,
): PageRelations {
  const seen = new Set<string>();
  const relate = (subject: Topic, object: Topic, other: Topic, relations: Relation[]): PageRelation[] =>
    relations.flatMap(({ type, topic: named }) => {
      if (named !== object.id && !object.formerIds?.includes(named)) return [];
      const ends = [subject.id, object.id];
      const key = [type, ...(type === 'competes-with' ? ends.sort() : ends)].join(' ');
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ type, subject, object, other }];
    });
  const read = (part: (of: Topic) => Relation[]) =>
    others
      .filter(({ id }) => id !== topic.id)
      .flatMap((other) => [
        ...relate(topic, other, other, part(topic)),
        ...relate(other, topic, other, part(other)),
      ]);
  // What was known first: a later word for the same is no news.
  const known = read((of) => outsideFold(asOf(of, date)).relations);
  return { known, since: read((of) => asOf(of, date).since.relations) };
}
