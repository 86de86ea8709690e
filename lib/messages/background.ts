import type { RoundRow } from '@/lib/db/rounds';
import type { VaultName } from '@/lib/model/vault-name';

/** Calls to the background: name, request, response. Only the extension's own pages may call. */
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
  /** A note was written: a round follows when the reader has paused. */
  noteWritten: { request: null; response: null };
};
