import { markOfEvent } from '@/lib/card/mark-of-event';
import type { TimelineEvent } from '@/lib/model/pack';
import { planState } from '@/lib/time/as-of';
import { useCardTopic } from './card-topic';
import { StatementLine } from './StatementLine';

/** An event as a line whose date stands beside it, with what has become of it where it was a plan. */
export function EventLine({ event }: { event: TimelineEvent }) {
  const { division, today } = useCardTopic();
  return (
    <StatementLine
      at={`events.${event.id}`}
      statement={event}
      mark={markOfEvent(event)}
      plan={planState(event, division, today)}
      withoutDate
    />
  );
}
