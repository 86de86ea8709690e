/**
 * The cards of a page: opened by pointer, tap and step, kept at their words while the page moves. Loaded when the first
 * mention is painted or notes may stand on the page: one without either never pays for it.
 */
import type { CardAsked, CardSubject } from '@/lib/messages/card-port';
import type { PageCalls } from '@/lib/messages/page';
import type { Look } from '@/lib/model/look';
import type { Settings } from '@/lib/model/settings';
import { isInteractive } from '@/lib/page/element-kinds';
import type { NotesOfSite } from '@/lib/page/notes-key';
import { isSiteOn, toSite } from '@/lib/settings/is-site-on';
import { createCardHost } from './card-host';
import { findSelected } from './find-selected';
import { createGuard, type Guard } from './guard';
import type { Spot } from './held-blocks';
import { createHitTest, type Hit, type HitTest } from './hit-test';
import { watchPointer } from './hover';
import type { NotesHere } from './notes-here';
import type { PageNotes } from './page-notes';
import { pageTopics } from './page-topics';
import type { ReaderPort } from './reader-port';
import { recallFacts } from './recall-facts';
import type { PageScan } from './scan-page';
import { type Place, type Stage, siteOf, toStage } from './stage';
import { nextSpot, scrollToSpot } from './step-mentions';
import { visibleSpots } from './visible-spots';

export type Cards = ReturnType<typeof createCards>;

/** What the open card stands at. `mention`: the mention that it is about, if it is about one. */
type Opened = { near: Element; rects: () => DOMRect[]; mention: Spot | null };

/** Which mention of how many a step has led to; null where it was none. */
type Step = Extract<CardSubject, { type: 'show' }>['step'];

/** Longest word that goes into a message. UTF-16 units, as all terms of a pack are far shorter. */
const MOST_OF_WORD = 300;

/**
 * Opens cards for the mentions of a scan. Leaves nothing behind when the visit's signal aborts; but where the reader has
 * switched the site off, a card that is open, which may be where they did it, stays until they leave it.
 */
