import type { Mention } from '@/lib/detect/mention';
import type { Settings } from '@/lib/model/settings';
import { isWithin } from '@/lib/settings/is-site-on';
import { topicKey, wordKey } from '@/lib/settings/quiet-keys';

/** Takes out of mentions in a text what may not be painted and listed: what the reader has quieted on this site. */
export function createHearing(quieted: Settings['quieted'], site: string) {
  const keys = new Set(quieted.map((one) => (!one.site || isWithin(site, one.site) ? one.key : '')));
  const isHeard = (mention: Mention, text: string) =>
    !(keys.has(wordKey(text.slice(mention.start, mention.end))) || keys.has(topicKey(mention.opens)));
  return (mentions: Mention[], text: string): Mention[] =>
    keys.size ? mentions.filter((mention) => isHeard(mention, text)) : mentions;
}
