import { createContext, useContext } from 'react';
import type { CitedArticle } from '@/lib/card/citation';
import type { Note } from '@/lib/model/note';

/** What the reader has beside the card: the article (null: none), the notes on the topic, and whether text is unsaved. */
export type Reading = {
  article: CitedArticle | null;
  notes: readonly Note[];
  /** Called with true while a form in the card holds text that is not saved. */
  onHolding: (holding: boolean) => void;
  /** Lines that came with a pack update and were not seen yet, by their paths. */
  arrivals: ReadonlySet<string>;
  /** Called for one of them when it has been shown for two seconds. */
  onSeen: (line: string) => void;
};

/** What the lines of a card share: of all of them one at most has its menu open. */
export type CardLines = Reading & { open: string | null; onOpen: (line: string | null) => void };

/** Set by `CardSections` around the open section. */
export const CardLinesContext = createContext<CardLines | null>(null);

/** What the lines of the card around this component share. Throws outside a card. */
export function useCardLines(): CardLines {
  const lines = useContext(CardLinesContext);
  if (lines === null) throw new Error('A line of a card stands outside a section');
  return lines;
}
