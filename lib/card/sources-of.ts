import type { Source, Topic } from '@/lib/model/pack';
import type { Division } from '@/lib/time/as-of';
import { compareDates } from '@/lib/time/coarse-date';

/** Whether a source is dated after the article: then neither its date nor its place among the sources may show outside the fold. */
export function isLaterSource(source: Source, division: Division): boolean {
  return division.date !== null && source.date !== undefined && compareDates(source.date, division.date) > 0;
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
