import { type Citation, citeStatement } from '@/lib/card/citation';
import { figureText, thresholdText } from '@/lib/card/figure-words';
import { chooseNames } from '@/lib/card/first-view';
import { sourcesOf } from '@/lib/card/sources-of';
import { type Mark, markOf } from '@/lib/card/words';
import type { PackManifest, Status, Topic } from '@/lib/model/pack';
import type { PackText } from '@/lib/model/pack-fields';
import { type ReadText, readText } from '@/lib/model/read-text';
import { asOf } from '@/lib/time/as-of';
import type { CoarseDate } from '@/lib/time/coarse-date';
import type { Translate } from '@/lib/time/format-date';

type Statement = {
  text: ReadText;
  mark?: Mark;
  by?: ReadText | undefined;
  date?: CoarseDate | undefined;
  until?: CoarseDate | undefined;
  status: Status;
  sources: string[];
};

/**
 * The citation of the statement that a note stands at, with its sources; those that the article could have had come
 * first. `path` is that of ids in the topic ("facts.roadmap"), `articleDate` null where there is none. `null` where the
 * pack no longer has the statement.
 */
export function citeAt(
  path: string,
  topic: Topic,
  pack: PackManifest | null,
  articleDate: CoarseDate | null,
  languages: readonly string[],
  t: Translate,
): Citation | null {
  const statement = findStatement(path, topic, languages, t);
  if (statement === null) return null;
  const { mark = markOf(statement.status), sources, ...rest } = statement;
  const cited = {
    ...rest,
    mark,
    topic: chooseNames(topic, languages).name,
    sources: sourcesOf(sources, topic, asOf(topic, articleDate)),
    pack,
    article: null,
  };
  return citeStatement(cited, languages, t);
}

function findStatement(
  path: string,
  topic: Topic,
  languages: readonly string[],
  t: Translate,
): Statement | null {
  const [part, id, pointId] = path.split('.');
  const named = <Item extends { id: string }>(items: readonly Item[] = [], wanted = id) =>
    items.find((item) => item.id === wanted);
  const written = (statement: (Omit<Statement, 'text'> & { text: PackText }) | undefined) =>
    statement ? { ...statement, text: readText(statement.text, languages) } : null;
  const ours = (text: string): ReadText => ({ text, lang: t('shared.locale') });
  switch (part) {
    case 'facts':
      return written(named(topic.facts));
    case 'events':
      return written(named(topic.events));
    case 'figures': {
      const figure = named(topic.figures);
      return figure ? { ...figure, text: ours(figureText(figure, languages, t)) } : null;
    }
    case 'thresholds': {
      const threshold = named(topic.thresholds);
      return threshold ? { ...threshold, text: ours(thresholdText(threshold, languages, t)) } : null;
    }
    case 'insights': {
      const point = named(named(topic.insights)?.points, pointId);
      if (!point) return null;
      const { text, by, opinion, ...dated } = point;
      const holder = by === undefined ? undefined : readText(by, languages);
      return {
        ...dated,
        text: readText(text, languages),
        ...(opinion === undefined
          ? { by: holder }
          : { mark: 'opinion', by: ours(t(opinion === 'founding' ? 'card.founding' : 'card.ours')) }),
      };
    }
    default:
      return null;
  }
}
