/**
 * The conversation between the reader session of a page and the card frame, over one `MessagePort`.
 * Both ends check what they get: see `isToCard` and `isFromCard`.
 */
import type { PageFacts, PageTopic } from './page';

/** The one `window` message that hands the port over. */
export const CARD_HANDSHAKE = 'sidelight-card';

/** Session → frame. */
export type ToCard =
  | {
      type: 'show';
      /** Rises with each show: the frame's answers carry it, so that a late one is told apart. */
      visit: number;
      topic: string;
      /** The mention as it stands on the page, and the site that the reader is on; empty where there is none. */
      word: string;
      site: string;
      article: PageFacts;
      pageTopics: PageTopic[];
      /** Opened by keyboard: the frame takes the focus. */
      focus: boolean;
      /** Come to by going from mention to mention: which of how many that are painted, from 1; null otherwise. */
      step: { at: number; of: number } | null;
    }
  | { type: 'hide' };

/** Frame → session. Heights in CSS pixels. */
export type FromCard =
  | { type: 'ready' }
  | { type: 'shown'; visit: number; height: number }
  | { type: 'height'; visit: number; height: number }
  | { type: 'close'; visit: number }
  /** Whether the pointer is on the card: Chromium tells the page around a frame of another process nothing. */
  | { type: 'pointer'; visit: number; inside: boolean }
  /** Whether the card is pinned or holds unsaved text: it then stays until it is closed or another is asked for. */
  | { type: 'holding'; visit: number; holding: boolean };
