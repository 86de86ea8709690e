import { useMemo } from 'react';
import { DateSlider } from '@/components/DateSlider';
import type { Topic } from '@/lib/model/pack';
import type { CoarseDate } from '@/lib/time/coarse-date';
import { earliestDay } from '@/lib/time/earliest-day';

type Props = {
  /** What is shown, whose earliest dated content begins the range. */
  topics: readonly Topic[];
  published: CoarseDate | null;
  chosen: CoarseDate | null;
  today: CoarseDate;
  onDate: (date: CoarseDate | null) => void;
};

/** The date as of which everything in the panel is shown. Nothing where nothing that is shown has a date. */
export function AsOf({ topics, published, chosen, today, onDate }: Props) {
  const key = topics.map(({ id }) => id).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is another one at each step of the slider, its topics are not
  const earliest = useMemo(
    () =>
      topics.reduce<CoarseDate | null>((first, topic) => {
        const day = earliestDay(topic);
        return day !== null && (first === null || day < first) ? day : first;
      }, null),
    [key],
  );
  if (earliest === null || earliest >= today) return null;
  return <DateSlider from={earliest} to={today} article={published} chosen={chosen} onDate={onDate} />;
}
