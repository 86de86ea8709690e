/**
 * From the text of a page to painted mentions, in slices, what is on screen first. Reads stretches of the
 * page, gives their blocks to the scan of `lib/detect`, keeps those with mentions, paints what the density
 * setting lets through.
 */
import { applyDensity } from '@/lib/detect/density';
import type { TermIndex } from '@/lib/detect/load-index';
import type { Mention } from '@/lib/detect/mention';
import { createScan } from '@/lib/detect/scan';
import type { PageTopic } from '@/lib/messages/page';
import type { Settings } from '@/lib/model/settings';
import { type Block, readBlocks, type Stretch, stretchAround, wholePage } from '@/lib/page/page-text';
import { createHeldBlocks, type HeldBlock, type Spot } from './held-blocks';
import { createPace } from './pace';
import type { Painter } from './painter';

type Parts = {
  document: Document;
  index: TermIndex;
  painter: Painter;
  signal: AbortSignal;
  onShadowRoot: (root: ShadowRoot) => void;
  density: () => Settings['density'];
};

/** One page read and painted. */
export type PageScan = ReturnType<typeof createPageScan>;

/** A page not yet read. What answers a promise must not run twice at the same time. */
export function createPageScan({ document, index, painter, signal, onShadowRoot, density }: Parts) {
  let scan = createScan(index);
  let blocks = createHeldBlocks();
  /** Blocks read since the last settling. */
  const pending = new Map<number, Block>();
  let isPaintStale = false;

  const remove = (gone: readonly HeldBlock[]) => {
    if (!gone.length) return;
    for (const held of gone) {
      painter.unpaint(held);
      scan.remove(held.id);
    }
    blocks.remove(gone);
    isPaintStale = true;
  };

  /** Chooses again what is painted and touches only what is not painted so. */
  const repaint = () => {
    isPaintStale = false;
    const all = blocks.all();
    const chosen = applyDensity(
      all.map(({ mentions }) => mentions),
      density(),
    );
    all.forEach((held, number) => {
      const mentions = chosen[number] as Mention[];
      const { painted } = held;
      if (mentions.length === painted.length && mentions.every((mention, at) => mention === painted[at]))
        return;
      painter.paint(held, mentions);
    });
  };

  const settle = () => {
    for (const { block: id, mentions } of scan.settle()) {
      const block = pending.get(id);
      const held = blocks.ofId(id) ?? (block && blocks.add(id, block));
      if (!held) continue;
      held.mentions = mentions;
      isPaintStale = true;
    }
    pending.clear();
    if (isPaintStale) repaint();
  };

  /** False when parts were missed because the page changed too much meanwhile. */
  const read = async (stretches: readonly Stretch[]) => {
    const pace = createPace();
    let whole = true;
    const onTorn = () => {
      whole = false;
    };
    for (const stretch of stretches) {
      for (const block of readBlocks(stretch, { onShadowRoot, onTorn })) {
        if (signal.aborted) return true;
        if (block) {
          const before = block.nodes.map(blocks.ofNode).filter((held) => held !== undefined);
          remove([...new Set(before)]);
          pending.set(scan.add(block.text), block);
        }
        if (pace.isSpent()) {
          settle();
          await pace.rest();
        }
      }
    }
    if (!signal.aborted) settle();
    return whole;
  };

  const visibleSpots = (which: 'mentions' | 'painted'): Spot[] =>
    blocks
      .all()
      .filter(({ block }) => block.nodes[0]?.parentElement?.checkVisibility({ visibilityProperty: true }))
      .flatMap((held) => held[which].map((mention) => ({ held, mention })));

  return {
    blocks: () => blocks,
    /** Mentions in page order that the page shows: all of them, or those that are painted. */
    visibleSpots,

    /** Reads the whole page afresh; the paint of before stays until then. */
    async readAll(): Promise<boolean> {
      const before = blocks.all();
      blocks = createHeldBlocks();
      scan = createScan(index);
      pending.clear();
      const whole = await read(fromScreen(document));
      for (const held of before) painter.unpaint(held);
      return whole;
    },

    /** Reads stretches again after the page has changed them. */
    refresh: read,

    /** Lets go of blocks that the page has taken away. */
    sweep: () => remove(blocks.all().filter(({ block }) => !block.nodes[0]?.isConnected)),

    /** Paints what another density lets through. */
    repaint,

    /** Takes the paint off a block at once when the text under it is no longer what was painted. */
    unpaintChanged(node: Text): void {
      const held = blocks.ofNode(node);
      if (!held?.marks.length) return;
      const { text, nodes, starts } = held.block;
      const at = nodes.indexOf(node);
      if (text.slice(starts[at], starts[at + 1]) !== node.data) painter.unpaint(held);
    },

    /** The topics of the page's visible mentions, in order of first mention. */
    listTopics(): PageTopic[] {
      const topics = new Map<string, PageTopic>();
      for (const { mention } of visibleSpots('mentions')) {
        const { opens: topic, group } = mention;
        topics.set(topic, { topic, group, count: (topics.get(topic)?.count ?? 0) + 1 });
      }
      return [...topics.values()];
    },
  };
}

/**
 * What is read: a scrolled page from what is on screen to the end of the element around it, and then the
 * whole page. Call it when the layout is clean, since it asks what stands where.
 */
function fromScreen(document: Document): Stretch[] {
  const { scrollY, innerHeight, innerWidth } = document.defaultView as Window;
  const element = scrollY > innerHeight ? document.elementFromPoint(innerWidth / 2, innerHeight / 4) : null;
  const seen = element && stretchAround(element);
  return seen ? [{ ...seen, end: null }, ...wholePage(document)] : wholePage(document);
}
