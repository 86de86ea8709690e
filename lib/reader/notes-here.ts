/**
 * Whether this page has notes, as the fingerprints of its addresses tell, which wakes nobody. Only where they say so are
 * the notes asked for, and what finds and paints them is loaded.
 */

import { addressOf } from '@/lib/page/address-of';
import { readLinked } from '@/lib/page/article-facts';
import { canonicalAddress, ownAddress } from '@/lib/page/canonical-address';
import { fingerprint, type NotesOfSite, toNotesKey } from '@/lib/page/notes-key';
import type { Guard } from './guard';
import { type NoteSource, noteSource } from './note-source';
import { createPageNotes, type PageNotes } from './page-notes';

export type NotesHere = ReturnType<typeof lookForNotes>;

/** A page that goes to another address by itself changes its head when it likes. */
const LOOK_AGAIN_MS = [1_000, 4_000];

/** Looks for notes of the page once it is told of the site's. `onFound`: there is something to click now. */
export function lookForNotes(
  guard: Guard,
  document: Document,
  onFound: (notes: PageNotes) => void,
  source: NoteSource = noteSource,
) {
  let ofSite: NotesOfSite | undefined;
  let notes: PageNotes | null = null;
  /** What was asked last. */
  let asked = '';

  const check = guard.guarded(async () => {
    const linked = readLinked(document);
    const url = addressOf(document);
    // The second is that of an article which the reader has set apart.
    const addresses = [canonicalAddress(url, linked), ownAddress(url)] as const;
    const [{ hostname }, own] = [new URL(addresses[0]), new URL(addresses[1])];
    // A cache shows pages of other sites.
    const isCached = ofSite && toNotesKey(hostname) !== toNotesKey(own.hostname);
    const known = [ofSite, isCached && (await source.loadNotesOfSite(hostname))];
    const here = known.find(
      (one) => one && addresses.some((address) => one.pages.includes(fingerprint(address))),
    );
    const question = here ? [here.at, ...addresses].join(' ') : '';
    if (question === asked) return;
    asked = question;
    if (!here) return notes?.forget();
    // Where the background fails, its own pages say so; this one asks again when it next looks.
    const found = await source.askNotesOfPage(url, linked).catch(() => null);
    if (question !== asked) return;
    if (!found) {
      asked = '';
      return;
    }
    if (!notes) {
      notes = createPageNotes(guard, document);
      onFound(notes);
    }
    notes.show(found);
  });

  const checkNowAndLater = () => {
    check();
    for (const delayMs of LOOK_AGAIN_MS) guard.later(delayMs, check);
  };

  return {
    /** What is known of notes on this site. */
    hear(known: NotesOfSite | undefined): void {
      ofSite = known;
      // Notes are taken on the page itself, not on what it frames.
      if (document.defaultView?.top === document.defaultView) checkNowAndLater();
    },
    /** The page went to another address without loading. */
    navigated(): void {
      notes?.forget();
      asked = '';
      if (ofSite) checkNowAndLater();
    },
    /** What is known of where the notes stand; nothing before they are loaded. */
    notes: () => notes,
  };
}
