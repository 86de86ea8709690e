import type { Source, Topic } from '@/lib/model/pack';
import { type Division, joinSlices, outsideFold, type Slice } from '@/lib/time/as-of';
import { compareDates } from '@/lib/time/coarse-date';

/** Whether a source is dated after the article: then neither its date nor its place among the sources may show outside the fold. */
export function isLaterSource(source: Source, division: Division): boolean {
  return division.date !== null && source.date !== undefined && compareDates(source.date, division.date) > 0;
}

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

/** The sources that a statement names, those that the article could have had first; of several with one origin only the first. */
export function sourcesOf(ids: readonly string[], topic: Topic, division: Division): Source[] {
  const found = ids.flatMap((id) => topic.sources.find((source) => source.id === id) ?? []);
  const ordered = [
    ...found.filter((source) => !isLaterSource(source, division)),
    ...found.filter((source) => isLaterSource(source, division)),
  ];
  const origins = ordered.map((source) => JSON.stringify(source.origin));
  return ordered.filter((_, index) => origins.indexOf(origins[index] as string) === index);
}

/** Whether a statement stands on weak pages alone: nobody has seen the report, the rule or the firm's own word. */
export function isReportedOnly(ids: readonly string[], { sources }: Pick<Topic, 'sources'>): boolean {
  const named = sources.filter(({ id }) => ids.includes(id));
  return named.length > 0 && named.every(({ tier }) => tier === 'weak');
}

/** "Huawei keynote, 18 Sep 2025" without its date: for where the date stands beside it, or must not stand. */
export function withoutDate(origin: string): string {
  return origin.replace(/(?:,\s*|\s*\()(?:\d{1,2} )?(?:[A-Z][a-z]+ )?(?:19|20)\d\d\)?$/u, '') || origin;
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
