import type { StoredIndex } from '@/lib/detect/index-store-keys';
import type { IndexParts, PartName } from '@/lib/detect/layout';
import type { AnswerCall } from '@/lib/messages/answer-page';
import type { Settings } from '@/lib/model/settings';
import type { NotesOfSite } from '@/lib/page/notes-key';

/** The reader's settings, and the topics on which there is something new to them; absent where there is nothing. */
export type ReaderSettings = Settings & { news?: readonly string[] | undefined };

/**
 * Everything of the browser outside the document that a session needs: the content script brings the
 * extension's storage and messages, a page of our own or the bench bring what they like.
 */
export type ReaderPort = {
  /**
   * What holds for the reader, the generation of the index in use (null while none is installed), its first part, unless
   * it is of the generation that is known already, and what is known of notes on this site, where it has any.
   */
  load: (known?: string) => Promise<{
    settings: ReaderSettings;
    generation: string | null;
    first?: StoredIndex | undefined;
    notes?: NotesOfSite | undefined;
  }>;
  /** Parts of a generation by name, without those that are gone. */
  loadParts: (generation: string, names: PartName[]) => Promise<IndexParts>;
  /** Calls back when what `load` gives has changed, as long as the page stands. */
  watch: (changed: () => void) => void;
  answer: (answer: AnswerCall, signal: AbortSignal) => void;
  /** Address of the card's page, and the origin that its document then has: in Chromium not that of the address. */
  card: () => { address: string; origin: string };
  /** False once the extension was updated or removed under the page. */
  isAlive: () => boolean;
};
