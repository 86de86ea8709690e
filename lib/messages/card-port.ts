/**
 * The conversation between the reader session of a page and the card frame, over one `MessagePort`.
 * Both ends check what they get: see `isToCard` and `isFromCard`.
 */
import type { PageFacts, PageTopic, SaidSelection } from './page';

/** The one `window` message that hands the port over. */
export const CARD_HANDSHAKE = 'sidelight-card';

/** What the card is to show: a topic, a note of the reader's, or a place to write one on what is selected. */
export type CardSubject =
  /**
   * `word`: the mention as it stands on the page. `step`: where the reader came by going from mention to mention, which
   * of how many painted ones it is, from 1; null otherwise.
   */
  | { type: 'show'; topic: string; word: string; step: { at: number; of: number } | null }
  | { type: 'note'; id: string }
  | { type: 'write'; selection: SaidSelection };

/** Where it is shown. */
export type CardSurroundings = {
  /** The site that the reader is on; empty where there is none. */
  site: string;
  article: PageFacts;
  pageTopics: PageTopic[];
};

/** A card as it is asked for. `focus`: opened by keyboard, the frame takes the focus. */
export type CardAsked = CardSubject & { focus: boolean };

/** Session → frame. */
export type ToCard =
  /** `visit` rises with each: the frame's answers carry it, so that a late one is told apart. */
  (CardAsked & CardSurroundings & { visit: number }) | { type: 'hide' };

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
