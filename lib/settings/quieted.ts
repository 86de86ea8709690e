/** The list of what the reader quieted: one entry for each key and site, oldest first. */
import type { Quieted, Settings } from '@/lib/model/settings';
import { topicKey, wordKey } from './quiet-keys';

/** What identifies an entry in its list. */
export type QuietedPlace = Pick<Quieted, 'key' | 'site'>;

/** A word to be quieted on a site (see `toSite`) and its subdomains, or everywhere where that is empty; `day` is today. */
export function quietWord(word: string, site: string, day: string): Quieted {
  return { type: 'word', key: wordKey(word), site, day, word };
}

/** A topic to be quieted until there is news of it; `name` is what options call it. */
export function quietTopic(topic: string, name: string, day: string): Quieted {
  return { type: 'topic', key: topicKey(topic), site: '', day, topic, name };
}

/** The list with an entry, at its end; as it was where the same is quieted already. */
export function addQuieted(list: readonly Quieted[], entry: Quieted): Quieted[] {
  return list.some(isSame(entry)) ? [...list] : [...list, entry];
}

/** The list without an entry. */
export function liftQuieted(list: readonly Quieted[], place: QuietedPlace): Quieted[] {
  return list.filter((one) => !isSame(place)(one));
}

/** The list without the topics that a pack has brought something new on. */
export function liftQuietedTopics(
  list: Settings['quieted'],
  changedTopicIds: readonly string[],
): Settings['quieted'] {
  return list.filter((one) => one.type !== 'topic' || !changedTopicIds.includes(one.topic));
}

function isSame({ key, site }: QuietedPlace) {
  return (one: QuietedPlace) => one.key === key && one.site === site;
}
