/**
 * When a card opens and closes under the pointer. A mention is armed as the pointer comes to it; the card
 * is made ready after 150 ms, shown after the reader's delay, and closed 300 ms after the pointer left both
 * word and card. Nothing opens while a button is down, text is being selected, the page scrolls, or has only
 * just been gone to. The page's own behaviour is never held up: all listeners are passive.
 */
import type { Settings } from '@/lib/model/settings';
import { CARD_HOST_NAME } from '@/lib/page/element-kinds';
import type { Guard } from './guard';
import type { Spot } from './held-blocks';
import type { Hit, HitTest } from './hit-test';

const PREPARE_MS = 150;
const LEAVE_MS = 300;
const QUIET_AFTER_SCROLL_MS = 150;
const QUIET_AFTER_MS = 300;

/** What the page does by itself with a click: there a click opens no card. */
const INTERACTIVE =
  'a[href],area,audio,button,input,label,option,select,summary,textarea,video,[contenteditable],[onclick]:not(body),' +
  '[role=button],[role=link],[role=tab],[role=checkbox],[role=radio],[role=switch],[role=option],[role^=menuitem]';

type Parts = {
  document: Document;
  hitTest: HitTest;
  settings: () => Settings;
  /** The mention whose card is open. */
  opened: () => Spot | null;
  /** Whether the card must stay when the pointer leaves: it holds the focus or unsaved text. */
  isHeld: () => boolean;
  prepare: () => void;
  show: (hit: Hit) => void;
  hide: () => void;
};

/** Follows the pointer; the answer says that the page went to another address of its own. */
export function watchPointer(
  { later, listen }: Guard,
  { document, hitTest, settings, opened, isHeld, prepare, show, hide }: Parts,
): () => void {
  const window = document.defaultView as Window;
  const isSelecting = () => !(document.getSelection()?.isCollapsed ?? true);
  let armed: Spot | null = null;
  let timers: (() => void)[] = [];
  let stopLeaving: (() => void) | null = null;
  let x = 0;
  let y = 0;
  let isDown = false;
  /** Until when nothing opens. */
  let quietUntil = performance.now() + QUIET_AFTER_MS;

  const disarm = () => {
    for (const cancel of timers) cancel();
    timers = [];
    armed = null;
  };
  const quiet = (forMs: number) => {
    disarm();
    quietUntil = performance.now() + forMs;
  };
  const stay = () => {
    stopLeaving?.();
    stopLeaving = null;
  };
  const leave = () => {
    if (!opened()) return;
    stopLeaving ??= later(LEAVE_MS, () => {
      stopLeaving = null;
      if (!isHeld()) hide();
    });
  };
  const isOnCard = (event: Event) => (event.composedPath()[0] as Element).localName === CARD_HOST_NAME;

  /** Asks again what stands at the point: the page may have changed while we waited. */
  const showHere = () => {
    disarm();
    const hit = hitTest.hitAt(x, y);
    if (!hit) return;
    stay();
    show(hit);
  };

  listen(window, ['pointermove', 'pointerover'], (event) => {
    if (event.pointerType === 'touch') return;
    x = event.clientX;
    y = event.clientY;
    isDown = event.buttons > 0;
    const spot = isDown || isOnCard(event) ? null : hitTest.hitAt(x, y)?.spot;
    const isAtOpen = isOnCard(event) || (spot && spot.mention === opened()?.mention);
    if (isAtOpen) stay();
    else leave();
    if (!spot || isAtOpen || settings().trigger === 'click') disarm();
    else if (spot.mention !== armed?.mention) {
      disarm();
      armed = spot;
      const waitMs = Math.max(settings().delayMs, quietUntil - performance.now());
      timers = [
        later(Math.min(PREPARE_MS, waitMs), prepare),
        later(waitMs, () => (isDown || performance.now() < quietUntil ? disarm() : showHere())),
      ];
    }
  });
  listen(document.documentElement, ['pointerleave'], (event) => {
    if (event.target !== event.currentTarget) return;
    disarm();
    leave();
  });
  listen(window, ['pointerdown'], (event) => {
    isDown = true;
    disarm();
    if (isOnCard(event) || !opened()) return;
    if (hitTest.hitAt(event.clientX, event.clientY)?.spot.mention !== opened()?.mention) hide();
  });
  listen(window, ['pointerup', 'pointercancel'], () => {
    isDown = false;
  });
  listen(window, ['click'], (event) => {
    const isPages = event.composedPath().some((at) => (at as Element).matches?.(INTERACTIVE));
    if (isPages || event.button || event.defaultPrevented || isSelecting()) return;
    x = event.clientX;
    y = event.clientY;
    showHere();
  });
  listen(window, ['scroll'], () => quiet(QUIET_AFTER_SCROLL_MS));
  listen(document, ['selectionchange' as 'select'], () => isSelecting() && quiet(QUIET_AFTER_MS));
  return () => quiet(QUIET_AFTER_MS);
}
