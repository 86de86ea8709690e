import type { Mention } from '@/lib/detect/mention';
import type { Settings } from '@/lib/model/settings';
import { isWithin } from '@/lib/settings/is-site-on';
import { topicKey, wordKey } from '@/lib/settings/quiet-keys';

/** Answers whether a mention in a text may be painted and listed: on this site the reader has not quieted it. */
export function createHearing(quieted: Settings['quieted'], site: string) {
  const keys = new Set(quieted.map((one) => (!one.site || isWithin(site, one.site) ? one.key : '')));
  return (mention: Mention, text: string): boolean =>
    !keys.size ||
    !(keys.has(wordKey(text.slice(mention.start, mention.end))) || keys.has(topicKey(mention.opens)));
}
