/**
 * From the text of a page to painted mentions, in slices, what is on screen first. Reads stretches of the
 * page, gives their blocks to the scan of `lib/detect`, keeps those with mentions, paints what the density
 * setting lets through.
 */
import { createChoice } from '@/lib/detect/density';
import type { IndexParts, PartName } from '@/lib/detect/layout';
import type { TermIndex, Want } from '@/lib/detect/load-index';
import type { Mention } from '@/lib/detect/mention';
import { createScan } from '@/lib/detect/scan';
import type { Settings } from '@/lib/model/settings';
import { type Block, heedAttributes, readBlocks, type Stretch, wholePage } from '@/lib/page/page-text';
import { createHearing } from './create-hearing';
import { type HeldBlock, isBefore, type Spot } from './held-blocks';
import { onScreen } from './on-screen';
import { createPace } from './pace';
import type { Painter } from './painter';

/** One page read and painted. */
export type PageScan = ReturnType<typeof createPageScan>;

/** A page not yet read. No two of the methods that return a promise may run at the same time. */
export function createPageScan(
  document: Document,
  index: TermIndex,
  loadParts: (names: PartName[]) => Promise<IndexParts>,
  painter: Painter,
  signal: AbortSignal,
  core: readonly string[],
  settings: () => Settings,
  site: string,
  onShadowRoot: (root: ShadowRoot) => void,
) {
  let scan = createScan(index);
  /** In page order after `repaint`. */
  let all: HeldBlock[] = [];
  let ofId = new Map<number, HeldBlock>();
  const ofNode = new WeakMap<Node, HeldBlock>();
  /** The held blocks by the parents of their text. */
  const within = new WeakMap<Node, Set<HeldBlock>>();
  /** Blocks read since the last settling. */
  const pending = new Map<number, { block: Block; former: HeldBlock | null }>();
  /** How many of `all` are painted, by this choice; where more has changed, all must be chosen again. */
  let done = 0;
  let choose: ReturnType<typeof createChoice>;
  let hear: ReturnType<typeof createHearing>;
  let isPaintStale = true;
  /** Whether something may have moved: an edited text has not. */
  let isOrderStale = false;
  let readLength = 0;
  /** Blocks whose text or place has changed: they go unless they are read again, as a line of links or a part of a menu is not. */
  const changed: [HeldBlock, Block][] = [];

  /** The parents of its text no longer hold a block. */
  const unhold = (held: HeldBlock) => {
    for (const { parentNode } of held.block.nodes) within.get(parentNode as Node)?.delete(held);
  };

  /** Lets go of a block that is read anew under its number; its paint goes when what comes in its place is painted. */
  const letGo = (held: HeldBlock) => {
    ofId.delete(held.id);
    unhold(held);
    held.id = -1;
    isPaintStale = true;
  };

  /** Lets go of a block for good. */
  const drop = (held: HeldBlock) => {
    scan.remove(held.id);
    letGo(held);
  };

  /** Chooses again what is painted and touches only what is not painted so. */
  const repaint = () => {
    if (isPaintStale) {
      all = all.filter((held) => held.id >= 0 || painter.paint(held, []));
      // Nearly always in order already, and then sorting is one look at each: from the later one back to the earlier,
      // since the browser looks for it among all that stands before.
      if (isOrderStale) {
        all.sort((later, earlier) => (isBefore(earlier, later) ? 1 : -1));
        scan.reorder(all);
      }
      done = 0;
      choose = createChoice(settings().density, core);
      hear = createHearing(settings().quieted, site);
      isPaintStale = isOrderStale = false;
    }
    const fresh = all.slice(done);
    done = all.length;
    for (const held of fresh) {
      held.mentions = hear(held.found, held.block.text);
      const mentions = choose(held.mentions, held.block);
      if (isPaintedAlike(mentions, held.painted)) held.painted = mentions;
      else painter.paint(held, mentions);
    }
  };

  const hold = (id: number, { block, former }: { block: Block; former: HeldBlock | null }) => {
    const held = former ?? { id, block, found: [], mentions: [], painted: [], marks: [] };
    const last = all.at(-1);
    // In other nodes the same mentions are no longer where they were.
    if (former && !isLaidAlike(former.block, block)) painter.paint(held, []);
    held.id = id;
    held.block = block;
    // A page is read in its order and grows at its end: nearly always there is nothing to move.
    if (!former && all.push(held) > 1 && !isBefore(last as HeldBlock, held))
      isPaintStale = isOrderStale = true;
    ofId.set(id, held);
    for (const node of block.nodes) {
      ofNode.set(node, held);
      const { parentNode } = node;
      // The page may have taken it out since it was read.
      if (parentNode) within.set(parentNode, (within.get(parentNode) ?? new Set()).add(held));
    }
    return held;
  };

  const settle = () => {
    if (signal.aborted) return;
    for (const { block: id, mentions } of scan.settle()) {
      const read = pending.get(id);
      if (!read) isPaintStale = true;
      const held = ofId.get(id) ?? (read && hold(id, read));
      if (held) held.found = mentions;
    }
    pending.clear();
    repaint();
  };

  /** False when parts were missed because the page changed too much meanwhile. */
  const read = async (stretches: readonly Stretch[]) => {
    const pace = createPace();
    let whole = true;
    const onTorn = () => {
      whole = false;
    };
    const { wanted } = index;
    /** Blocks that ask for a part which is not here yet. */
    const late: [id: number, block: Block, wants: Want[]][] = [];
    const turn = async () => {
      if (!pace.isSpent()) return;
      await pace.rest();
      // A slice by itself: what a first match asks for, and the first paint, take as long as one.
      if (pace.isShowDue()) settle();
    };
    const take = (block: Block, known?: number) => {
      let former: HeldBlock | null = null;
      for (const node of block.nodes) {
        const before = ofNode.get(node);
        if (!before || before.id < 0) continue;
        // Read anew where it stood, it keeps its place in the order.
        if (before.block.nodes[0] === block.nodes[0]) {
          former = before;
          known = before.id;
          letGo(before);
        } else drop(before);
      }
      // What is read anew counts where it stood.
      const end = block.end || former?.block.end;
      if (!end) readLength += block.text.length;
      block.end = end || readLength;
      const { length } = wanted;
      const id = scan.add(block.text, () => heedAttributes(block), known);
      pending.set(id, { block, former });
      if (wanted.length > length) late.push([id, block, wanted.slice(length)]);
    };
    for (const stretch of stretches) {
      for (const blocks of readBlocks(stretch, { onShadowRoot, onTorn })) {
        for (const block of blocks) {
          if (signal.aborted) return true;
          take(block);
          await turn();
        }
        await turn();
      }
    }
    for (const [held, block] of changed.splice(0)) if (held.block === block) drop(held);
    settle();
    while (late.length && !signal.aborted) {
      index.addParts(await loadParts([...new Set(wanted.map(([part]) => part))]));
      // Taking in a part is a slice of work by itself.
      await turn();
      for (const [id, block, wants] of late.splice(0)) {
        if (!wants.some(index.answers)) continue;
        take(block, id);
        await turn();
      }
      settle();
    }
    return whole;
  };

  return {
    /** All blocks with mentions, in page order. */
    heldBlocks: () => all,
    /** The painted mentions of the blocks whose text the element holds itself. */
    paintedIn: (element: Element): Spot[] =>
      [...(within.get(element) ?? [])].flatMap((held) => held.painted.map((mention) => ({ held, mention }))),

    /** Reads the whole page afresh; the paint of before stays until then. */
    async readAll(): Promise<boolean> {
      const before = all;
      all = [];
      ofId = new Map();
      for (const held of before) held.id = -1;
      scan = createScan(index);
      isPaintStale = true;
      await read(onScreen(document));
      for (const { block } of all) block.end = 0;
      const whole = await read(wholePage(document));
      for (const held of before) {
        unhold(held);
        painter.paint(held, []);
      }
      return whole;
    },

    /** Reads stretches again after the page has changed them. */
    refresh: read,

    /** Takes the texts of nodes as they are now; those that must be read again, with what is around, move to `touched`. */
    async retell(edited: readonly Node[], touched: Set<Node>): Promise<void> {
      const pace = createPace();
      let count = 0;
      for (const node of edited) {
        const held = ofNode.get(node);
        const data = held ? (node as Text).data : '';
        if (held?.block.isNode && held.id >= 0 && scan.retell(held.id, held.block.text, data)) {
          held.block.text = data;
          // Its length, and what its mentions open, tell which of them are painted.
          isPaintStale = true;
        } else {
          touched.add(node);
          if (held && held.id >= 0) changed.push([held, held.block]);
        }
        // To ask for the time takes a tenth of the time that a text does.
        if (!(++count % 16) && pace.isSpent()) await pace.rest();
      }
    },

    /** Lets go of blocks that the page has taken away, and of those in what is touched unless they are read again there. */
    sweep(touched: ReadonlySet<Node>): void {
      isOrderStale = true;
      for (const held of all) {
        let up: Node | null = held.block.nodes[0] as Text;
        if (!up.isConnected) drop(held);
        while (up && !touched.has(up)) up = up.parentNode;
        if (up) changed.push([held, held.block]);
      }
    },

    /** Paints anew, by settings or news that have changed. */
    repaint(): void {
      for (const held of all) painter.paint(held, []);
      isPaintStale = true;
      settle();
    },
  };
}

/** Whether two readings of a block found their text in the same places of the page. */
function isLaidAlike(a: Block, b: Block): boolean {
  return (
    a.nodes.length === b.nodes.length &&
    a.nodes.every((node, at) => node === b.nodes[at] && a.starts[at] === b.starts[at])
  );
}

/** Whether the paint of mentions is that of others in the same block. */
function isPaintedAlike(a: readonly Mention[], b: readonly Mention[]): boolean {
  return (
    a === b ||
    (a.length === b.length &&
      a.every((one, at) => {
        const { start, end, group } = b[at] as Mention;
        return one.start === start && one.end === end && one.group === group;
      }))
  );
}
