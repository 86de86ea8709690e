import { foldForSearch } from '@/lib/model/fold-for-search';
import type { Topic } from '@/lib/model/pack';

/**
 * The topics that a query may mean, best first: a name or alias that is the query, then one that begins
 * with it, then one with a word that begins with it, then one that holds it anywhere, then those that hold
 * all its words. Names count before aliases; equal ones stay in the order given. A blank query finds none.
 */
export function searchTopics(topics: Topic[], query: string): Topic[] {
  const wanted = foldForSearch(query);
  if (wanted === '') return [];
  return topics
    .map((topic) => ({ topic, rank: rankOf(topic, wanted) }))
    .filter(({ rank }) => rank < NOT_FOUND)
    .sort((a, b) => a.rank - b.rank)
    .map(({ topic }) => topic);
}

const NOT_FOUND = 10;

function rankOf(topic: Topic, wanted: string): number {
  const names = topic.names.map((name) => rankText(foldForSearch(name.text), wanted) * 2);
  const aliases = [topic.id, ...topic.terms.map((term) => term.text)].map(
    (text) => rankText(foldForSearch(text), wanted) * 2 + 1,
  );
  return Math.min(NOT_FOUND, ...names, ...aliases);
}

function rankText(text: string, wanted: string): number {
  if (text === wanted) return 0;
  if (text.startsWith(wanted)) return 1;
  if (text.includes(` ${wanted}`)) return 2;
  if (text.includes(wanted)) return 3;
  if (wanted.split(' ').every((word) => text.includes(word))) return 4;
  return NOT_FOUND;
}
