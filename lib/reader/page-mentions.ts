/**
 * The topics of a page with the sentences that first mention them, for a page of ours that follows the reading. It
 * asks; the page never tells by itself.
 */
import { partAround, SENTENCE_END } from '@/lib/detect/prose';
import type { PageMention, PageMentions, PageSentence } from '@/lib/messages/page';
import type { Spot } from './held-blocks';
import { createHitTest } from './hit-test';
import type { PageScan } from './scan-page';
import { visibleSpots } from './visible-spots';

/** Longest that an answer waits for the page to be scrolled to rest. */
const LONGEST_WAIT_MS = 2_000;
/** Most of a sentence on each side of the mention, in UTF-16 units. */
const MOST_BESIDE = 140;
/** Where on the screen reading goes on, as a share of its height. */
const READING_LINE = 0.35;

type AskedScan = Pick<PageScan, 'heldBlocks' | 'paintedIn'>;

/**
 * The topics that the page shows, in reading order, and the one that stands in view. `waits`: only when the page has
 * been scrolled to rest, or two seconds have passed. Nothing where there is no scan by then.
 */
export async function readMentions(
  document: Document,
  findScan: () => AskedScan | undefined,
  waits: boolean,
): Promise<PageMentions> {
  if (waits) await restOfScroll(document);
  const scan = findScan();
  if (!scan) return { topics: [], inView: null };
  const topics = new Map<string, PageMention>();
  const spots = visibleSpots(scan, 'mentions');
  for (const { held, mention } of spots) {
    const { opens: topic, group } = mention;
    const known = topics.get(topic);
    if (known) known.count++;
    else topics.set(topic, { topic, group, count: 1, sentence: sentenceOf(held.block.text, mention) });
  }
  return { topics: [...topics.values()], inView: findInView(document, scan, spots) };
}

/** The sentence around a span, as one line, shortened where it is long. */
export function sentenceOf(text: string, { start, end }: { start: number; end: number }): PageSentence {
  const [from, to] = partAround(text, start, end, SENTENCE_END);
  const close = /^[.!?。！？।؟…]?["'”’)]*/u.exec(text.slice(to))?.[0] ?? '';
  const before = toLine(text.slice(from, start)).trimStart();
  const after = toLine(text.slice(end, to) + close).trimEnd();
  return {
    before: before.length > MOST_BESIDE ? `…${before.slice(-MOST_BESIDE).replace(/^\S*\s/, '')}` : before,
    name: toLine(text.slice(start, end)),
    after: after.length > MOST_BESIDE ? `${after.slice(0, MOST_BESIDE).replace(/\s\S*$/, '')}…` : after,
  };
}

function toLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** The topic of the mention on screen that is nearest to where people read; null where none is on screen. */
function findInView(document: Document, scan: AskedScan, spots: readonly Spot[]): string | null {
  const { innerHeight } = document.defaultView as Window;
  const { rectsOf } = createHitTest(document, scan);
  const isOnScreen = ({ top, bottom }: DOMRect) => bottom > 0 && top < innerHeight;
  const near = new Map<Spot['held'], boolean>();
  let nearest: string | null = null;
  let distance = Infinity;
  for (const spot of spots) {
    const { held, mention } = spot;
    // Of a long page few blocks are on screen: the others are measured once, not mention by mention.
    if (!near.has(held)) {
      const element = held.block.nodes[0]?.parentElement;
      near.set(
        held,
        !!element && isOnScreen((blockAround(element, held) ?? element).getBoundingClientRect()),
      );
    }
    if (!near.get(held)) continue;
    const rect = rectsOf(spot)[0];
    if (!rect || !isOnScreen(rect)) continue;
    const away = Math.abs(rect.top - innerHeight * READING_LINE);
    if (away < distance) [nearest, distance] = [mention.opens, away];
  }
  return nearest;
}

/** The element that holds all of a block: its first text may stand in a link of one line. */
function blockAround(element: Element, { block: { nodes } }: Spot['held']): Element | null {
  const last = nodes.at(-1) as Node;
  let around: Element | null = element;
  while (around && !around.contains(last)) around = around.parentElement;
  return around;
}

/** Resolves when the document or something in it has been scrolled to rest, or after the longest wait. */
function restOfScroll(document: Document): Promise<void> {
  return new Promise((resolve) => {
    const life = new AbortController();
    const end = () => {
      clearTimeout(timer);
      life.abort();
      resolve();
    };
    const timer = setTimeout(end, LONGEST_WAIT_MS);
    document.addEventListener('scrollend', end, { capture: true, passive: true, signal: life.signal });
  });
}
