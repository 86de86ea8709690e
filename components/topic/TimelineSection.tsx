import { i18n } from '#i18n';
import { byNewest } from '@/lib/card/by-newest';
import type { TimelineEvent } from '@/lib/model/pack';
import { outsideFold } from '@/lib/time/as-of';
import { Outcomes } from './BackgroundSection';
import { useCardTopic } from './card-topic';
import { EventLine } from './EventLine';
import styles from './Section.module.css';
import { SinceFold } from './SinceFold';
import { DateOf } from './StatementLine';
import { TimelineDrawing } from './TimelineDrawing';

/** The events of a topic, newest first; later ones folded. */
export function TimelineSection() {
  const { division } = useCardTopic();
  const { events } = outsideFold(division);
  const { since } = division;
  const outcomes = since.outcomes.filter(({ plan }) => events.some((event) => event.id === plan.id));
  return (
    <div className={styles.section}>
      {events.length === 0 && <p className={styles.empty}>{i18n.t('card.empty.timeline')}</p>}
      <TimelineDrawing events={events} toArticle />
      <Events events={events} />
      <SinceFold count={since.events.length + outcomes.length}>
        {since.events.length > 0 && (
          <TimelineDrawing events={[...events, ...since.events]} toArticle={false} />
        )}
        <Outcomes outcomes={outcomes} />
        <Events events={since.events} />
      </SinceFold>
    </div>
  );
}

function Events({ events }: { events: TimelineEvent[] }) {
  if (events.length === 0) return null;
  return (
    <ol className={styles.list}>
      {[...events].sort(byNewest).map((event) => (
        <li key={event.id} className={styles.day}>
          <p className={styles.date}>
            <DateOf statement={event} />
          </p>
          <div>
            <EventLine event={event} />
          </div>
        </li>
      ))}
    </ol>
  );
}
