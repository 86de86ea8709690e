import type { Spot } from './held-blocks';
import type { PageScan } from './scan-page';

/** Mentions in page order that the page shows: all of them, or those that are painted. */
export function visibleSpots(scan: Pick<PageScan, 'heldBlocks'>, which: 'mentions' | 'painted'): Spot[] {
  return scan
    .heldBlocks()
    .filter(({ block }) => block.nodes[0]?.parentElement?.checkVisibility({ visibilityProperty: true }))
    .flatMap((held) => held[which].map((mention) => ({ held, mention })));
}
