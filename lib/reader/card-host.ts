/**
 * The card's place on the page: one element of ours with a closed shadow root, in it a layer over the whole screen, in
 * the top layer, with an invisible anchor at the mention and the frame of `card.html`, set beside the anchor by CSS
 * alone: whatever way the page is written, drawn or moved, the layer is not. The frame
 * is made at the first hover and kept. It and we talk over a port that it is handed once, when it has loaded; the topic that
 * it is to show first stands in its name, which no script of the page can read, so that it need not wait for the port to read it.
 *
 * A card is prepared before it is shown: it stands in its place, rendered but transparent and inert. Hidden in any other
 * way the frame would be given no frames to draw, and would begin to only when it is to be seen. It is rendered as tall as
 * any card may be, in a box that cuts it off where the card ends.
 */
import {
  CARD_HANDSHAKE,
  type CardAsked,
  type CardSurroundings,
  type FromCard,
  type ToCard,
} from '@/lib/messages/card-port';
import type { Look } from '@/lib/model/look';
import { CARD_HOST_NAME } from '@/lib/page/element-kinds';
import type { Guard } from './guard';
import type { Place } from './stage';

/** By then a card that may be shown has been painted. */
const PAINTED_MS = 100;

export type CardHost = ReturnType<typeof createCardHost>;

/**
 * A card not yet on the page. `place` as in `ReaderPort`; `around`: what is around it, asked with each card; `onClose`: the card
 * asks to be closed; `onPointer`: the pointer came to it or went from it.
 */
