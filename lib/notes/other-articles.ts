import type { Target } from '@/lib/model/note';
import { toNotesKey } from '@/lib/page/notes-key';
import { latestNotes } from './read-notes';

/** How many notes are looked at. */
const LOOKED_AT = 200;
const MOST = 8;

/** An article with notes. */
type NotedArticle = Pick<Target, 'canonical' | 'title'>;

/**
 * Other articles with notes than the one of a canonical address: those of its site, newest note first, at most 8; and
 * whether there is any, on whatever site.
 */
export async function otherArticles(canonical: string): Promise<{ ofSite: NotedArticle[]; isAny: boolean }> {
  const site = toSite(canonical);
  const others = new Map<string, NotedArticle>();
  for (const { target } of await latestNotes(LOOKED_AT)) {
    if (target && target.canonical !== canonical && toSite(target.canonical) !== null)
      others.set(target.canonical, others.get(target.canonical) ?? target);
  }
  const ofSite = [...others.values()].filter((other) => toSite(other.canonical) === site);
  return { ofSite: ofSite.slice(0, MOST), isAny: others.size > 0 };
}

/** Hosts of one site have one key; null where the address is none of the web. */
function toSite(address: string): string | null {
  const url = URL.parse(address);
  return url && /^https?:$/.test(url.protocol) ? toNotesKey(url.hostname) : null;
}
