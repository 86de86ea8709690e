import { memo, useEffect, useMemo, useRef } from 'react';
import { i18n } from '#i18n';
import { Beside } from '@/components/topic/Beside';
import line from '@/components/topic/GroupLine.module.css';
import { Mark } from '@/components/topic/Mark';
import { Said } from '@/components/topic/Said';
import { chooseNames, firstView, type ViewContext } from '@/lib/card/first-view';
import type { PageMention } from '@/lib/messages/page';
import type { Topic } from '@/lib/model/pack';
import { formatDate } from '@/lib/time/format-date';
import styles from './MentionList.module.css';

type Props = {
  mentions: readonly PageMention[];
  /** The topic that the reader of the page has before the eyes. */
  inView: string | null;
  topics: ReadonlyMap<string, Topic>;
  context: ViewContext;
  onOpen: (id: string) => void;
  onGoTo: (id: string, name: string) => void;
};

/** Topics in reading order, each with the sentence that first mentions it and what was newest known of it; the one in view is marked and kept in sight. */
export function MentionList({ mentions, inView, topics, context, onOpen, onGoTo }: Props) {
  const current = useRef<HTMLLIElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time that another one comes into view
  useEffect(() => {
    current.current?.scrollIntoView?.({ block: 'nearest' });
  }, [inView]);
  return (
    <ol className={styles.list} aria-label={i18n.t('panel.page.list')}>
      {mentions.map((mention) => {
        const { topic: id, group, count, sentence } = mention;
        const topic = topics.get(id);
        const name = topic ? chooseNames(topic, context.languages).name : { text: id, lang: null };
        const isInView = id === inView;
        return (
          <li
            key={id}
            ref={isInView ? current : null}
            className={styles.item}
            aria-current={isInView || undefined}
            data-group={group}
          >
            <div className={styles.head}>
              <button type="button" className={styles.name} onClick={() => onOpen(id)}>
                <Said text={name} className={line.name} />
              </button>{' '}
              <span className={styles.count}>{i18n.t('popup.page.mentions', count)}</span>
            </div>
            <button
              type="button"
              className={styles.sentence}
              dir="auto"
              title={i18n.t('panel.page.goTo', [name.text])}
              onClick={() => onGoTo(id, name.text)}
            >
              {sentence.before}
              <strong>{sentence.name}</strong>
              {sentence.after}
            </button>
            {topic && <KnownThen topic={topic} context={context} />}
          </li>
        );
      })}
    </ol>
  );
}

/** The newest statement on a topic as of the date: what the first view of its card says. */
const KnownThen = memo(function KnownThen({ topic, context }: { topic: Topic; context: ViewContext }) {
  const known = useMemo(() => firstView(topic, context).known, [topic, context]);
  if (known === null) return <p className={styles.known}>{i18n.t('card.nothingKnown')}</p>;
  return (
    <div className={styles.known}>
      <Said as="p" text={known.text} className={styles.statement} />
      <Beside className={styles.beside}>
        <Mark mark={known.mark} />
        {known.date && <span>{formatDate(known.date, i18n.t)}</span>}
      </Beside>
    </div>
  );
});
