import { expect, it } from 'vitest';
import { figureSeries } from '@/lib/card/figure-series';
import { readShippedTopic } from '@/scripts/packs/read-shipped';

const datesOf = (topic: string) =>
  figureSeries(readShippedTopic(topic).figures).map(({ points }) => points.map(({ date }) => date));

it.each([
  {
    topic: 'smic',
    dates: [
      ['2024', '2025'],
      ['2025', '2026', '2027'],
    ],
    because: 'money and wafers by year',
  },
  {
    topic: 'entity-list',
    dates: [['2023-10-17', '2024-12-02', '2025-01-16', '2025-03-25', '2025-09-12']],
    because: 'what has no period has its day',
  },
  { topic: 'ascend-910c', dates: [], because: 'a chip does not grow faster by being described again' },
  {
    topic: 'trade-truce',
    dates: [['2025-05', '2025-06']],
    because: 'a label of the pack’s own is as good as a measure',
  },
])('of $topic are $dates: $because', ({ topic, dates }) => {
  expect(datesOf(topic)).toEqual(dates);
});
