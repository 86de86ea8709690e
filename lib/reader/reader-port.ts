import type { IndexParts, PartName } from '@/lib/detect/layout';
import type { PageHandlers } from '@/lib/messages/answer-page';
import type { Look } from '@/lib/model/look';
import type { Settings } from '@/lib/model/settings';

/** The reader's settings, and the topics on which there is something new to them; absent where there is nothing. */
export type ReaderSettings = Settings & { news?: readonly string[] | undefined };

/**
 * Everything of the browser outside the document that a session needs: the content script brings the
 * extension's storage and messages, a page of our own or the bench bring what they like.
 */
export type ReaderPort = {
  /** What holds for the reader, and the generation of the index in use; null while none is installed. */
  load: () => Promise<{ settings: ReaderSettings; generation: string | null }>;
  /** The first part of one generation of the index, and the look of its paint; null when it is gone. */
  loadIndex: (generation: string) => Promise<{ bytes: Uint8Array; look: Look } | null>;
  /** Parts of a generation by name, without those that are gone. */
  loadParts: (generation: string, names: PartName[]) => Promise<IndexParts>;
  /** Calls back when the settings or the index in use have changed, as long as the page stands. */
  watch: (changed: () => void) => void;
  answer: (handlers: PageHandlers, signal: AbortSignal) => void;
  /** Address of the card's page, and the origin that its document then has: in Chromium not that of the address. */
  card: () => { address: string; origin: string };
  /** False once the extension was updated or removed under the page. */
  isAlive: () => boolean;
};
