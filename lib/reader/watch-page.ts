/**
 * Follows a page that changes. While the page works, only notes what it touched; reads it again in idle
 * time, and ever less often the longer the page goes on without a pause: but it never stops for good.
 */
import { BLOCK, kindOfName, SKIP } from '@/lib/page/element-kinds';
import { type Stretch, stretchAround } from '@/lib/page/page-text';
import { type Guard, guarded, later } from './guard';
import type { PageScan } from './scan-page';

const SHORTEST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 4_000;
/** Of the time that passes, we take at most one part in this many. */
const TIME_SHARE = 12;
const IDLE_TIMEOUT_MS = 1_000;

export class PageWatcher {
  readonly #guard: Guard;
  readonly #scan: PageScan;
  readonly #observer: MutationObserver;
  readonly #touched = new Set<Node>();
  /** Elements whose attributes now say otherwise about their text. */
  readonly #turned = new Set<Element>();
  #hasLost = false;
  #mustReadAll = false;
  #waitMs = SHORTEST_WAIT_MS;
  #isWorking = false;
  #cancelWait: (() => void) | null = null;
  #endedAt = 0;

  constructor(guard: Guard, scan: PageScan) {
    this.#guard = guard;
    this.#scan = scan;
    this.#observer = new MutationObserver(guarded(guard, (records) => this.#note(records)));
    guard.signal.addEventListener('abort', () => this.#observer.disconnect(), { once: true });
  }

  /** Watches a document or an open shadow root; watching it twice is watching it once. */
  observe(root: Document | ShadowRoot): void {
    this.#observer.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: ['hidden', 'inert', 'contenteditable', 'role'],
    });
  }

  /** Reads the whole page, at once the first time. */
  async readAll(): Promise<void> {
    this.#mustReadAll = true;
    await this.#work();
  }

  /** Reads the whole page again when the page has come to rest after going to another address. */
  readAllLater(): void {
    this.#mustReadAll = true;
    this.#schedule();
  }

  #note(records: MutationRecord[]): void {
    for (const record of records) {
      const { target } = record;
      if (record.type === 'characterData') {
        this.#scan.unpaintChanged(target as Text);
        this.#touched.add(target);
      } else if (record.type === 'attributes') {
        this.#turned.add(target as Element);
      } else {
        for (const node of record.addedNodes) if (canHoldText(node)) this.#touched.add(node);
        for (const node of record.removedNodes) this.#noteRemoved(node, record);
      }
    }
    if (this.#touched.size > 0 || this.#turned.size > 0 || this.#hasLost) this.#schedule();
  }

  #noteRemoved(node: Node, { previousSibling, nextSibling }: MutationRecord): void {
    if (!canHoldText(node)) return;
    this.#hasLost = true;
    if (node.nodeType === 3) this.#scan.unpaintChanged(node as Text);
    if (isBlock(node)) return;
    // Its neighbours may now be one word.
    const neighbour = previousSibling ?? nextSibling;
    if (neighbour && !isBlock(neighbour)) this.#touched.add(neighbour);
  }

  #schedule(): void {
    if (this.#cancelWait || this.#isWorking) return;
    const isPause = performance.now() - this.#endedAt > 2 * this.#waitMs;
    if (isPause) this.#waitMs = SHORTEST_WAIT_MS;
    this.#cancelWait = later(this.#guard, this.#waitMs, () => {
      requestIdleCallback(
        guarded(this.#guard, () => this.#work()),
        { timeout: IDLE_TIMEOUT_MS },
      );
    });
  }

  async #work(): Promise<void> {
    if (this.#isWorking) return;
    this.#isWorking = true;
    this.#cancelWait?.();
    this.#cancelWait = null;
    const began = performance.now();
    const whole = await this.#readTouched();
    this.#isWorking = false;
    this.#endedAt = performance.now();
    const needed = Math.max((this.#endedAt - began) * TIME_SHARE, this.#waitMs * 1.2);
    this.#waitMs = Math.min(Math.max(needed, SHORTEST_WAIT_MS), LONGEST_WAIT_MS);
    if (!whole) this.#mustReadAll = true;
    if (this.#mustReadAll || this.#touched.size > 0 || this.#turned.size > 0 || this.#hasLost)
      this.#schedule();
  }

  async #readTouched(): Promise<boolean> {
    const touched = [...this.#touched];
    const turned = [...this.#turned];
    const all = this.#mustReadAll;
    if (all || this.#hasLost || turned.length > 0) this.#scan.sweep(all ? [] : turned);
    this.#touched.clear();
    this.#turned.clear();
    this.#hasLost = false;
    this.#mustReadAll = false;
    if (all) return this.#scan.readAll();
    return this.#scan.refresh(toStretches([...turned, ...touched]));
  }
}

function isBlock(node: Node): boolean {
  return node.nodeType === 1 && (kindOfName(node as Element) & BLOCK) !== 0;
}

function canHoldText(node: Node): boolean {
  if (node.nodeType === 3) return /\S/.test((node as Text).data);
  return node.nodeType === 1 && (kindOfName(node as Element) & SKIP) === 0;
}

/** What must be read again for these nodes: each place once, in the order they were touched. */
export function toStretches(nodes: readonly Node[]): Stretch[] {
  const roots = new Set(nodes);
  const stretches = new Map<Node, Stretch>();
  for (const node of roots) {
    if (!node.isConnected || hasAncestorIn(roots, node)) continue;
    const stretch = isBlock(node)
      ? { parent: node.parentNode as Node, first: node, end: node.nextSibling }
      : stretchAround(node);
    if (stretch?.first) stretches.set(stretch.first, stretch);
  }
  return [...stretches.values()];
}

function hasAncestorIn(roots: ReadonlySet<Node>, node: Node): boolean {
  for (let up = node.parentNode; up; up = up.parentNode) if (roots.has(up) && up.nodeType === 1) return true;
  return false;
}
