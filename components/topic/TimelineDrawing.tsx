import { lazy, Suspense, useState } from 'react';
import { i18n } from '#i18n';
import type { TimelineEvent } from '@/lib/model/pack';
import { precisionOf } from '@/lib/time/coarse-date';
import { useCardTopic } from './card-topic';
import styles from './Section.module.css';

const TimelineChart = lazy(async () => ({ default: (await import('./TimelineChart')).TimelineChart }));

/** `toArticle`: events end with the article. Each event must stand in a list beside: the drawing is for the eye alone. */
type Props = { events: readonly TimelineEvent[]; toArticle: boolean };

/** Events on an axis of time, drawn when the reader asks for it. Nothing where all are of one date, and no plan names another. */
export function TimelineDrawing({ events, toArticle }: Props) {
  const { division, languages } = useCardTopic();
  const [isOpen, setOpen] = useState(false);
  const plans = events.filter(({ status, due }) => status === 'planned' && due !== undefined);
  if (new Set([...events.map(({ date }) => date), ...plans.map(({ due }) => due)]).size < 2) return null;
  const isVague = events.some(({ date, until }) => until !== undefined || precisionOf(date) !== 'day');
  return (
    <div>
      <button type="button" className={styles.choice} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {i18n.t('card.timeAxis.open')}
      </button>
      {isOpen && (
        <Suspense>
          <TimelineChart
            events={events}
            article={division.date}
            toArticle={toArticle}
            languages={languages}
          />
          <p className={styles.beside}>{i18n.t('card.timeAxis.list')}</p>
          {isVague && <p className={styles.beside}>{i18n.t('card.timeAxis.vague')}</p>}
          {plans.length > 0 && <p className={styles.beside}>{i18n.t('card.timeAxis.due')}</p>}
        </Suspense>
      )}
    </div>
  );
}
