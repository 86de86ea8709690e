/**
 * The card's place on the page: one element of ours with a closed shadow root, in it an invisible anchor at
 * the mention and, in the top layer, the frame of `card.html`, set beside the anchor by CSS alone. The frame
 * is made at the first hover and kept. It and we talk over a port that it is handed once, when it has loaded.
 */
import { CARD_HANDSHAKE, type FromCard, type ToCard } from '@/lib/messages/card-port';
import { CARD_HOST_NAME } from '@/lib/page/element-kinds';
import { type Guard, guarded } from './guard';

const WIDTH_PX = 360;
const TALLEST_PX = 420;
const SHORTEST_PX = 120;
const GAP_PX = 6;

const HOST_STYLE = 'all:initial!important;position:fixed!important;top:0!important;left:0!important';
const ANCHOR_STYLE = 'position:fixed;pointer-events:none;visibility:hidden;anchor-name:--sidelight';
const BOX_STYLE =
  'margin:0;border:0;padding:0;inset:auto;overflow:hidden;position:fixed;visibility:hidden;background:Canvas;' +
  `width:min(${WIDTH_PX}px,100vw - 16px);margin-block:${GAP_PX}px;border-radius:10px;` +
  'box-shadow:0 0 0 1px rgb(127 127 127/.25),0 2px 6px rgb(0 0 0/.12),0 12px 32px rgb(0 0 0/.2);' +
  'position-anchor:--sidelight;position-area:bottom span-right;' +
  'position-try-fallbacks:flip-block,flip-inline,flip-block flip-inline,bottom span-all,top span-all';
const FRAME_STYLE = 'display:block;border:0;width:100%;height:100%';

export type CardShow = Omit<Extract<ToCard, { type: 'show' }>, 'type' | 'visit'>;

export type CardHostParts = {
  document: Document;
  address: () => { address: string; origin: string };
  /** The card asks to be closed. */
  onClose: () => void;
};

export class CardHost {
  readonly #guard: Guard;
  readonly #parts: CardHostParts;
  #made: { host: HTMLElement; anchor: HTMLElement; box: HTMLElement; frame: HTMLIFrameElement } | null = null;
  #port: MessagePort | null = null;
  #wanted: Extract<ToCard, { type: 'show' }> | null = null;
  #visit = 0;
  #tallest = TALLEST_PX;
  #isHolding = false;
  /** What had the focus before the card took it. */
  #focusedBefore: Element | null = null;

