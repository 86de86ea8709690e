/**
 * How a page learns whether it may hold notes without waking anybody: `storage.local` has for each site with notes one
 * key, which nobody can read the site from, and under it the fingerprints of its articles.
 */
import { HASH_SEED, hashUnit } from '@/lib/detect/layout';

/** What stands under a site's key: the fingerprints of canonical addresses with notes, and when a note of theirs was last written. */
export type NotesOfSite = { pages: number[]; at: number };

/** What the key of every site begins with. */
export const NOTES_PREFIX = 'notes:';

/** 32 bits that stand for a text and do not tell it. */
export function fingerprint(text: string): number {
  return [...text].reduce((hash, letter) => hashUnit(hash, letter.charCodeAt(0)), HASH_SEED);
}

/** The key for the site of a host name: its last two labels, so that all hosts of a site share it. */
export function toNotesKey(host: string): string {
  return NOTES_PREFIX + fingerprint(host.split('.').slice(-2).join('.'));
}
