/**
 * When a card opens and closes under the pointer. A mention is armed as the pointer comes to it; its card
 * is rendered after 150 ms, shown after the reader's delay, and closed 300 ms after the pointer left both
 * word and card (1 s where the reader asked for less motion: a slower hand is likely). Nothing opens while a button is
 * down, text is being selected, the page scrolls, or has only just been gone to; nor over a card that is pinned. The page's own behaviour is never held up: all listeners are passive.
 */
import type { Settings } from '@/lib/model/settings';
import { isInteractive } from '@/lib/page/element-kinds';
import type { CardHost } from './card-host';
import type { Guard } from './guard';
import { isSameSpot, type Spot } from './held-blocks';
import type { Hit, HitTest } from './hit-test';

const PREPARE_MS = 150;
const LEAVE_MS = 300;
const CALM_LEAVE_MS = 1_000;
/** No card opens this soon after a scroll, after a selection grew, after going to another page. */
const QUIET_MS = 300;

const FRAME = /^(?:i?frame|object|embed)$/;

/** What hovering needs of the cards: whether the open one stays, and to have one rendered before it is shown. */
type Ready = Pick<CardHost, 'isHeld' | 'isHolding'> & {
  prepare: (hit: Hit) => void;
  /** Lets go of what was prepared and not shown. */
  unprepare: () => void;
};

/**
 * Follows the pointer. `opened` is the mention whose card is open. `quieten` when the page has gone to another
 * address of its own; `stay` and `leave` when the pointer comes to the card and goes from it.
 */
export function watchPointer(
  { later, listen }: Guard,
  document: Document,
  hitAt: HitTest['hitAt'],
  settings: () => Settings,
  { isHeld, isHolding, prepare, unprepare }: Ready,
  opened: () => Spot | null,
  show: (hit: Hit) => void,
  hide: () => void,
) {
  const window = document.defaultView as Window;
  let armed: Spot | null = null;
  let timers: (() => void)[] = [];
  let stopLeaving: (() => void) | null = null;
  let quietUntil = 0;
  /** What the pointer was over last, as the document sees it: of a shadow tree its host. */
  let over: Node | null = null;

  const stopWaiting = () => {
    for (const cancel of timers) cancel();
    timers = [];
    armed = null;
  };
  const disarm = () => {
    stopWaiting();
    unprepare();
  };
  const quieten = () => {
    disarm();
    quietUntil = performance.now() + QUIET_MS;
  };
  const stay = () => {
    stopLeaving?.();
    stopLeaving = null;
  };
  const leave = () => {
    if (!opened()) return;
    const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    stopLeaving ??= later(isCalm ? CALM_LEAVE_MS : LEAVE_MS, () => {
      stopLeaving = null;
      if (!isHeld()) hide();
    });
  };
  const isSelecting = () => document.getSelection()?.isCollapsed === false;
  const isOpen = (hit: Hit | null) => hit !== null && isSameSpot(hit.spot, opened());
  const hitOf = ({ clientX, clientY }: MouseEvent) => hitAt(clientX, clientY);

  /** Asks again what stands at the point: the page may have changed while we waited. */
  const showAt = (event: MouseEvent) => {
    stopWaiting();
    const hit = hitOf(event);
    // Over its own word an open card stays as the reader has it.
    if (!hit || isOpen(hit)) return unprepare();
    stay();
    show(hit);
  };

  listen(window, ['pointermove'], (event) => {
    if (event.pointerType === 'touch') return;
    over = event.target as Node;
    const hit = event.buttons ? null : hitOf(event);
    const isHome = isOpen(hit);
    if (isHome) stay();
    else leave();
    const { trigger, delayMs } = settings();
    if (!hit || isHome || trigger === 'click' || isHolding()) disarm();
    else if (!isSameSpot(hit.spot, armed)) {
      disarm();
      armed = hit.spot;
      const waitMs = Math.max(delayMs, quietUntil - performance.now());
      timers = [later(Math.min(PREPARE_MS, waitMs), () => prepare(hit)), later(waitMs, () => showAt(event))];
    }
  });
  listen(window, ['pointerout'], ({ relatedTarget }) => {
    // To nowhere: out of the window. Into a frame: no move in it is told here.
    if (relatedTarget && !FRAME.test((relatedTarget as Element).localName)) return;
    disarm();
    leave();
  });
  listen(window, ['pointerdown'], (event) => {
    disarm();
    if (!isHolding() && !isOpen(hitOf(event))) hide();
  });
  listen(window, ['click'], (event) => {
    if (event.button || isSelecting() || event.composedPath().some(isInteractive)) return;
    showAt(event);
  });
  // What scrolls elsewhere, as a ticker does for ever, moves nothing under the pointer; and only scripts say it of the window.
  listen(window, ['scroll'], ({ target, currentTarget }) => {
    // What the page has put away since may have stood in it, as in a list that makes its lines as they are scrolled to: then any scroll counts.
    if (target !== currentTarget && (!over?.isConnected || (target as Node).contains(over))) quieten();
  });
  listen(document, ['selectionchange' as 'select'], () => isSelecting() && quieten());
  quieten();
  return { quieten, stay, leave };
}
