import type { Source, Topic } from '@/lib/model/pack';
import { type Division, joinSlices, outsideFold, type Slice } from '@/lib/time/as-of';
import { isLaterSource } from './sources-of';

/** The sources of a topic as an article of that day could have had them, and the later ones, in the pack's order. */
export function sourcesAsOf(topic: Topic, division: Division): { known: Source[]; since: Source[] } {
  const usedThen = usedBy(outsideFold(division));
  const usedSince = usedBy(joinSlices(division.since));
  const isSince = (source: Source) =>
    isLaterSource(source, division) ||
    (source.date === undefined && usedSince.has(source.id) && !usedThen.has(source.id));
  return {
    known: topic.sources.filter((source) => !isSince(source)),
    since: topic.sources.filter(isSince),
  };
}

function usedBy(slice: Slice): Set<string> {
  const used = new Set<string>();
  const add = (item: { sources: string[]; outcome?: { sources: string[] } | undefined }) => {
    for (const id of [...item.sources, ...(item.outcome?.sources ?? [])]) used.add(id);
  };
  for (const item of [...slice.facts, ...slice.events, ...slice.figures, ...slice.thresholds]) add(item);
  for (const { point } of slice.points) add(point);
  for (const { outcome } of slice.outcomes) add(outcome);
  return used;
}
