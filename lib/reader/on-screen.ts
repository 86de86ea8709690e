import { type Stretch, stretchAround } from '@/lib/page/page-text';

/** Neighbours that are asked on each side whether they are on screen. */
const MOST_ON_SCREEN = 99;

/**
 * What of a scrolled page is on screen, as far as what stands in its middle tells, and what stands beside that: it is read and
 * painted before all else. Call it when the layout is clean, since it asks what stands where.
 */
export function onScreen(document: Document): Stretch[] {
  const { scrollY, innerHeight, innerWidth } = document.defaultView as Window;
  if (scrollY < innerHeight) return [];
  const isPart = (one: Element | null | undefined) => (one?.clientHeight as number) < innerHeight;
  // A point between two paragraphs belongs to what holds both.
  let part = [0.5, 0.4, 0.6]
    .map((share) => document.elementFromPoint(innerWidth / 2, innerHeight * share))
    .find(isPart);
  while (isPart(part?.parentElement)) part = part?.parentElement;
  /** The last neighbour on one side that is on screen, or the first that is not; where it is not shown, the next tells. */
  const edge = (at: Element, side: 'previousElementSibling' | 'nextElementSibling') => {
    for (let most = MOST_ON_SCREEN; most--; ) {
      const { top, bottom } = at.getBoundingClientRect();
      if (bottom < 0 || top > innerHeight) break;
      at = at[side] ?? at;
    }
    return stretchAround(at);
  };
  const start = part && edge(part, 'previousElementSibling');
  return start ? [{ ...start, end: edge(part as Element, 'nextElementSibling')?.end ?? null }] : [];
}
