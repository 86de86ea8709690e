/**
 * Follows a page that changes. While the page works, only keeps what the browser says of it; looks at that and reads the
 * page again in idle time, and the more rarely the more that costs: but it never stops for good.
 */
import { ATTRIBUTES, isBlock } from '@/lib/page/element-kinds';
import { type Stretch, stretchAround } from '@/lib/page/page-text';
import type { Guard } from './guard';
import type { PageScan } from './scan-page';

const SHORTEST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 4_000;
/** Of the time that passes, we take at most one part in this many. */
const TIME_SHARE = 6;
/** About how many records are kept before they are looked at in the page's own time: each holds on to nodes. */
const MOST_RECORDS = 4_000;

/** Keeps a scan in step with the page, once `observe` has been called. */
export function watchPage(
  { guarded, later, atEnd }: Guard,
  document: Document,
  scan: PageScan,
  restart: () => void,
) {
  const root = document.documentElement;
  const touched = new Set<Node>();
  /** Those of which only the text has changed. */
  const edited = new Set<Node>();
  const heard: MutationRecord[][] = [];
  let heardCount = 0;
  let isStale = false;
  /** Whether something has gone from where it was, perhaps to another place. */
  let hasLost = false;
  let mustReadAll = false;
  let isBusy = false;
  let waitMs = SHORTEST_WAIT_MS;

  const work = async () => {
    const began = performance.now();
    noteHeard();
    const texts = [...edited];
    edited.clear();
    if (hasLost) scan.sweep(touched);
    isStale = hasLost = false;
    await scan.retell(texts, touched);
    const stretches = toStretches(touched);
    const all = mustReadAll;
    touched.clear();
    mustReadAll = false;
    mustReadAll ||= !(await (all ? scan.readAll() : scan.refresh(stretches)));
    waitMs = Math.min(SHORTEST_WAIT_MS + (performance.now() - began) * TIME_SHARE, LONGEST_WAIT_MS);
    isBusy = false;
    schedule();
  };

  const schedule = () => {
    if (isBusy || !(isStale || mustReadAll)) return;
    isBusy = true;
    later(waitMs, () => requestIdleCallback(guarded(work), { timeout: 250 }));
  };

  const note = (record: MutationRecord) => {
    const { type, target } = record;
    // Nothing else is asked of an edited text: a page may make thousands at once.
    if (type === 'characterData') return void edited.add(target);
    if (type !== 'childList') touched.add(target);
    // What became an editor must lose its paint: it is found by reading all.
    mustReadAll ||= type === 'attributes' && (target as HTMLElement).isContentEditable;
    const { addedNodes, removedNodes, previousSibling, nextSibling } = record;
    addedNodes.forEach((node) => {
      touched.add(node);
    });
    if (!removedNodes.length) return;
    hasLost = true;
    // The neighbours of what went may now be one word.
    const neighbour = previousSibling ?? nextSibling;
    if (neighbour && !isBlock(neighbour)) touched.add(neighbour);
  };

  const noteHeard = () => {
    for (const records of heard.splice(0)) records.forEach(note);
    heardCount = 0;
  };

  const observer = new MutationObserver(
    guarded((records: MutationRecord[]) => {
      // A new root, as `document.open` leaves it: that has also taken every listener of ours away.
      if (document.documentElement !== root) return restart();
      if (heardCount > MOST_RECORDS) noteHeard();
      heardCount += records.length;
      heard.push(records);
      isStale = true;
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
    readAll(): Promise<void> {
      isBusy = mustReadAll = true;
      return work();
    },
    /** Reads the whole page again when it has come to rest. */
    readAllLater(): void {
      mustReadAll = true;
      schedule();
    },
  };
}

/** What must be read again for these nodes: each place once, in the order they were touched. */
export function toStretches(nodes: ReadonlySet<Node>): Stretch[] {
  const stretches = new Map<Node | null, Stretch>();
  for (const node of nodes) {
    let up = node.parentNode;
    while (up && !nodes.has(up)) up = up.parentNode;
    const stretch = up || !node.isConnected ? null : stretchAround(node);
    if (stretch) stretches.set(stretch.first, stretch);
  }
  return [...stretches.values()];
}
