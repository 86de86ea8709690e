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
import { BLOCK, kindOfName } from '@/lib/page/element-kinds';
import { type Block, readBlocks, type Stretch, wholePage } from '@/lib/page/page-text';
import { type HeldBlock, HeldBlocks, type Spot } from './held-blocks';
import { Pace } from './pace';
import type { Painter } from './painter';

type Parts = {
  document: Document;
  index: TermIndex;
  painter: Painter;
  signal: AbortSignal;
  onShadowRoot: (root: ShadowRoot) => void;
};

/** One page read and painted. Its methods that answer a promise must not run at the same time. */
export class PageScan {
  readonly #parts: Parts;
  #density: Settings['density'];
  #scan;
  #held = new HeldBlocks();
  /** Blocks read since the last settling. */
  readonly #pending = new Map<number, Block>();
  /** Topics painted so far, while blocks only came at the end of the page; null once all must be done again. */
  #onPage: Set<string> | null = new Set();

  constructor(parts: Parts, density: Settings['density']) {
    this.#parts = parts;
    this.#density = density;
    this.#scan = createScan(parts.index);
  }

  get held(): HeldBlocks {
    return this.#held;
  }

  /** Reads the whole page afresh. Resolves to false when the page changed so much that parts were missed. */
  async readAll(): Promise<boolean> {
    const before = this.#held;
    this.#held = new HeldBlocks();
    this.#scan = createScan(this.#parts.index);
    this.#pending.clear();
    this.#onPage = new Set();
    let whole = true;
    const pace = new Pace();
    for (const stretch of fromScreen(this.#parts.document))
      whole = (await this.#read(stretch, pace)) && whole;
    this.#settle();
    for (const held of before.all) this.#parts.painter.unpaint(held);
    return whole;
  }

  /** Reads stretches again after the page has changed them. */
  async refresh(stretches: readonly Stretch[]): Promise<boolean> {
    let whole = true;
    const pace = new Pace();
    for (const stretch of stretches) whole = (await this.#read(stretch, pace)) && whole;
    this.#settle();
    return whole;
  }

  /** Lets go of blocks that the page has taken away, and of those under `inside`. */
  sweep(inside: readonly Element[] = []): void {
    this.#remove(
      this.#held.all.filter(({ block: { nodes } }) => {
        const node = nodes[0] as Text;
        return !node.isConnected || inside.some((element) => element.contains(node));
      }),
    );
  }

  setDensity(density: Settings['density']): void {
    this.#density = density;
    this.#onPage = null;
    this.#repaint(new Set());
  }

  /** Takes the paint off a block at once when the text under it is no longer what was painted. */
  unpaintChanged(node: Text): void {
    const held = this.#held.ofNode(node);
    if (!held || held.marks.length === 0) return;
    const start = held.block.starts[held.block.nodes.indexOf(node)] ?? 0;
    if (!node.isConnected || !isUnchanged(held.block, node, start)) this.#parts.painter.unpaint(held);
  }

  /** The topics of the page's visible mentions, in order of first mention. */
  listTopics(): PageTopic[] {
    const topics = new Map<string, PageTopic>();
    for (const { mention } of this.visibleSpots('mentions')) {
      const known = topics.get(mention.opens);
      if (known) known.count++;
      else topics.set(mention.opens, { topic: mention.opens, group: mention.group, count: 1 });
    }
    return [...topics.values()];
  }

  /** Mentions in page order that the page shows: all of them, or those that are painted. */
  visibleSpots(which: 'mentions' | 'painted'): Spot[] {
    return this.#held.all
      .filter((held) => held[which].length > 0 && isVisible(held))
      .flatMap((held) => held[which].map((mention) => ({ held, mention })));
  }

  async #read(stretch: Stretch, pace: Pace): Promise<boolean> {
    const { signal, onShadowRoot } = this.#parts;
    const blocks = readBlocks(stretch, { quiet: 'leave', onShadowRoot });
    for (;;) {
      if (signal.aborted) return true;
      const step = blocks.next();
      if (step.done) return step.value;
      if (step.value) this.#take(step.value);
      if (pace.isSpent()) {
        this.#settle();
        await pace.rest();
      }
    }
  }

