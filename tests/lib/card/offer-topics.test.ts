import { expect, it } from 'vitest';
import { offerTopics } from '@/lib/card/offer-topics';

const page = (...counts: [topic: string, count: number][]) =>
  counts.map(([topic, count]) => ({ topic, group: topic, count }));

it.each([
  {
    near: { within: ['nvidia'], around: ['h20', 'huawei'] },
    topics: page(['huawei', 9], ['smic', 3], ['nvidia', 1], ['h20', 1]),
    offers: ['nvidia', 'h20', 'huawei', 'smic'],
    because: 'the quote comes before its paragraph, the paragraph before the page, and none twice',
  },
  {
    near: null,
    topics: page(['smic', 1], ['huawei', 9], ['amd', 2], ['asml', 2], ['h20', 1]),
    offers: ['huawei', 'amd', 'asml', 'smic'],
    because: 'of a page the most mentioned come first, four at most',
  },
  { near: null, topics: [], offers: [], because: 'there is nothing to offer' },
])('offers $offers: $because', ({ near, topics, offers }) => {
  expect(offerTopics(near, topics)).toEqual(offers);
});
