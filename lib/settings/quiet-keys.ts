/** What the reader quieted, as one text to look up. Free of zod: the content script looks it up for each mention. */
import { evenOut } from '@/lib/detect/written';

/** The key of a topic. */
export function topicKey(topic: string): string {
  return `#${topic}`;
}

/** The key of a word as it stands on a page: the same for any case, width, hyphen and gap. */
export function wordKey(word: string): string {
  return evenOut(word).toLowerCase();
}
