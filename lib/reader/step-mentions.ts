import { isSameSpot, type Spot } from './held-blocks';
import type { HitTest } from './hit-test';

/** The mention to go to from the one before, round the ends of the page; null when there are none. */
export function nextSpot(spots: readonly Spot[], from: Spot | null, direction: 1 | -1): Spot | null {
  const current = spots.findIndex((spot) => isSameSpot(spot, from));
  // From nowhere the way back begins at the last mention.
  const next = Math.max(current, direction < 0 ? 0 : -1) + direction;
  return spots.at(next % spots.length) ?? null;
}

/** Brings a mention onto the screen at once and says where it then stands; null when it cannot be seen. */
export function scrollToSpot(spot: Spot, { rectsOf }: HitTest): DOMRect | null {
  const element = (spot.held.block.nodes[0] as Text).parentElement as Element;
  const view = element.ownerDocument.defaultView as Window;
  const isOnScreen = () => {
    const rect = rectsOf(spot)[0];
    return !rect || (rect.top >= 0 && rect.bottom <= view.innerHeight);
  };
  if (!isOnScreen()) element.scrollIntoView({ block: 'center', behavior: 'instant' });
  // A paragraph taller than the screen was centred without its mention.
  if (!isOnScreen()) {
    const top = (rectsOf(spot)[0]?.top ?? 0) - view.innerHeight / 2;
    view.scrollBy({ top, behavior: 'instant' });
  }
  return rectsOf(spot)[0] ?? null;
}
