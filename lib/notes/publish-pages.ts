/**
 * Tells pages whether they may hold notes (see `lib/page/notes-key`): in `storage.local`, which a page reads without
 * waking anybody, and as numbers, from which nobody reads an address.
 */
import { browser } from 'wxt/browser';
import { listJoined } from '@/lib/db/apart-articles';
import { listCanonicals } from '@/lib/db/notes';
import { ofOwnAndShared } from '@/lib/db/of-each-vault';
import { fingerprint, NOTES_PREFIX, type NotesOfSite, toNotesKey } from '@/lib/page/notes-key';
import { notesOfPage } from './read-notes';

/** Where a cache keeps the pages of other sites: it is asked for as soon as there is any note. */
const CACHE_KEY = toNotesKey('cdn.ampproject.org');
const OF_CACHE: NotesOfSite = { pages: [], at: 0 };

/** Tells the pages of these articles, by canonical address, that their notes were written; `at` is milliseconds since 1970. */
export function publishPages(canonicals: readonly string[], at: number): Promise<void> {
  return withLock(async () => {
    const joined = await listJoined();
    const alike = joined.filter((one) => canonicals.includes(one.canonical)).map(({ own }) => own);
    for (const canonical of new Set([...canonicals, ...alike])) {
      const key = keyOf(canonical);
      if (key === null) continue;
      const { pages } = (await load(key)) ?? OF_CACHE;
      const mark = fingerprint(canonical);
      const others = pages.filter((page) => page !== mark);
      const same = joined.find(({ own }) => own === canonical)?.canonical ?? canonical;
      const isNoted = (await notesOfPage(canonical)).length + (await notesOfPage(same)).length > 0;
      if (isNoted || others.length > 0) {
        const known: NotesOfSite = { pages: isNoted ? [...others, mark].sort() : others, at };
        await browser.storage.local.set({ [CACHE_KEY]: (await load(CACHE_KEY)) ?? OF_CACHE, [key]: known });
      } else await browser.storage.local.remove(key);
    }
  });
}

/**
 * Tells the pages of all articles anew. `at`: when notes were written that nobody has told of; null where nothing was
 * written, and then only what does not hold any more is written.
 */
export function publishAllPages(at: number | null): Promise<void> {
  return withLock(async () => {
    const canonicals = new Set((await ofOwnAndShared(listCanonicals)).flat());
    for (const { own, canonical } of await listJoined()) if (canonicals.has(canonical)) canonicals.add(own);
    const wanted = new Map<string, Set<number>>();
    for (const canonical of canonicals) {
      const key = keyOf(canonical);
      if (key !== null) wanted.set(key, (wanted.get(key) ?? new Set()).add(fingerprint(canonical)));
    }
    const keys = (await browser.storage.local.getKeys()).filter((key) => key.startsWith(NOTES_PREFIX));
    const stored = (await browser.storage.local.get(keys)) as Record<string, NotesOfSite>;
    const fresh: Record<string, NotesOfSite> = {};
    for (const [key, marks] of wanted) {
      const pages = [...marks].sort();
      if (at !== null || pages.join() !== stored[key]?.pages.join()) fresh[key] = { pages, at: at ?? 0 };
    }
    if (wanted.size > 0 && !wanted.has(CACHE_KEY)) {
      wanted.set(CACHE_KEY, new Set());
      if (!stored[CACHE_KEY]) fresh[CACHE_KEY] = OF_CACHE;
    }
    await browser.storage.local.remove(keys.filter((key) => !wanted.has(key)));
    await browser.storage.local.set(fresh);
  });
}

function keyOf(canonical: string): string | null {
  const host = URL.parse(canonical)?.hostname;
  return host ? toNotesKey(host) : null;
}

async function load(key: string): Promise<NotesOfSite | undefined> {
  return (await browser.storage.local.get(key))[key] as NotesOfSite | undefined;
}

/** One writer at a time, whichever page or worker it is. */
async function withLock(work: () => Promise<void>): Promise<void> {
  await navigator.locks.request('sidelight-note-pages', work);
}
