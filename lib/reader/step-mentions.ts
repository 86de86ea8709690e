import type { Spot } from './held-blocks';
import type { HitTest } from './hit-test';

/**
 * The mention to go to from the one before, round the ends of the page; without one, the first that stands
 * on the screen or below it. Null when there are none.
 */
export function nextSpot(
  spots: readonly Spot[],
  from: Spot | null,
  direction: 1 | -1,
  hitTest: HitTest,
): Spot | null {
  const current = from ? spots.findIndex(({ mention }) => mention === from.mention) : -1;
  if (current >= 0) return spots[(current + direction + spots.length) % spots.length] ?? null;
  const isBelow = (spot: Spot) => (hitTest.rectsOf(spot)[0]?.top ?? -1) >= 0;
  if (direction > 0) return spots.find(isBelow) ?? spots[0] ?? null;
  return spots.findLast((spot) => !isBelow(spot)) ?? spots.at(-1) ?? null;
}

/** Brings a mention onto the screen at once and says where it then stands; null when it cannot be seen. */
export function scrollToSpot(spot: Spot, hitTest: HitTest): DOMRect | null {
  const element = spot.held.block.nodes[0]?.parentElement;
  const view = element?.ownerDocument.defaultView;
  if (!element || !view) return null;
  const isOnScreen = () => {
    const rect = hitTest.rectsOf(spot)[0];
    return rect !== undefined && rect.top >= 0 && rect.bottom <= view.innerHeight;
  };
  if (!isOnScreen()) element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const rect = hitTest.rectsOf(spot)[0];
  // A paragraph taller than the screen was centred without its mention.
  if (rect && !isOnScreen()) {
    view.scrollBy({ top: rect.top - view.innerHeight / 2, behavior: 'instant' });
  }
  return hitTest.rectsOf(spot)[0] ?? null;
}