export function createCardHost(
  { guarded, later, listen, atEnd }: Guard,
  document: Document,
  look: Look,
  place: () => { address: string; origin: string },
  around: () => CardSurroundings,
  onClose: () => void,
  onPointer: (inside: boolean) => void,
) {
  const host = document.createElement(CARD_HOST_NAME);
  const layer = document.createElement('div');
  const anchor = document.createElement('div');
  const box = document.createElement('div');
  const frame = document.createElement('iframe');
  let port: MessagePort | null = null;
  let wanted: Exclude<ToCard, { type: 'hide' }> | null = null;
  let visit = 0;
  /** Whether the reader is to see what is wanted, and whether the frame has it. */
  let isMeant = false;
  let isReady = false;
  let isHolding = false;
  let stopFitting = () => {};
  /** What had the focus before the card took it. */
  let before: HTMLElement | null = null;

  /** Puts the card into the element in which it can be used. */
  const settleIn = (home: Element, card: CardAsked) => {
    if (!frame.src) {
      host.style.cssText = 'all:initial!important;position:fixed!important';
      box.style.cssText = look.box;
      frame.title = 'Sidelight';
      frame.style.cssText = 'border:0;width:100%';
      frame.src = place().address;
      listen(frame, ['load'], shakeHands);
      layer.style.cssText = 'all:initial;position:fixed;inset:0;pointer-events:none';
      box.append(frame);
      layer.append(anchor, box);
      host.attachShadow({ mode: 'closed' }).append(layer);
    }
    // A page may be zoomed by its own style, whose pixels are then not those of the screen.
    host.style.setProperty('zoom', `${1 / (home.currentCSSZoom ?? 1)}`, 'important');
    if (host.parentNode === home) return;
    frame.name = card.type === 'show' ? card.topic : '';
    // What is moved leaves the top layer.
    layer.popover = null;
    home.append(host);
  };

  const send = (message: ToCard) => port?.postMessage(message);

  const shakeHands = () => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = guarded(({ data }: MessageEvent) => hear(data));
    port = port1;
    // With the origin named, nobody but our own page can receive the port, whatever the frame now shows.
    frame.contentWindow?.postMessage({ type: CARD_HANDSHAKE }, place().origin, [port2]);
    send(wanted ?? { type: 'hide' });
  };

  const hear = (message: FromCard) => {
    if (!wanted || message.type === 'ready' || message.visit !== visit) return;
    if (message.type === 'close') onClose();
    else if (message.type === 'pointer') onPointer(message.inside);
    else if (message.type === 'holding') isHolding = message.holding;
    else box.style.height = `${message.height}px`;
    if (message.type !== 'shown') return;
    isReady = true;
    reveal();
  };

  /** Lets the card be seen and used once it is there. */
  const reveal = () => {
    if (!wanted || !isMeant || !isReady) return;
    box.inert = false;
    box.style.opacity = '1';
    if (wanted.focus) frame.focus();
    // Only now: a frame that changes its size is drawn anew before anything of it is seen.
    stopFitting = later(PAINTED_MS, () => {
      frame.style.height = '100%';
    });
  };

  const hasFocus = () => document.activeElement === host;

  /** Moves the anchor, and with it the card. */
  const moveTo = ({ left, top, width, height }: Place) => {
    anchor.style.cssText = `${look.anchor}left:${left}px;top:${top}px;width:${width}px;height:${height}px`;
  };

  const hide = () => {
    if (!wanted) return;
    wanted = null;
    isHolding = isMeant = false;
    send({ type: 'hide' });
    const hadFocus = hasFocus();
    box.style.visibility = 'hidden';
    box.style.opacity = '0';
    layer.popover = null;
    if (!hadFocus) return;
    frame.blur();
    before?.focus?.({ preventScroll: true });
  };

  /** Has the frame render a card at a rectangle of the viewport, unseen; false where the card would be dead. */
  const ask = (near: Element, rect: Place, card: CardAsked): boolean => {
    const home = homeFor(document, near);
    if (!home) return false;
    settleIn(home, card);
    if (card.focus && !hasFocus()) before = document.activeElement as HTMLElement;
    isHolding = isMeant = isReady = false;
    stopFitting();
    frame.style.height = 'var(--full)';
    moveTo(rect);
    if (!layer.popover) {
      layer.popover = 'manual';
      layer.showPopover();
      box.inert = true;
      box.style.visibility = 'visible';
    }
    // Nothing inert can take the focus.
    if (card.focus) box.inert = false;
    // Only now: a frame that was just made is on its way meanwhile.
    wanted = { visit: ++visit, ...card, ...around() };
    send(wanted);
    return true;
  };

  const remove = () => {
    hide();
    host.remove();
  };
  atEnd(remove);

  return {
    hide,
    /** Leaves nothing behind; the next card makes the frame anew. */
    remove,
    moveTo,
    /** Whether the card is pinned or holds unsaved text: it stays where the reader presses elsewhere. */
    isHolding: () => isHolding,
    /** Whether it stays when the pointer leaves: it is holding, or has the focus, or is on its way to take it. */
    isHeld: () => isHolding || hasFocus() || (!!wanted?.focus && !isReady),

    /** Readies a card for `show` while the reader makes up their mind. False where one is open or would be dead. */
    prepare: (near: Element, rect: Place, card: CardAsked): boolean => !wanted && ask(near, rect, card),

    /**
     * Shows a card at a rectangle of the viewport, for what stands in `near`; with null in its place the one that was
     * prepared. Answers false, and shows nothing, where the card would be dead.
     */
    show(near: Element, rect: Place, card: CardAsked | null): boolean {
      if (card ? !ask(near, rect, card) : !wanted) return false;
      isMeant = true;
      moveTo(rect);
      reveal();
      return true;
    },
  };
}

/**
 * The element in which a card for something in `near` can be used. An open modal dialog makes all outside it
 * inert, an element in fullscreen hides it; what stands under such a dialog gets no card.
 */
function homeFor({ documentElement, fullscreenElement }: Document, near: Element): Element | null {
  const home = near.closest('dialog:modal') ?? fullscreenElement ?? documentElement;
  // A frame in fullscreen shows nothing that stands in its element.
  return home.matches('iframe,:has(dialog:modal)') ? null : home;
}
