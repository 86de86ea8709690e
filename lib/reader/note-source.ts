import { browser } from 'wxt/browser';
import { callBackground } from '@/lib/messages/call-background';
import type { PageNote } from '@/lib/messages/page';
import { type NotesOfSite, toNotesKey } from '@/lib/page/notes-key';

/** Where a page hears of its notes. */
export type NoteSource = {
  /** What is known of notes on the site of a host, without waking the background. */
  loadNotesOfSite: (host: string) => Promise<NotesOfSite | undefined>;
  /** The notes of the article at an address; wakes the background. `linked` as in `PageFacts`. */
  askNotesOfPage: (url: string, linked: string) => Promise<PageNote[]>;
};

/** The extension's own storage and messages. */
export const noteSource: NoteSource = {
  async loadNotesOfSite(host) {
    const key = toNotesKey(host);
    return (await browser.storage.local.get(key))[key] as NotesOfSite | undefined;
  },
  askNotesOfPage: async (url, linked) => (await callBackground('notesOfPage', { url, linked })).notes,
};
