/**
 * Paint without touching the page: one `Highlight` per topic group, made of `StaticRange`s. A live `Range`
 * would tax every text edit and removal that the page makes, ten thousand of them a hundredfold.
 */
import type { Mention } from '@/lib/detect/mention';
import { HIGHLIGHT_PREFIX, NEW_GROUP, OTHER_GROUPS } from '@/lib/model/look';
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
  /** By name, and by group as it was first met. */
  const highlights = new Map<string, Highlight>();
  const ofGroup = new Map<string, Highlight>();

  /** Pages clear the registry that they share with us. */
  const tend = () => {
    for (const [name, highlight] of highlights) {
      if (!CSS.highlights.has(name)) CSS.highlights.set(name, highlight);
    }
    later(TEND_MS, tend);
  };

  const meet = (group: string) => {
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
    ofGroup.set(group, highlight);
    return highlight;
  };

  atEnd(() => {
    for (const name of highlights.keys()) CSS.highlights.delete(name);
  });

  return {
    /**
     * Paints these mentions of the block, by rising start, and nothing else of it. It asks the page for nothing: a place
     * behind the end of a text that has changed paints nothing.
     */
    paint(held: HeldBlock, mentions: Mention[]): void {
      for (const [highlight, range] of held.marks) highlight.delete(range);
      const marks: HeldBlock['marks'] = [];
      held.painted = mentions;
      held.marks = marks;
      const { nodes, starts } = held.block;
      const { news } = settings();
      const most = nodes.length - 1;
      let first = 0;
      for (const mention of mentions) {
        const { group, start, end } = mention;
        while (first < most && (starts[first + 1] as number) <= start) first++;
        let last = first;
        while (last < most && (starts[last + 1] as number) < end) last++;
        const range = new StaticRange({
          startContainer: nodes[first] as Text,
          startOffset: start - (starts[first] as number),
          endContainer: nodes[last] as Text,
          endOffset: end - (starts[last] as number),
        });
        const shown = news?.length && news.includes(mention.opens) ? NEW_GROUP : group;
        marks.push([(ofGroup.get(shown) ?? meet(shown)).add(range), range]);
      }
    },
  };
}
