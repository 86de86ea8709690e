/**
 * One visit to one page while Sidelight runs on it: reads and paints, follows the page's changes, and has cards once
 * there is something to open them for. Ends with its guard's signal and then leaves nothing behind.
 */
import type { PartName } from '@/lib/detect/layout';
import type { TermIndex } from '@/lib/detect/load-index';
import type { Look } from '@/lib/model/look';
import { isSearchPage } from '@/lib/page/is-search-page';
import type { NotesOfSite } from '@/lib/page/notes-key';
import type { Cards } from './cards';
import type { Guard } from './guard';
import { nextFrame } from './pace';
import { createPainter } from './painter';
import type { ReaderPort, ReaderSettings } from './reader-port';
import { createPageScan } from './scan-page';
import { type Stage, siteOf } from './stage';
import { watchPage } from './watch-page';

export type Visit = ReturnType<typeof beginVisit>;

/** Begins to read the page, then follows its changes. `restart` when a script has put another document into its place, and where what is read of it is another matter. */
export function beginVisit(
  guard: Guard,
  document: Document,
  stage: Stage,
  port: ReaderPort,
  index: TermIndex,
  look: Look,
  generation: string,
  settings: () => ReaderSettings,
  restart: () => void,
) {
  let cards: Promise<Cards> | null = null;
  const loadCards = () => {
    cards ??= import('./on-demand').then(({ createCards }) =>
      createCards(guard, document, stage, port, look, scan, settings),
    );
    return cards;
  };
  const painter = createPainter(guard, look.core, settings, guard.guarded(loadCards));
  const loadParts = (names: PartName[]) => port.loadParts(generation, names);
  const scan = createPageScan(
    document,
    index,
    loadParts,
    painter,
    guard.signal,
    look.core,
    settings,
    siteOf(stage),
    (root) => watcher.observe(root),
  );
  const watcher = watchPage(guard, document, scan, restart);

  const isSearch = () => isSearchPage(document.URL);
  const wasSearch = isSearch();

  const begin = async () => {
    await nextFrame();
    if (guard.signal.aborted || wasSearch) return;
    watcher.observe(document);
    await watcher.readAll();
  };
  guard.guarded(begin)();

  return {
    /** What has been read of the page so far. */
    pageScan: scan,

    /** The page went to another address without loading. */
    async navigated(): Promise<void> {
      if (wasSearch || isSearch()) return restart();
      watcher.readAllLater();
      (await cards)?.navigated();
    },

    /** What is known of notes on this site; nothing once it has none any more. */
    hearOfNotes: async (notes: NotesOfSite | undefined): Promise<void> =>
      (await (notes ? loadCards() : cards))?.hearOfNotes(notes),

    /** The cards of this visit; null where there was nothing yet to open them for. */
    cards: () => cards,
    loadCards,
  };
}
