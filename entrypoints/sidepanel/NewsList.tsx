import { i18n } from '#i18n';
import { Fold } from '@/components/Fold';
import { useLive, valueOr } from '@/components/hooks/use-live';
import { Said } from '@/components/topic/Said';
import { SinceFold } from '@/components/topic/SinceFold';
import { chooseNames } from '@/lib/card/first-view';
import { type NewsLine, newsOf } from '@/lib/card/news';
import { listNews } from '@/lib/db/arrivals';
import type { Topic } from '@/lib/model/pack';
import { formatDate } from '@/lib/time/format-date';
import list from './MentionList.module.css';
import styles from './NewsList.module.css';
import { usePanel } from './panel-context';

const NOTHING: ReadonlyMap<string, string[]> = new Map();

/**
 * What pack updates brought since the reader last looked, folded under its number, topic by topic; each line opens its
 * card there. Nothing where nothing is new.
 */
export function NewsList() {
  const { byId, context } = usePanel();
  const { articleDate, languages } = context;
  const news = valueOr(useLive(listNews, []), NOTHING);
  const topics = [...news].flatMap(([id, paths]) => {
    const topic = byId.get(id);
    if (!topic) return [];
    const { known, since } = newsOf(topic, paths, articleDate, languages, i18n.t);
    return known.length + since.length > 0 ? [{ topic, known, since }] : [];
  });
  if (topics.length === 0) return null;
  const count = topics.reduce((sum, { known, since }) => sum + known.length + since.length, 0);
  return (
    <section aria-labelledby="news" className={list.section}>
      <Fold
        heading={
          <h2 id="news" className={list.heading}>
            {i18n.t('panel.news.heading', count)}
          </h2>
        }
      >
        <ul className={list.list}>
          {topics.map((one) => (
            <NewsOfTopic key={one.topic.id} {...one} />
          ))}
        </ul>
      </Fold>
    </section>
  );
}

type News = { topic: Topic; known: readonly NewsLine[]; since: readonly NewsLine[] };

function NewsOfTopic({ topic, known, since }: News) {
  const { context, openTopic } = usePanel();
  return (
    <li className={list.item} data-group={topic.group}>
      <button type="button" className={styles.name} onClick={() => openTopic(topic.id)}>
        <Said text={chooseNames(topic, context.languages).name} className={list.underlined} />
      </button>
      <Lines topic={topic.id} lines={known} />
      <SinceFold count={since.length}>
        <Lines topic={topic.id} lines={since} />
      </SinceFold>
    </li>
  );
}

function Lines({ topic, lines }: { topic: string; lines: readonly NewsLine[] }) {
  const { act } = usePanel();
  return (
    <ul>
      {lines.map(({ path, text, date, section }) => (
        <li key={path}>
          <button
            type="button"
            className={list.sentence}
            onClick={() => act({ act: 'open', view: { view: 'topic', id: topic, section } })}
          >
            {text}
            {date !== null && <span className={styles.date}> {formatDate(date, i18n.t)}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}
