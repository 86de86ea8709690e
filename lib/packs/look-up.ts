import { findMentions } from '@/lib/detect/find-mentions';
import type { TermIndex } from '@/lib/detect/load-index';
import { foldForSearch } from '@/lib/model/fold-for-search';
import type { Topic } from '@/lib/model/pack';

/**
 * The id of the topic that a text means: the one it names, by any of its names or terms; else that of the first mention
 * in it, as the rules for pages find it. Null where it means none.
 */
export function lookUp(text: string, topics: readonly Topic[], index: TermIndex | null): string | null {
  const wanted = foldForSearch(text);
  if (wanted === '') return null;
  const isWanted = ({ text: name }: { text: string }) => foldForSearch(name) === wanted;
  const named =
    topics.find(({ names }) => names.some(isWanted)) ?? topics.find(({ terms }) => terms.some(isWanted));
  return named?.id ?? (index && findMentions(index, text)[0]?.opens) ?? null;
}
