/**
 * Where the card of a document stands. A frame of the page's own site is part of the page: its card stands in
 * the outermost document that it may touch, so that it has the page's room. A frame of another site has only its own.
 */
import { once } from './pace';
import type { Recalled } from './recall-facts';

/**
 * The document that carries the card, and the elements of the frames between, innermost first. `article`: what it said of its article when
 * it was last asked.
 */
export type Stage = { document: Document; frames: Element[]; article?: Recalled };

/** Less room than this is no place to read in: an advertisement, a button. CSS pixels. */
const LEAST_WIDTH = 400;
const LEAST_HEIGHT = 300;

/** The stage of a document: itself, unless it stands in a frame of its own site. */
export function findStage(document: Document): Stage {
  const frames: Element[] = [];
  for (let frame: Element | null | undefined; ; document = frame.ownerDocument) {
    // Null where the document around is of another site, and where there is none.
    frame = document.defaultView?.frameElement;
    if (!frame) return { document, frames };
    frames.push(frame);
  }
}

/** Resolves when the stage is the page itself or a frame of another site that has room for reading. */
export async function waitForRoom({ document }: Stage): Promise<void> {
  const view = document.defaultView as Window;
  while (view !== view.top && (view.innerWidth < LEAST_WIDTH || view.innerHeight < LEAST_HEIGHT)) {
    await once(view, 'resize');
  }
}

/** A rectangle of a viewport, CSS pixels. */
export type Place = Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>;

/** Where a rectangle of the innermost document is seen on the stage. */
export function toStage({ frames }: Stage, { left, top, width, height }: Place): Place {
  for (const frame of frames) {
    const around = frame.getBoundingClientRect();
    left += around.left + frame.clientLeft;
    top += around.top + frame.clientTop;
  }
  return { left, top, width, height };
}

/** The name of the site that the reader is on, as far as the browser tells. */
export function siteOf({ document: { location } }: Stage): string {
  const { ancestorOrigins: around } = location;
  return around?.length
    ? (URL.parse(around[around.length - 1] as string)?.hostname ?? '')
    : location.hostname;
}
