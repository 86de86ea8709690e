import type { Topic } from '@/lib/model/pack';
import { readText } from '@/lib/model/read-text';
import { asOf, type Slice } from '@/lib/time/as-of';
import type { CoarseDate } from '@/lib/time/coarse-date';
import type { Translate } from '@/lib/time/format-date';
import { figureText, thresholdText } from './figure-words';

/** A statement that came with a pack update, in one line, and the section of the card that it stands in. */
export type NewsLine = {
  path: string;
  text: string;
  date: CoarseDate | null;
  section: 'background' | 'timeline' | 'figures' | 'insights';
};

/** What is new on a topic, divided as its card is by the date of an article (null: none). `paths` as in `diffTopics`. */
export function newsOf(
  topic: Topic,
  paths: readonly string[],
  date: CoarseDate | null,
  languages: readonly string[],
  t: Translate,
): { known: NewsLine[]; since: NewsLine[] } {
  const wanted = new Set(paths);
  const { known, planned, undated, since } = asOf(topic, date);
  const linesOf = (slice: Slice) => readLines(slice, languages, t).filter(({ path }) => wanted.delete(path));
  return { known: [known, planned, undated].flatMap(linesOf), since: linesOf(since) };
}

function readLines(slice: Slice, languages: readonly string[], t: Translate): NewsLine[] {
  const { facts, events, figures, thresholds, points } = slice;
  const say = (text: Parameters<typeof readText>[0]) => readText(text, languages).text;
  const line = (
    path: string,
    section: NewsLine['section'],
    text: string,
    date?: CoarseDate | undefined,
  ): NewsLine => ({ path, section, text, date: date ?? null });
  return [
    ...facts.map((fact) => line(`facts.${fact.id}`, 'background', say(fact.text), fact.date)),
    ...events.map((event) => line(`events.${event.id}`, 'timeline', say(event.text), event.date)),
    ...figures.map((one) => line(`figures.${one.id}`, 'figures', figureText(one, languages, t), one.date)),
    ...thresholds.map((one) =>
      line(`thresholds.${one.id}`, 'figures', thresholdText(one, languages, t), one.date),
    ),
    ...points.map(({ insight, point }) =>
      line(`insights.${insight.id}.${point.id}`, 'insights', say(point.text), point.date),
    ),
  ];
}
