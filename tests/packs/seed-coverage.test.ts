import { describe, expect, it } from 'vitest';
import type { PackText } from '@/lib/model/pack-fields';
import { readText } from '@/lib/model/read-text';
import { readShippedTopic } from '@/scripts/packs/read-shipped';
import { FOUNDING_INSIGHTS } from './founding-insights';
import { FOUNDING_NEWS } from './founding-news';

/** When the news came; what it states was known then. */
const NEWS_DATE = '2025-09-18';

/** A row for each card that has a statement. */
const TABLE = [...FOUNDING_NEWS, ...FOUNDING_INSIGHTS].flatMap(({ found, words = [], ...statement }) =>
  found.map(({ words: further = [], ...item }) => ({
    date: NEWS_DATE,
    ...statement,
    ...item,
    words: [...words, ...further],
  })),
);

const ALL = [
  ...['N1', 'N2', 'N3', 'N4', 'N5', 'N6', 'N7', 'N8', 'B1', 'B2', 'B3', 'B4', 'B5'],
  ...['Q1', 'Q1a', 'Q1b', 'Q1c', 'Q2', 'Q2a', 'Q2b', 'Q2c', 'Q2d', 'Q3', 'Q3a', 'Q3b', 'Q3c'],
];

const inEnglish = (text: PackText) => readText(text, ['en']).text;

/** The item's text (a point's with its question and holder), date, opinion and sources; null where the card has none. */
function findItem(topicId: string, item: string) {
  const topic = readShippedTopic(topicId);
  const [questionId, pointId] = item.split('/');
  if (pointId !== undefined) {
    const insight = topic.insights.find(({ id }) => id === questionId);
    const point = insight?.points.find(({ id }) => id === pointId);
    if (!insight || !point) return null;
    const text = [insight.question, point.by ?? '', point.text].map(inEnglish).join('\n');
    return { text, date: point.date, opinion: point.opinion, by: point.by, sources: point.sources };
  }
  const found = [...topic.facts, ...topic.events].find(({ id }) => id === item);
  return found
    ? {
        text: inEnglish(found.text),
        date: found.date,
        opinion: undefined,
        by: undefined,
        sources: found.sources,
      }
    : null;
}

describe('what the founding news item states is found on a card', () => {
  it('misses no statement', () => {
    expect(ALL.filter((id) => !TABLE.some((row) => row.id === id))).toEqual([]);
  });

  it.each(TABLE)('$id $states: $topic $item', ({ id, topic, item, words, date }) => {
    const found = findItem(topic, item);
    for (const each of words) expect(found?.text).toMatch(each);
    expect(found?.date).toBe(date);
    expect(found?.sources).not.toEqual([]);
    if (/^Q\d[a-d]$/.test(id)) expect(found?.opinion).toBe('founding');
  });
});
