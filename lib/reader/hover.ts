/**
 * When a card opens and closes under the pointer. A mention is armed as the pointer comes to it; the card
 * is made ready after 150 ms, shown after the reader's delay, and closed 300 ms after the pointer left both
 * word and card. Nothing opens while a button is down, text is being selected, the page scrolls, or has only
 * just been gone to. The page's own behaviour is never held up: all listeners are passive.
 */
import type { Settings } from '@/lib/model/settings';
import { CARD_HOST_NAME } from '@/lib/page/element-kinds';
import { type Guard, later, listen } from './guard';
import type { HeldBlocks, Spot } from './held-blocks';
import type { HitTest } from './hit-test';

const PREPARE_MS = 150;
const LEAVE_MS = 300;
const QUIET_AFTER_SCROLL_MS = 150;
const QUIET_AFTER_SELECTING_MS = 300;
const QUIET_AFTER_NAVIGATION_MS = 300;

/** What the page does by itself with a click: there a click opens no card. */
const INTERACTIVE =
  'a[href],area,button,input,select,textarea,label,summary,option,audio,video,[onclick]:not(body),[contenteditable],' +
  '[role=button],[role=link],[role=tab],[role=checkbox],[role=radio],[role=switch],[role=option],[role^=menuitem]';

export type HoverParts = {
  window: Window;
  held: () => HeldBlocks;
  hitTest: HitTest;
  settings: () => Pick<Settings, 'trigger' | 'delayMs'>;
  card: {
    /** Mention whose card is open. */
    readonly open: Spot | null;
    /** Whether the card must stay when the pointer leaves: it holds the focus or unsaved text. */
    readonly isHeld: boolean;
    prepare: () => void;
    show: (spot: Spot, at: DOMRect, how: { focus: boolean }) => void;
    hide: () => void;
  };
};

export class Hover {
  readonly #guard: Guard;
  readonly #parts: HoverParts;
  #armed: { spot: Spot; cancel: () => void } | null = null;
  #cancelLeave: (() => void) | null = null;
  #pointer = { x: 0, y: 0, isDown: false };
  #scrolledAt = Number.NEGATIVE_INFINITY;
  #selectedAt = Number.NEGATIVE_INFINITY;
  #navigatedAt = performance.now();

  constructor(guard: Guard, parts: HoverParts) {
    this.#guard = guard;
    this.#parts = parts;
    const { window } = parts;
    listen(guard, window, 'pointermove', (event) => this.#move(event));
    listen(guard, window, 'pointerover', (event) => this.#move(event));
    listen(guard, window, 'pointerdown', (event) => this.#press(event));
    listen(guard, window, 'pointerup', () => this.#release());
    listen(guard, window, 'pointercancel', () => this.#release());
    listen(guard, window, 'click', (event) => this.#click(event as PointerEvent));
    listen(guard, window, 'scroll', () => this.#scroll());
    listen(guard, window, 'blur', () => this.#disarm());
    listen(guard, window.document.documentElement, 'pointerleave', (event) => {
      if (event.target === event.currentTarget) this.#leave();
    });
    window.document.addEventListener('selectionchange', () => this.#select(), { signal: guard.signal });
  }

  /** The page went to another address of its own: what stood under the pointer is gone. */
  navigated(): void {
    this.#navigatedAt = performance.now();
    this.#disarm();
  }

  #move(event: PointerEvent): void {
    if (event.pointerType === 'touch') return;
    this.#pointer = { x: event.clientX, y: event.clientY, isDown: event.buttons !== 0 };
    if (event.buttons !== 0) {
      this.#disarm();
      return;
    }
    const target = event.composedPath()[0] as Element;
    if (target.localName === CARD_HOST_NAME) {
      this.#disarm();
      this.#stay();
      return;
    }
    const { held, hitTest, settings, card } = this.#parts;
    const isOnText = target.nodeType === 1 && held().holds(target);
    const spot = isOnText ? hitTest.spotIn(target, event.clientX, event.clientY) : null;
    if (card.open && spot?.mention === card.open.mention) {
      this.#disarm();
      this.#stay();
      return;
    }
    if (card.open) this.#leave();
    if (!spot || settings().trigger === 'click') {
      this.#disarm();
      return;
    }
    if (spot.mention !== this.#armed?.spot.mention) this.#arm(spot);
  }

  #arm(spot: Spot): void {
    this.#disarm();
    const { delayMs } = this.#parts.settings();
    const quietMs = this.#navigatedAt + QUIET_AFTER_NAVIGATION_MS - performance.now();
    const waitMs = Math.max(delayMs, quietMs);
    const cancelPrepare = later(this.#guard, Math.min(PREPARE_MS, waitMs), () => this.#parts.card.prepare());
    const cancelShow = later(this.#guard, waitMs, () => this.#showArmed());
    this.#armed = {
      spot,
      cancel: () => {
        cancelPrepare();
        cancelShow();
      },
    };
  }

  #disarm(): void {
    this.#armed?.cancel();
    this.#armed = null;
  }

  #showArmed(): void {
    this.#disarm();
    const { x, y, isDown } = this.#pointer;
    const now = performance.now();
    if (isDown || now - this.#scrolledAt < QUIET_AFTER_SCROLL_MS) return;
    if (now - this.#selectedAt < QUIET_AFTER_SELECTING_MS) return;
    this.#showAt(x, y);
  }

  /** Asks again what stands at the point: the page may have changed while we waited. */
  #showAt(x: number, y: number): void {
    const { hitTest, card } = this.#parts;
    const spot = hitTest.spotAt(x, y);
    const rect = spot && hitTest.rectAt(spot, x, y);
    if (!spot || !rect) return;
    this.#stay();
    card.show(spot, rect, { focus: false });
  }

  #stay(): void {
    this.#cancelLeave?.();
    this.#cancelLeave = null;
  }

  #leave(): void {
    this.#disarm();
    const { card } = this.#parts;
    if (!card.open || this.#cancelLeave) return;
    this.#cancelLeave = later(this.#guard, LEAVE_MS, () => {
      this.#cancelLeave = null;
      if (!card.isHeld) card.hide();
    });
  }

  #press(event: PointerEvent): void {
    this.#pointer.isDown = true;
    this.#disarm();
    const { card, hitTest } = this.#parts;
    if (!card.open || (event.composedPath()[0] as Element).localName === CARD_HOST_NAME) return;
    if (hitTest.spotAt(event.clientX, event.clientY)?.mention !== card.open.mention) card.hide();
  }

  #release(): void {
    this.#pointer.isDown = false;
  }

  #click(event: PointerEvent): void {
    if (event.button !== 0 || event.defaultPrevented || !event.isTrusted) return;
    if (!(this.#parts.window.document.getSelection()?.isCollapsed ?? true)) return;
    for (const target of event.composedPath()) {
      if ((target as Element).nodeType === 1 && (target as Element).matches(INTERACTIVE)) return;
    }
    this.#disarm();
    this.#showAt(event.clientX, event.clientY);
  }

  #scroll(): void {
    this.#scrolledAt = performance.now();
    this.#disarm();
  }

  #select(): void {
    if (this.#parts.window.document.getSelection()?.isCollapsed ?? true) return;
    this.#selectedAt = performance.now();
    this.#disarm();
  }
}
