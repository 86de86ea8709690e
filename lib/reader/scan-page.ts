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
import { isBlock } from '@/lib/page/element-kinds';
import { type Block, readBlocks, type Stretch, wholePage } from '@/lib/page/page-text';
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
  /** Topics painted so far, while blocks only came at the end of the page; null once all must be done again. */
  let onPage: Set<string> | null = new Set();

  const remove = (gone: readonly HeldBlock[]) => {
    if (!gone.length) return;
    for (const held of gone) {
      painter.unpaint(held);
      scan.remove(held.id);
    }
    blocks.remove(gone);
    onPage = null;
  };

  /** Chooses again what is painted, among the last blocks of the page or among all. */
  const repaint = (fresh: readonly HeldBlock[]) => {
    const changed = onPage ? fresh : blocks.all();
    onPage ??= new Set();
    const chosen = applyDensity(
      changed.map(({ mentions }) => mentions),
      density(),
      onPage,
    );
    changed.forEach((held, number) => {
      const mentions = chosen[number] as Mention[];
      const { painted } = held;
      if (mentions.length === painted.length && mentions.every((mention, at) => mention === painted[at]))
        return;
      painter.paint(held, mentions);
    });
  };

  const settle = () => {
    const fresh: HeldBlock[] = [];
    for (const { block: id, mentions } of scan.settle()) {
      let held = blocks.ofId(id);
      const block = pending.get(id);
      if (held) onPage = null;
      else if (block) {
        const added = blocks.add(id, block);
        held = added.held;
        fresh.push(held);
        if (!added.isLast) onPage = null;
      }
      if (held) held.mentions = mentions;
    }
    pending.clear();
    if (fresh.length || !onPage) repaint(fresh);
  };

  /** False when parts were missed because the page changed too much meanwhile. */
  const read = async (stretches: readonly Stretch[]) => {
    const pace = createPace();
    let whole = true;
    for (const stretch of stretches) {
      const reading = readBlocks(stretch, { withQuiet: false, onShadowRoot });
      for (let step = reading.next(); ; step = reading.next()) {
        if (signal.aborted) return true;
        if (step.done) {
          whole &&= step.value;
          break;
        }
        const block = step.value;
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
      onPage = new Set();
      const whole = await read(fromScreen(document));
      for (const held of before) painter.unpaint(held);
      return whole;
    },

    /** Reads stretches again after the page has changed them. */
    refresh: read,

    /** Lets go of blocks that the page has taken away, and of those in these nodes. */
    sweep(turned: readonly Node[]): void {
      const isGone = (node: Node) => !node.isConnected || turned.some((element) => element.contains(node));
      remove(blocks.all().filter(({ block }) => isGone(block.nodes[0] as Text)));
    },

    /** Paints what another density lets through. */
    repaint(): void {
      onPage = null;
      repaint([]);
    },

    /** Takes the paint off a block at once when the text under it is no longer what was painted. */
    unpaintChanged(node: Text): void {
      const held = blocks.ofNode(node);
      if (!held?.marks.length) return;
      const { text, nodes, starts } = held.block;
      const at = nodes.indexOf(node);
      const end = starts[at + 1] ?? text.length;
      // A gap may stand between this node and the next.
      if (end - 1 - node.length > (starts[at] as number) || !text.startsWith(node.data, starts[at]))
        painter.unpaint(held);
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
 * The whole page in stretches, from what is on screen to the end, then from the beginning. Call it when
 * the layout is clean: a page that is scrolled is asked what stands where.
 */
function fromScreen(document: Document): Stretch[] {
  const page = wholePage(document);
  const { scrollY, innerHeight, innerWidth } = document.defaultView as Window;
  if (!page || scrollY < innerHeight) return page ? [page] : [];
  let start: Node | null = document.elementFromPoint(innerWidth / 2, innerHeight / 4);
  while (start && !isBlock(start)) start = start.parentNode;
  if (!start || start === page.parent || !page.parent.contains(start)) return [page];
  const after: Stretch[] = [];
  const before: Stretch[] = [];
  let first: Node | null = start;
  for (let child: Node = start; child !== page.parent; ) {
    const parent = child.parentNode as Node;
    after.push({ parent, first, end: null });
    before.unshift({ parent, first: parent.firstChild, end: child });
    child = parent;
    first = child.nextSibling;
  }
  return [...after, ...before];
}
