/**
 * Paint without touching the page: one `Highlight` per topic group, made of `StaticRange`s. A live `Range`
 * would tax every text edit and removal that the page makes, ten thousand of them a hundredfold.
 */
import type { Mention } from '@/lib/detect/mention';
import { HIGHLIGHT_PREFIX, NEW_GROUP, OTHER_GROUPS } from '@/lib/model/look';
import { toPoint } from '@/lib/page/page-text';
import type { Guard } from './guard';
import type { HeldBlock } from './held-blocks';
import type { ReaderSettings } from './reader-port';

/** How soon paint is back that the page has thrown out together with its own. */
const TEND_MS = 2_000;

/** Paints blocks, in the document and in open shadow roots. */
export type Painter = ReturnType<typeof createPainter>;

/**
 * A painter, which tells when it first paints. How the groups' highlights look is said by the manifest's style sheet; those
 * not in `core` share one, and topics with news another. At its guard's end all paint goes.
 */
export function createPainter(
  { later, atEnd }: Guard,
  core: readonly string[],
  settings: () => Pick<ReaderSettings, 'news'>,
  onFirst: () => void = () => {},
) {
  const highlights = new Map<string, Highlight>();

  /** Pages clear the registry that they share with us. */
  const tend = () => {
    for (const [name, highlight] of highlights) {
      if (!CSS.highlights.has(name)) CSS.highlights.set(name, highlight);
    }
    later(TEND_MS, tend);
  };

  const highlightOf = (group: string) => {
    const name = HIGHLIGHT_PREFIX + (core.includes(group) ? group : OTHER_GROUPS);
    let highlight = highlights.get(name);
    if (!highlight) {
      if (!highlights.size) {
        later(TEND_MS, tend);
        onFirst();
      }
      highlight = new Highlight();
      highlights.set(name, highlight);
      CSS.highlights.set(name, highlight);
    }
    return highlight;
  };

  atEnd(() => {
    for (const name of highlights.keys()) CSS.highlights.delete(name);
  });

  return {
    /** Paints these mentions of the block and nothing else of it. */
    paint(held: HeldBlock, mentions: Mention[]): void {
      for (const [highlight, range] of held.marks) highlight.delete(range);
      held.painted = mentions;
      held.marks = mentions.map(({ group, opens, start, end }) => {
        const from = toPoint(held.block, start, 'start');
        const to = toPoint(held.block, end, 'end');
        const range = new StaticRange({
          startContainer: from.node,
          startOffset: from.offset,
          endContainer: to.node,
          endOffset: to.offset,
        });
        return [highlightOf(settings().news?.includes(opens) ? NEW_GROUP : group).add(range), range];
      });
    },
  };
}