export function createCards(
  visit: Guard,
  document: Document,
  stage: Stage,
  port: ReaderPort,
  look: Look,
  scan: PageScan,
  settings: () => Settings,
) {
  const window = document.defaultView as Window;
  const outer = stage.document.defaultView as Window;
  const site = siteOf(stage);
  const life = new AbortController();
  const guard = createGuard(life.signal, visit.fail);
  const hitTest = createHitTest(document, scan);
  const hitAt: HitTest['hitAt'] = (x, y) => (visit.signal.aborted ? null : hitTest.hitAt(x, y));
  const card = createCardHost(
    guard,
    stage.document,
    look,
    port.card,
    () => ({
      site: toSite(site),
      article: recallFacts(stage),
      pageTopics: pageTopics(visibleSpots(scan, 'mentions')),
    }),
    () => hide(),
    (inside) => (inside ? pointer.stay() : pointer.leave()),
  );
  let opened: Opened | null = null;
  /** The mention that stepping goes on from. */
  let stepped: Spot | null = null;
  /** The mention whose card stands ready, unseen. */
  let prepared: Spot | null = null;

  const hide = () => {
    opened = prepared = null;
    card.hide();
    if (visit.signal.aborted) life.abort();
  };
  /** The page is left: a card that it would come back with is none. */
  const remove = () => {
    opened = prepared = null;
    card.remove();
  };
  // The visit may have ended while this module was on its way.
  if (visit.signal.aborted) life.abort();
  visit.atEnd(() => {
    const isSwitchedOff = port.isAlive() && !isSiteOn(site, settings().sites);
    if (!opened || !isSwitchedOff) return life.abort();
    const { navigation } = outer as { navigation?: EventTarget };
    if (navigation) guard.listen(navigation, ['currententrychange' as 'focus'], hide);
  });

  /**
   * What the card must not cover: as wide as the rectangle, and as tall as the whole place, which may be broken over
   * lines.
   */
  const placeAt = (rects: readonly DOMRect[], { left, width }: Place): Place => {
    const top = Math.min(...rects.map((rect) => rect.top));
    return { left, width, top, height: Math.max(...rects.map((rect) => rect.bottom)) - top };
  };

  const cardOf = ({ held, mention }: Spot, step: Step): CardAsked => ({
    type: 'show',
    topic: mention.opens,
    word: held.block.text.slice(mention.start, mention.end).slice(0, MOST_OF_WORD),
    step,
    focus: step !== null,
  });

  const prepare = ({ spot, rect }: Hit) => {
    if (!port.isAlive()) return guard.fail();
    const at = openedAt(spot, true);
    const place = toStage(stage, placeAt(at.rects(), rect));
    if (card.prepare(nearOf(at), place, cardOf(spot, null))) prepared = spot;
  };

  const unprepare = () => {
    if (prepared) card.hide();
    prepared = null;
  };

  const nearOf = ({ near }: Opened) => stage.frames.at(-1) ?? near;

  /** Opens a card; with null in its place the one that was prepared. */
  const open = (at: Opened, rect: Place, asked: CardAsked | null) => {
    // Last chance to notice that the extension was updated under us: its frame would stay empty.
    if (!port.isAlive()) return guard.fail();
    prepared = null;
    opened = card.show(nearOf(at), toStage(stage, placeAt(at.rects(), rect)), asked) ? at : null;
  };

  const openedAt = (spot: Spot, isMention: boolean): Opened => ({
    near: (spot.held.block.nodes[0] as Text).parentElement as Element,
    rects: () => hitTest.rectsOf(spot),
    mention: isMention ? spot : null,
  });

  const show = ({ spot, rect }: Hit, step: Step = null) => {
    const isPrepared = !step && prepared?.mention === spot.mention;
    open(openedAt(spot, true), rect, isPrepared ? null : cardOf(spot, step));
  };

  /** Keeps the card at its place while the page moves; closes it when the place leaves the screen. */
  const follow = () => {
    if (!opened) return;
    const rects = opened.rects();
    const [rect] = rects;
    const seen = rect && toStage(stage, placeAt(rects, rect));
    if (seen && isOnScreen(window, rect) && isOnScreen(outer, seen)) card.moveTo(seen);
    else if (!card.isHeld()) hide();
  };

  const pointer = watchPointer(
    guard,
    document,
    hitAt,
    settings,
    { ...card, prepare, unprepare },
    () => opened?.mention ?? null,
    show,
    hide,
  );
  for (const view of new Set([window, outer])) {
    guard.listen(view, ['keydown'], ({ key }) => key === 'Escape' && hide());
    guard.listen(view, ['beforeprint'], hide);
    guard.listen(view, ['scroll', 'resize'], follow);
  }
  if (outer !== window) guard.listen(outer, ['pointerdown'], hide);
  guard.listen(window, ['pagehide'], remove);

  let here: NotesHere | null = null;
  /** Opens notes by a click on the page's own text, as soon as there are any. */
  const followClicks = (notes: PageNotes) => {
    const painted = createHitTest(document, notes);
    visit.listen(window, ['click'], (event) => {
      const { button, clientX, clientY } = event;
      const isSelecting = document.getSelection()?.isCollapsed === false;
      if (button || isSelecting || event.composedPath().some(isInteractive)) return;
      // A mention in the passage has a card of its own.
      const hit = hitAt(clientX, clientY) ? null : painted.hitAt(clientX, clientY);
      if (hit)
        open(openedAt(hit.spot, false), hit.rect, { type: 'note', id: hit.spot.mention.opens, focus: false });
    });
  };

  return {
    /** The page went to another address without loading. */
    navigated(): void {
      pointer.quieten();
      here?.navigated();
      stepped = null;
      remove();
    },

    /** Scrolls to the first mention of a topic that the page shows, which is painted in any density. */
    scrollToMention({ topic }: PageCalls['scrollToMention']['request']): boolean {
      const spot = visibleSpots(scan, 'mentions').find(({ mention }) => mention.opens === topic);
      if (!spot) return false;
      stepped = spot;
      scrollToSpot(spot, hitTest);
      return true;
    },

    /** Goes to the next or previous painted mention and opens its card, focus and all. */
    stepMention({ direction }: PageCalls['stepMention']['request']): boolean {
      const spots = visibleSpots(scan, 'painted');
      const spot = nextSpot(spots, opened?.mention ?? stepped, direction);
      if (!spot) return false;
      stepped = spot;
      const rect = scrollToSpot(spot, hitTest);
      if (rect) show({ spot, rect }, { at: spots.indexOf(spot) + 1, of: spots.length });
      return true;
    },

    /** What is known of notes on this site. What looks for them on the page is loaded for the first. */
    async hearOfNotes(known: NotesOfSite | undefined): Promise<void> {
      if (!known && !here) return;
      const { lookForNotes } = await import('./notes-here');
      here ??= lookForNotes(visit, document, followClicks);
      here.hear(known);
    },

    /** Where the page's notes stand, if there are any. */
    standing: () => here?.notes()?.standing(),

    /** Scrolls to the passage of a note; false where it does not stand on the page. */
    scrollToNote(id: string): boolean {
      const [spot] = here?.notes()?.spotsOf(id) ?? [];
      if (spot) scrollToSpot(spot, hitTest);
      return !!spot;
    },

    /** Opens a card beside what the reader has selected, to write a note on it; false where nothing is. */
    async noteSelection(): Promise<boolean> {
      const selected = await findSelected(document, visibleSpots(scan, 'mentions'));
      const rect = selected?.rects()[0];
      if (!selected || !rect) return false;
      open({ ...selected, mention: null }, rect, { ...selected.subject, focus: true });
      return opened !== null;
    },
  };
}

/** Whether a rectangle of a window's document is on its screen, at least in part. */
function isOnScreen({ innerHeight }: Window, { top, height }: Place): boolean {
  return top + height > 0 && top < innerHeight;
}
