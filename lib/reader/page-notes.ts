/**
 * The notes of a page where they stand in it. Looks for their passages in idle time, in slices; again when the page has
 * changed under one that was found, or may have brought one that was not. The less comes of that, the more rarely it
 * looks, but it never stops for good.
 */
import { type Anchored, anchorAll, type Pace } from '@/lib/anchor/anchor';
import type { Mention } from '@/lib/detect/mention';
import type { NotesStanding, PageNote } from '@/lib/messages/page';
import { NOTE_GROUP } from '@/lib/model/note-group';
import { ATTRIBUTES } from '@/lib/page/element-kinds';
import type { Block, PageText } from '@/lib/page/page-text';
import { readSlowly } from '@/lib/page/read-page-text';
import type { Guard } from './guard';
import type { HeldBlock, Spot } from './held-blocks';
import { createPace } from './pace';
import { createPainter } from './painter';

const SHORTEST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 30_000;
/** Of the time that passes, we take at most one part in this many. */
const TIME_SHARE = 12;

/** A note's place: the parts of it block by block, and what stood in them when it was found. */
type Placed = { spots: Spot[]; text: string; isUnsure: boolean };

export type PageNotes = ReturnType<typeof createPageNotes>;

/** The notes of a page, none yet. */
export function createPageNotes(guard: Guard, document: Document) {
  const { guarded, later, atEnd, signal } = guard;
  const painter = createPainter(guard, [NOTE_GROUP], () => ({}));
  let notes: PageNote[] = [];
  let placed = new Map<string, Placed>();
  /** Whether `notes` have been looked for. */
  let isSettled = false;
  /** Whether the page has changed since, and whether that is being followed. */
  let isStale = false;
  let isFollowing = false;
  let nextLook = 0;
  let waitMs = SHORTEST_WAIT_MS;
  let cutRest = () => {};

  const unpaint = () => {
    for (const { spots } of placed.values()) for (const { held } of spots) painter.paint(held, []);
  };

  /** The page's text; null where the visit ended meanwhile. */
  const read = async (pace: Pace) => {
    const reading = readSlowly(document, {
      onShadowRoot: observe,
      onTorn: () => {
        isStale = true;
      },
    });
    for (let step = reading.next(); !signal.aborted; step = reading.next()) {
      if (step.done) return step.value;
      if (pace.isSpent()) await pace.rest();
    }
    return null;
  };

  const look = async () => {
    const began = performance.now();
    const wanted = notes;
    const pace = createPace();
    const page = await read(pace);
    const selectors = wanted.map((note) => note.selectors);
    const found = page ? await anchorAll(page.text, selectors, pace) : [];
    if (!page || signal.aborted || wanted !== notes) return;
    unpaint();
    const before = placed.size;
    placed = new Map(
      wanted.flatMap(({ id }, at): [string, Placed][] => {
        const span = found[at];
        return span ? [[id, place(id, page, span)]] : [];
      }),
    );
    for (const { spots } of placed.values())
      for (const { held, mention } of spots) painter.paint(held, [mention]);
    const hasNews = !isSettled || placed.size !== before;
    isSettled = true;
    const now = performance.now();
    const leastMs = SHORTEST_WAIT_MS + (now - began) * TIME_SHARE;
    waitMs = Math.min(hasNews ? leastMs : Math.max(leastMs, waitMs * 2), LONGEST_WAIT_MS);
    nextLook = now + waitMs;
  };

  /** Whether what changed can matter: a passage is still missing, or one that was found is not what it was. */
  const isWanting = () =>
    notes.length > 0 &&
    (!isSettled ||
      placed.size < notes.length ||
      [...placed.values()].some(({ spots, text }) => textOf(spots) !== text));

  /** Resolves in idle time when the next look is due; at once when it is cut. */
  const rest = () =>
    new Promise<void>((resolve) => {
      cutRest = resolve;
      const restMs = Math.max(SHORTEST_WAIT_MS, nextLook - performance.now());
      later(restMs, () => requestIdleCallback(() => resolve(), { timeout: 250 }));
    });

  const follow = guarded(async () => {
    if (isFollowing) return;
    isFollowing = true;
    while (isStale && !signal.aborted) {
      if (isSettled) await rest();
      isStale = false;
      if (isWanting()) await look();
    }
    isFollowing = false;
  });

  const change = () => {
    isStale = true;
    follow();
  };
  const observer = new MutationObserver(guarded(change));
  const observe = (root: Node) =>
    observer.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: ATTRIBUTES,
    });
  atEnd(() => observer.disconnect());

  return {
    /** Finds and paints these notes and no others. */
    show(shown: PageNote[]): void {
      notes = shown.filter(({ selectors }) => selectors.quote.exact !== '');
      isSettled = false;
      observe(document);
      cutRest();
      change();
    },

    /** Takes all paint away: the page is another article's now. */
    forget(): void {
      notes = [];
      isSettled = false;
      observer.disconnect();
      unpaint();
      placed = new Map();
    },

    /** Where the notes stand, as far as it is known. */
    standing: (): NotesStanding => ({
      found: [...placed.keys()],
      missing: isSettled ? notes.map(({ id }) => id).filter((id) => !placed.has(id)) : [],
      unsure: [...placed.keys()].filter((id) => placed.get(id)?.isUnsure),
    }),

    /** The parts of a note's passage, in page order; none where it was not found. */
    spotsOf: (id: string): Spot[] => placed.get(id)?.spots ?? [],

    /** The parts whose text the element holds itself, those of short notes first: they may stand within long ones. */
    paintedIn: (element: Element): Spot[] =>
      [...placed.values()]
        .flatMap(({ spots }) => spots)
        .filter(({ held }) => held.block.nodes.some(({ parentNode }) => parentNode === element))
        .sort((a, b) => lengthOf(a) - lengthOf(b)),
  };
}

/** A span of the page's text as parts of its blocks, which a painter and a hit test take like mentions. */
function place(id: string, page: PageText, { start, end, isUnsure }: Anchored): Placed {
  const spots: Spot[] = [];
  for (let at = firstBlockAt(page, start); at < page.blocks.length; at++) {
    const { block, start: before } = page.blocks[at] as PageText['blocks'][number];
    if (before >= end) break;
    const mention = {
      group: NOTE_GROUP,
      topic: id,
      opens: id,
      start: Math.max(start - before, 0),
      end: Math.min(end - before, block.text.length),
    };
    if (mention.start < mention.end) spots.push({ held: hold(block, mention), mention });
  }
  return { spots, text: textOf(spots), isUnsure };
}

/** The number of the last block that begins at or before an offset, the first where none does. */
function firstBlockAt({ blocks }: PageText, offset: number): number {
  let [first, last] = [0, blocks.length - 1];
  while (first < last) {
    const middle = (first + last + 1) >> 1;
    if ((blocks[middle]?.start ?? 0) <= offset) first = middle;
    else last = middle - 1;
  }
  return first;
}

function hold(block: Block, mention: Mention): HeldBlock {
  return { id: 0, block, found: [mention], mentions: [mention], painted: [], marks: [] };
}

function lengthOf({ mention }: Spot): number {
  return mention.end - mention.start;
}

/** What now stands in the nodes of the parts; nothing of those that have left the page. */
function textOf(spots: readonly Spot[]): string {
  return spots
    .flatMap(({ held }) => held.block.nodes)
    .map((node) => (node.isConnected ? node.data : ''))
    .join('\n');
}
