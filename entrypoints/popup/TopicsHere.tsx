import { LocateFixed } from 'lucide-react';
import { useState } from 'react';
import { i18n } from '#i18n';
import { Said } from '@/components/topic/Said';
import { shownLanguages } from '@/components/topic-names';
import { chooseNames } from '@/lib/card/first-view';
import type { PageTopic } from '@/lib/messages/page';
import type { Topic } from '@/lib/model/pack';
import styles from './TopicsHere.module.css';

/** How many topics stand there before the reader asks for all: what fits above the composer. */
const SHOWN_FIRST = 6;

type Props = {
  found: readonly PageTopic[];
  topics: ReadonlyMap<string, Topic>;
  onOpen: (id: string) => void;
  onShow: (id: string, name: string) => void;
};

/** The topics mentioned on the page, most mentioned first: one control opens the card, a second goes to the mention. */
export function TopicsHere({ found, topics, onOpen, onShow }: Props) {
  const [all, setAll] = useState(false);
  const ranked = [...found].sort((a, b) => b.count - a.count);
  // A control that brings one row takes the room of that row.
  const more = ranked.length > SHOWN_FIRST + 1 ? ranked.length - SHOWN_FIRST : 0;
  const shown = all || more === 0 ? ranked : ranked.slice(0, SHOWN_FIRST);
  return (
    <>
      <ul className={styles.list}>
        {shown.map(({ topic: id, group, count }) => {
          const topic = topics.get(id);
          const name = topic ? chooseNames(topic, shownLanguages()).name : { text: id, lang: null };
          const show = i18n.t('popup.page.show', [name.text]);
          return (
            <li key={id} className={styles.row}>
              <button type="button" className={styles.open} onClick={() => onOpen(id)}>
                <span aria-hidden className={styles.dot} data-group={group} />
                <Said text={name} className={styles.name} />{' '}
                <span className={styles.count}>{i18n.t('popup.page.mentions', count)}</span>
              </button>
              <button
                type="button"
                className={styles.show}
                aria-label={show}
                title={show}
                onClick={() => onShow(id, name.text)}
              >
                <LocateFixed aria-hidden size={16} />
              </button>
            </li>
          );
        })}
      </ul>
      {more > 0 && (
        <button type="button" className={styles.more} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? i18n.t('popup.page.fewer') : i18n.t('popup.page.all', more)}
        </button>
      )}
    </>
  );
}
