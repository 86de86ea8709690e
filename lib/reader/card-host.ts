/**
 * The card's place on the page: one element of ours with a closed shadow root, in it an invisible anchor at
 * the mention and, in the top layer, the frame of `card.html`, set beside the anchor by CSS alone. The frame
 * is made at the first hover and kept. It and we talk over a port that it is handed once, when it has loaded.
 */
import { CARD_HANDSHAKE, type FromCard, type ToCard } from '@/lib/messages/card-port';
import { CARD_HOST_NAME } from '@/lib/page/element-kinds';
import type { Guard } from './guard';

const TALLEST_PX = 420;
const SHORTEST_PX = 80;
const GAP_PX = 6;

const HOST_STYLE = 'all:initial!important;position:fixed!important';
const ANCHOR_STYLE = 'position:fixed;visibility:hidden;anchor-name:--a;';
const BOX_STYLE =
  'all:initial;position:fixed;overflow:hidden;visibility:hidden;border-radius:10px;background:Canvas;' +
  `width:min(360px,100vw - 16px);margin-block:${GAP_PX}px;` +
  'box-shadow:0 0 0 1px rgb(127 127 127/.25),0 2px 6px rgb(0 0 0/.12),0 12px 32px rgb(0 0 0/.2);' +
  'position-anchor:--a;position-area:bottom span-right;' +
  'position-try-fallbacks:flip-block,flip-inline,flip-block flip-inline,bottom span-all,top span-all';

export type CardShow = Omit<Extract<ToCard, { type: 'show' }>, 'type' | 'visit'>;

export type CardHost = ReturnType<typeof createCardHost>;

/** A card not yet on the page. `address` and `origin` as in `ReaderPort`; `onClose`: the card asks to be closed. */
export function createCardHost(
  { guarded, listen, atEnd }: Guard,
  document: Document,
  place: () => { address: string; origin: string },
  onClose: () => void,
) {
  const host = document.createElement(CARD_HOST_NAME);
  const anchor = document.createElement('div');
  const box = document.createElement('div');
  const frame = document.createElement('iframe');
  let port: MessagePort | null = null;
  let wanted: Extract<ToCard, { type: 'show' }> | null = null;
  let visit = 0;
  let tallest = TALLEST_PX;
  let isHolding = false;
  /** What had the focus before the card took it. */
  let before: HTMLElement | null = null;

  /** Puts the card where it can be used; does not load the frame again where it can be helped. */
  const settleIn = (home: Element & { moveBefore?: (node: Node, before: null) => void }) => {
    if (host.parentNode === home) return;
    if (!frame.src) {
      host.style.cssText = HOST_STYLE;
      box.popover = 'manual';
      box.style.cssText = BOX_STYLE;
      frame.title = 'Sidelight';
      frame.style.cssText = 'border:0;width:100%;height:100%';
      frame.src = place().address;
      listen(frame, ['load'], shakeHands);
      box.append(frame);
      host.attachShadow({ mode: 'closed' }).append(anchor, box);
    }
    if (host.isConnected && home.moveBefore) home.moveBefore(host, null);
    else home.append(host);
  };

  const shakeHands = () => {
    const { port1, port2 } = new MessageChannel();
    port?.close();
    port = port1;
    port1.onmessage = guarded(({ data }: MessageEvent) => hear(data));
    // With the origin named, nobody but our own page can receive the port, whatever the frame now shows.
    frame.contentWindow?.postMessage({ type: CARD_HANDSHAKE }, place().origin, [port2]);
    if (wanted) port1.postMessage(wanted);
  };

  const hear = (message: FromCard) => {
    if (!wanted || message.type === 'ready' || message.visit !== visit) return;
    if (message.type === 'close') onClose();
    else if (message.type === 'holding') isHolding = message.holding === true;
    else {
      box.style.height = `${Math.max(SHORTEST_PX, Math.min(tallest, Math.ceil(message.height) || 0))}px`;
      if (message.type !== 'shown') return;
      box.style.visibility = 'visible';
      if (wanted.focus) frame.focus();
    }
  };

  const hasFocus = () => (host.getRootNode() as Document).activeElement === host;

  /** Moves the anchor, and with it the card. */
  const moveTo = ({ left, top, bottom, width, height }: DOMRect) => {
    const { innerHeight } = document.defaultView as Window;
    const room = Math.max(top, innerHeight - bottom) - 2 * GAP_PX;
    tallest = Math.max(SHORTEST_PX, Math.min(TALLEST_PX, room));
    anchor.style.cssText = `${ANCHOR_STYLE}left:${left}px;top:${top}px;width:${width}px;height:${height}px`;
  };

  atEnd(() => {
    port?.close();
    host.remove();
  });

  return {
    moveTo,
    /** Whether the card holds unsaved text of the reader, or the focus. */
    isHeld: () => isHolding || hasFocus(),
    /** Makes the frame, so that it loads while the reader makes up their mind. */
    prepare: () => frame.src || settleIn(document.documentElement),

    /**
     * Shows a card at a rectangle of the viewport, for a mention in `near`. Answers false, and shows nothing,
     * where the card would be dead.
     */
    show(near: Element, rect: DOMRect, card: CardShow): boolean {
      const home = homeFor(document, near);
      if (!home) return false;
      settleIn(home);
      if (card.focus && !hasFocus()) before = document.activeElement as HTMLElement;
      wanted = { type: 'show', visit: ++visit, ...card };
      isHolding = false;
      moveTo(rect);
      if (!box.matches(':popover-open')) {
        // In the top layer but unseen: the frame can measure itself, and is seen once it has.
        box.style.height = `${tallest}px`;
        box.showPopover();
      }
      port?.postMessage(wanted);
      return true;
    },

    hide(): void {
      if (!wanted) return;
      wanted = null;
      isHolding = false;
      port?.postMessage({ type: 'hide' } satisfies ToCard);
      const hadFocus = hasFocus();
      box.style.visibility = 'hidden';
      if (box.matches(':popover-open')) box.hidePopover();
      if (hadFocus) {
        frame.blur();
        before?.focus?.({ preventScroll: true });
      }
    },
  };
}

/**
 * The element in which a card for something in `near` can be used. An open modal dialog makes all outside it
 * inert, an element in fullscreen hides it; what stands in neither, but under one, gets no card.
 */
function homeFor({ documentElement, fullscreenElement }: Document, near: Element): Element | null {
  let root = near;
  for (let up: Element | null = near; up; up = (up.getRootNode() as ShadowRoot).host) {
    const dialog = up.closest('dialog:modal');
    if (dialog) return dialog;
    root = up;
  }
  if (fullscreenElement) return fullscreenElement.contains(root) ? fullscreenElement : null;
  return documentElement.querySelector('dialog:modal') ? null : documentElement;
}