  #take(block: Block): void {
    const before = new Set<HeldBlock>();
    for (const node of block.nodes) {
      const held = this.#held.ofNode(node);
      if (held) before.add(held);
    }
    if (before.size > 0) this.#remove([...before]);
    if (!block.quiet) this.#pending.set(this.#scan.add(block.text), block);
  }

  #remove(gone: readonly HeldBlock[]): void {
    if (gone.length === 0) return;
    for (const held of gone) {
      this.#parts.painter.unpaint(held);
      this.#scan.remove(held.id);
    }
    this.#held.remove(new Set(gone));
    this.#onPage = null;
  }

  #settle(): void {
    if (this.#parts.signal.aborted) return;
    const changed = new Set<HeldBlock>();
    for (const { block: id, mentions } of this.#scan.settle()) {
      const block = this.#pending.get(id);
      const held = this.#held.ofId(id) ?? (block && this.#hold(id, block));
      if (!held) continue;
      held.mentions = mentions;
      changed.add(held);
    }
    this.#pending.clear();
    if (changed.size > 0 || !this.#onPage) this.#repaint(changed);
  }

  #hold(id: number, block: Block): HeldBlock {
    const held = this.#held.add(id, block);
    if (this.#held.all.at(-1) !== held) this.#onPage = null;
    return held;
  }

  /** Chooses again what is painted: among the changed blocks where they are the last ones, else everywhere. */
  #repaint(changed: ReadonlySet<HeldBlock>): void {
    const { all } = this.#held;
    const fresh = all.slice(all.length - changed.size);
    const grewAtEnd = this.#onPage && fresh.every((held) => changed.has(held) && held.painted.length === 0);
    const blocks = grewAtEnd ? fresh : all;
    const onPage = (grewAtEnd && this.#onPage) || new Set<string>();
    const chosen = applyDensity(
      blocks.map((held) => held.mentions),
      this.#density,
      onPage,
    );
    this.#onPage = onPage;
    blocks.forEach((held, index) => {
      const painted = chosen[index] as Mention[];
      if (!changed.has(held) && isSame(held.painted, painted)) return;
      this.#held.setPainted(held, painted);
      this.#parts.painter.paint(held);
    });
  }
}

function isSame(a: readonly Mention[], b: readonly Mention[]): boolean {
  return a.length === b.length && a.every((mention, index) => mention === b[index]);
}

function isUnchanged(block: Block, node: Text, start: number): boolean {
  const next = block.starts[block.nodes.indexOf(node) + 1] ?? block.text.length;
  return (
    block.text.startsWith(node.data, start) && start + node.length <= next && start + node.length >= next - 1
  );
}

function isVisible({ block }: HeldBlock): boolean {
  const element = block.nodes[0]?.parentElement;
  return element?.checkVisibility({ visibilityProperty: true }) ?? false;
}

/**
 * The whole page in stretches, from what is on screen to the end, then from the beginning. Call it when
 * the layout is clean: a page that is scrolled is asked what stands where.
 */
function fromScreen(document: Document): Stretch[] {
  const page = wholePage(document);
  const view = document.defaultView;
  if (!page || !view || view.scrollY < view.innerHeight) return page ? [page] : [];
  let start: Node | null = null;
  for (let share = 1; share < 8 && !start; share++) {
    const element = document.elementFromPoint(view.innerWidth / 2, (view.innerHeight * share) / 8);
    if (element && element !== page.parent && page.parent.contains(element)) start = element;
  }
  while (start && start !== page.parent && !(kindOfName(start as Element) & BLOCK)) start = start.parentNode;
  if (!start || start === page.parent) return [page];
  const after: Stretch[] = [{ parent: start.parentNode as Node, first: start, end: null }];
  const before: Stretch[] = [];
  for (let child: Node = start; child !== page.parent; child = child.parentNode as Node) {
    const parent = child.parentNode as Node;
    before.unshift({ parent, first: parent.firstChild, end: child });
    if (child !== start) after.push({ parent, first: child.nextSibling, end: null });
  }
  return [...after, ...before];
}
