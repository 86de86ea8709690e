/**
 * Follows a page that changes. While the page works, only notes what it touched; reads it again in idle
 * time, and ever less often the longer the page goes on without a pause: but it never stops for good.
 */
import { ATTRIBUTES, isBlock, kindOf, SKIP } from '@/lib/page/element-kinds';
import { type Stretch, stretchAround } from '@/lib/page/page-text';
import type { Guard } from './guard';
import type { PageScan } from './scan-page';

const SHORTEST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 4_000;
/** Of the time that passes, we take at most one part in this many. */
const TIME_SHARE = 12;

/** Keeps a scan in step with the page, once `observe` has been called. */
export function watchPage({ guarded, later, atEnd }: Guard, scan: PageScan) {
  const touched = new Set<Node>();
  let hasLost = false;
  let mustReadAll = false;
  let waitMs = SHORTEST_WAIT_MS;
  let endedAt = 0;
  let isBusy = false;

  const work = async () => {
    const began = performance.now();
    const nodes = [...touched];
    if (hasLost) scan.sweep();
    touched.clear();
    hasLost = false;
    const all = mustReadAll;
    mustReadAll = false;
    mustReadAll ||= !(await (all ? scan.readAll() : scan.refresh(toStretches(nodes))));
    endedAt = performance.now();
    waitMs = Math.min(Math.max((endedAt - began) * TIME_SHARE, waitMs * 1.2), LONGEST_WAIT_MS);
    isBusy = false;
    schedule();
  };

  const schedule = () => {
    if (isBusy || !(mustReadAll || hasLost || touched.size)) return;
    isBusy = true;
    if (performance.now() - endedAt > 2 * waitMs) waitMs = SHORTEST_WAIT_MS;
    later(waitMs, () => requestIdleCallback(guarded(work), { timeout: 1_000 }));
  };

  const observer = new MutationObserver(
    guarded((records: MutationRecord[]) => {
      for (const { type, target, addedNodes, removedNodes, previousSibling, nextSibling } of records) {
        if (type === 'attributes') {
          touched.add(target);
          // What became an editor must lose its paint: it is found by reading all.
          mustReadAll ||= (target as HTMLElement).isContentEditable;
        } else if (type === 'characterData') {
          scan.unpaintChanged(target as Text);
          touched.add(target);
        } else {
          addedNodes.forEach((node) => {
            if (canHoldText(node)) touched.add(node);
          });
          removedNodes.forEach((node) => {
            if (!canHoldText(node)) return;
            hasLost = true;
            // Its neighbours may now be one word.
            const neighbour = previousSibling ?? nextSibling;
            if (neighbour && !isBlock(node) && !isBlock(neighbour)) touched.add(neighbour);
          });
        }
      }
      schedule();
    }),
  );
  atEnd(() => observer.disconnect());

  return {
    /** Watches a document or an open shadow root; watching it twice is watching it once. */
    observe: (root: Node) =>
      observer.observe(root, {
        subtree: true,
        childList: true,
        characterData: true,
        attributeFilter: ATTRIBUTES,
      }),
    /** Reads the whole page at once. */
    async readAll(): Promise<void> {
      isBusy = mustReadAll = true;
      await work();
    },
    /** Reads the whole page again when it has come to rest. */
    readAllLater(): void {
      mustReadAll = true;
      schedule();
    },
  };
}

function canHoldText(node: Node): boolean {
  if (node.nodeType === 3) return /\S/.test((node as Text).data);
  return node.nodeType === 1 && !(kindOf(node as Element, true) & SKIP);
}

/** What must be read again for these nodes: each place once, in the order they were touched. */
export function toStretches(nodes: readonly Node[]): Stretch[] {
  const roots = new Set(nodes);
  const stretches = new Map<Node | null, Stretch>();
  for (const node of roots) {
    let up: Node | null = node.parentNode;
    while (up && !roots.has(up)) up = up.parentNode;
    const stretch = up || !node.isConnected ? null : stretchAround(node);
    if (stretch) stretches.set(stretch.first, stretch);
  }
  return [...stretches.values()];
}
