/**
 * The cards of a page with mentions: opened by pointer, tap and step, kept at their word while the page moves. Loaded
 * when the first mention is painted: a page without any never pays for it.
 */
import type { PageCalls } from '@/lib/messages/page';
import type { Look } from '@/lib/model/look';
import type { Settings } from '@/lib/model/settings';
import { type Recall, readPageFacts } from '@/lib/page/article-facts';
import { isSiteOn, toSite } from '@/lib/settings/is-site-on';
import { type CardShow, createCardHost } from './card-host';
import { createGuard, type Guard } from './guard';
import type { Spot } from './held-blocks';
import { createHitTest, type Hit, type HitTest } from './hit-test';
import { watchPointer } from './hover';
import type { ReaderPort } from './reader-port';
import type { PageScan } from './scan-page';
import { type Place, type Stage, siteOf, toStage } from './stage';
import { nextSpot, scrollToSpot } from './step-mentions';

export type Cards = ReturnType<typeof createCards>;

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
  recall: Recall,
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
    () => hide(),
    (inside) => (inside ? pointer.stay() : pointer.leave()),
  );
  /** The mention whose card is open, and the one that stepping goes on from. */
  let opened: Spot | null = null;
  let stepped: Spot | null = null;
  /** The mention whose card stands ready, unseen. */
  let prepared: Spot | null = null;

  const hide = () => {
    opened = prepared = null;
    card.hide();
    if (visit.signal.aborted) life.abort();
  };
  // The visit may have ended while this module was on its way.
  if (visit.signal.aborted) life.abort();
  visit.atEnd(() => {
    const isSwitchedOff = port.isAlive() && !isSiteOn(site, settings().sites);
    if (!opened || !isSwitchedOff) return life.abort();
    const { navigation } = outer as { navigation?: EventTarget };
    if (navigation) guard.listen(navigation, ['currententrychange' as 'focus'], hide);
  });

  /** Where the card must not lie: at the rectangle, and as tall as the whole mention, which may be broken over lines. */
  const placeAt = (spot: Spot, { left, width }: Place): Place => {
    const rects = hitTest.rectsOf(spot);
    const top = Math.min(...rects.map((rect) => rect.top));
    return { left, width, top, height: Math.max(...rects.map((rect) => rect.bottom)) - top };
  };

  const nearOf = ({ held }: Spot) =>
    stage.frames.at(-1) ?? ((held.block.nodes[0] as Text).parentElement as Element);

  const cardOf = ({ held, mention }: Spot, step: CardShow['step']): CardShow => ({
    topic: mention.opens,
    word: held.block.text.slice(mention.start, mention.end).slice(0, MOST_OF_WORD),
    site: toSite(site),
    article: recall(readPageFacts),
    pageTopics: scan.listTopics(),
    focus: step !== null,
    step,
  });

  const prepare = ({ spot, rect }: Hit) => {
    if (!port.isAlive()) return guard.fail();
    const place = toStage(stage, placeAt(spot, rect));
    if (card.prepare(nearOf(spot), place, cardOf(spot, null))) prepared = spot;
  };

  const unprepare = () => {
    if (prepared) card.hide();
    prepared = null;
  };

  const show = ({ spot, rect }: Hit, step: CardShow['step'] = null) => {
    // Last chance to notice that the extension was updated under us: its frame would stay empty.
    if (!port.isAlive()) return guard.fail();
    const isPrepared = !step && prepared?.mention === spot.mention;
    prepared = null;
    const place = toStage(stage, placeAt(spot, rect));
    opened = card.show(nearOf(spot), place, isPrepared ? null : cardOf(spot, step)) ? spot : null;
  };

  /** Keeps the card at its mention while the page moves; closes it when the mention leaves the screen. */
  const follow = () => {
    if (!opened) return;
    const rect = hitTest.rectsOf(opened)[0];
    const seen = rect && toStage(stage, placeAt(opened, rect));
    if (seen && isOnScreen(window, rect) && isOnScreen(outer, seen)) card.moveTo(seen);
    else if (!card.isHeld()) hide();
  };

  const pointer = watchPointer(
    guard,
    document,
    hitAt,
    settings,
    { ...card, prepare, unprepare },
    () => opened,
    show,
    hide,
  );
  for (const view of new Set([window, outer])) {
    guard.listen(view, ['keydown'], ({ key }) => key === 'Escape' && hide());
    guard.listen(view, ['beforeprint'], hide);
    guard.listen(view, ['scroll', 'resize'], follow);
  }
  if (outer !== window) guard.listen(outer, ['pointerdown'], hide);
  guard.listen(window, ['pagehide'], card.remove);

  return {
    /** The page went to another address without loading. */
    navigated(): void {
      pointer.quieten();
      opened = stepped = null;
      card.remove();
    },

    /** Scrolls to the first mention of a topic that the page shows, which is painted in any density. */
    scrollToMention({ topic }: PageCalls['scrollToMention']['request']): boolean {
      const spot = scan.visibleSpots('mentions').find(({ mention }) => mention.opens === topic);
      if (!spot) return false;
      stepped = spot;
      scrollToSpot(spot, hitTest);
      return true;
    },

    /** Goes to the next or previous painted mention and opens its card, focus and all. */
    stepMention({ direction }: PageCalls['stepMention']['request']): boolean {
      const spots = scan.visibleSpots('painted');
      const spot = nextSpot(spots, opened ?? stepped, direction);
      if (!spot) return false;
      stepped = spot;
      const rect = scrollToSpot(spot, hitTest);
      if (rect) show({ spot, rect }, { at: spots.indexOf(spot) + 1, of: spots.length });
      return true;
    },
  };
}

/** Whether a rectangle of a window's document is on its screen, at least in part. */
function isOnScreen({ innerHeight }: Window, { top, height }: Place): boolean {
  return top + height > 0 && top < innerHeight;
}
