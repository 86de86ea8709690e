import type { RoundRow } from '@/lib/db/rounds';
import type { VaultName } from '@/lib/model/vault-name';
import type { PageNote } from './page';

/** Calls to the background: name, request, response. But for the last, only the extension's own pages may call. */
export type BackgroundCalls = {
  /**
   * Opens the options page or the popup as a page in a tab of its own, or goes to the tab that shows it already.
   * `tabId`: the tab that the popup is about; `null` is the tab of the calling page.
   */
  openPage: {
    request: { page: 'options' } | { page: 'popup'; tabId: number | null };
    response: { opened: boolean };
  };
  /** Shows a place in the side panel of the calling tab's window; `place` as `writePlace` gives it. To be called in the reader's click. */
  openPanel: { request: { place: string }; response: null };
  /** Installs the shipped packs again and rewrites the term index; for "Try again" where the database was missing. */
  reinstall: { request: null; response: { topics: number } };
  /** Makes a round of sync now. `isApproved`: the reader has agreed to what the preview of the last one showed. */
  syncNow: { request: { vault: VaultName; isApproved: boolean }; response: { round: RoundRow } };
  /** Stops the round that is running, if any. */
  stopSync: { request: null; response: null };
  /** Nothing is new any more on some topic: pages are to paint it as the others. */
  newsSeen: { request: null; response: null };
  /** Puts the notes that wait into the index that search reads. Answers at once. */
  indexNotes: { request: null; response: null };
  /**
   * A note was written: its pages are told, the index takes it in, and a round follows when the reader has paused. `pages`: the canonical
   * addresses of their articles; null where any may be among them.
   */
  noteWritten: { request: { pages: string[] | null }; response: null };
  /** The notes of the article at an address, for its page: the one call that a content script may make. */
  notesOfPage: { request: { url: string; linked: string }; response: { notes: PageNote[] } };
};