  constructor(guard: Guard, parts: CardHostParts) {
    this.#guard = guard;
    this.#parts = parts;
    guard.signal.addEventListener('abort', () => this.#remove(), { once: true });
  }

  /** Whether the card holds unsaved text of the reader, or the focus. */
  get isHeld(): boolean {
    return this.#isHolding || this.hasFocus;
  }

  get hasFocus(): boolean {
    const { host } = this.#made ?? {};
    return host !== undefined && (host.getRootNode() as Document | ShadowRoot).activeElement === host;
  }

  /** Makes the frame, so that it loads while the reader makes up their mind. */
  prepare(): void {
    if (!this.#made) this.#make(this.#parts.document.documentElement);
  }

  /**
   * Shows a card at a rectangle of the viewport for a mention in `near`. Answers false, and shows nothing,
   * where the card would be dead: under a modal dialog or beside an element in fullscreen.
   */
  show(near: Element, at: DOMRect, card: CardShow): boolean {
    const home = homeFor(this.#parts.document, near);
    if (!home) return false;
    if (!this.#made) this.#make(home);
    else if (this.#made.host.parentNode !== home) this.#move(home);
    this.#visit++;
    this.#isHolding = false;
    this.#wanted = { type: 'show', visit: this.#visit, ...card };
    if (card.focus && !this.hasFocus) this.#focusedBefore = this.#parts.document.activeElement;
    this.place(at);
    this.#open();
    this.#port?.postMessage(this.#wanted);
    return true;
  }

  /** Moves the anchor, and with it the card. */
  place(at: DOMRect): void {
    const { anchor } = this.#made ?? {};
    if (!anchor) return;
    const { innerHeight } = this.#parts.document.defaultView as Window;
    const room = Math.max(at.top, innerHeight - at.bottom) - 2 * GAP_PX;
    this.#tallest = Math.max(SHORTEST_PX, Math.min(TALLEST_PX, Math.floor(room)));
    anchor.style.cssText = `${ANCHOR_STYLE};left:${at.left}px;top:${at.top}px;width:${at.width}px;height:${at.height}px`;
  }

  hide(): void {
    const { box } = this.#made ?? {};
    if (!this.#wanted || !box) return;
    const hadFocus = this.hasFocus;
    this.#wanted = null;
    this.#isHolding = false;
    this.#port?.postMessage({ type: 'hide' } satisfies ToCard);
    box.style.visibility = 'hidden';
    if (box.matches(':popover-open')) box.hidePopover();
    if (hadFocus) this.#giveFocusBack();
    this.#focusedBefore = null;
  }

  #make(home: Element): void {
    const { document } = this.#parts;
    const host = document.createElement(CARD_HOST_NAME);
    host.style.cssText = HOST_STYLE;
    const shadow = host.attachShadow({ mode: 'closed', delegatesFocus: true });
    const anchor = document.createElement('div');
    anchor.style.cssText = ANCHOR_STYLE;
    const box = document.createElement('div');
    box.popover = 'manual';
    box.style.cssText = BOX_STYLE;
    const frame = document.createElement('iframe');
    frame.style.cssText = FRAME_STYLE;
    frame.title = 'Sidelight';
    frame.addEventListener(
      'load',
      guarded(this.#guard, () => this.#shakeHands(frame)),
      { signal: this.#guard.signal },
    );
    frame.src = this.#parts.address().address;
    box.append(frame);
    shadow.append(anchor, box);
    this.#made = { host, anchor, box, frame };
    home.append(host);
  }

  /** To where the card can be used; without loading the frame again where the browser knows how. */
  #move(home: Element): void {
    const { host } = this.#made as { host: HTMLElement };
    const to = home as Element & { moveBefore?: (node: Node, before: Node | null) => void };
    if (host.isConnected && to.moveBefore) to.moveBefore(host, null);
    else {
      this.#port?.close();
      this.#port = null;
      home.append(host);
    }
  }

  /** In the top layer but unseen: the frame can measure itself, and shows itself once it has. */
  #open(): void {
    const { box } = this.#made as { box: HTMLElement };
    if (box.matches(':popover-open')) return;
    box.style.visibility = 'hidden';
    box.style.height = `${this.#tallest}px`;
    box.showPopover();
  }

  #shakeHands(frame: HTMLIFrameElement): void {
    const { port1, port2 } = new MessageChannel();
    this.#port?.close();
    this.#port = port1;
    port1.onmessage = guarded(this.#guard, ({ data }: MessageEvent) => {
      if (port1 === this.#port && isFromCard(data)) this.#hear(data);
    });
    // With this origin named, nobody but our own page can receive the port, whatever the frame now shows.
    frame.contentWindow?.postMessage({ type: CARD_HANDSHAKE }, this.#parts.address().origin, [port2]);
    if (this.#wanted) port1.postMessage(this.#wanted);
  }

  #hear(message: FromCard): void {
    if (message.type === 'ready' || !this.#wanted || message.visit !== this.#visit) return;
    if (message.type === 'close') {
      this.#parts.onClose();
      return;
    }
    if (message.type === 'holding') {
      this.#isHolding = message.holding;
      return;
    }
    const { box, frame } = this.#made as { box: HTMLElement; frame: HTMLIFrameElement };
    box.style.height = `${Math.max(SHORTEST_PX / 2, Math.min(this.#tallest, Math.ceil(message.height)))}px`;
    if (message.type !== 'shown') return;
    box.style.visibility = 'visible';
    if (this.#wanted.focus) frame.focus();
  }

  #giveFocusBack(): void {
    const { frame } = this.#made as { frame: HTMLIFrameElement };
    frame.blur();
    const before = this.#focusedBefore as HTMLElement | null;
    if (before?.isConnected) before.focus?.({ preventScroll: true });
  }

  #remove(): void {
    this.#port?.close();
    this.#made?.host.remove();
    this.#made = null;
    this.#wanted = null;
  }
}

/**
 * The element in which a card for something in `near` can be used. An open modal dialog makes all outside it
 * inert, and an element in fullscreen hides it; what stands in neither, but under one, gets no card.
 */
function homeFor(document: Document, near: Element): Element | null {
  const dialog = outermostClosest(near, 'dialog:modal');
  const full = document.fullscreenElement;
  if (dialog) return dialog;
  if (full) return full.contains(near) ? full : null;
  return document.querySelector('dialog:modal') ? null : document.documentElement;
}

/** `closest`, looking out of shadow roots. */
function outermostClosest(near: Element, selector: string): Element | null {
  for (let at: Element | null = near; at; ) {
    const found: Element | null = at.closest(selector);
    if (found) return found;
    at = (at.getRootNode() as ShadowRoot).host ?? null;
  }
  return null;
}

function isFromCard(message: unknown): message is FromCard {
  const given = message as Partial<Record<string, unknown>> | null;
  switch (given?.type) {
    case 'ready':
      return true;
    case 'shown':
    case 'height':
      return Number.isInteger(given.visit) && Number.isFinite(given.height);
    case 'close':
      return Number.isInteger(given.visit);
    case 'holding':
      return Number.isInteger(given.visit) && typeof given.holding === 'boolean';
    default:
      return false;
  }
}
