/** How quiet a page stays under our paint, judged from what is drawn and by rules of the bench's own. */
import { createHitTest } from '@/lib/reader/hit-test';
import { visibleSpots } from '@/lib/reader/visible-spots';
import { openPageScan } from './indexes';

/** Where no paint may be: what is there to steer by, not to read. */
const STEERING =
  'nav,menu,button,label,summary,select,[role=navigation],[role=banner],[role=contentinfo],[role=search],' +
  '[role=menu],[role=menubar],[role=menuitem],[role=toolbar],[role=tablist],[role=tab],[role=button]';
const LIST_SHARE = 0.7;
const LIST_ITEMS = 3;

/** Words of one screen of the page, and how many of them are painted. */
export type Screen = { words: number; painted: number };

/** Paints the page as a fresh install does. `wrong` names each painted mention that stands where none may. */
export async function paintQuietly(
  indexName: string,
): Promise<{ count: number; screens: Screen[]; wrong: string[] }> {
  const scan = await openPageScan(indexName, 'calm');
  await scan.readAll();
  const { rectsOf } = createHitTest(document, scan);
  const screens = countWords();
  const wrong: string[] = [];
  const spots = visibleSpots(scan, 'painted');
  for (const spot of spots) {
    const { held, mention } = spot;
    const text = held.block.text.slice(mention.start, mention.end);
    const rect = rectsOf(spot)[0];
    const screen = rect && screens[toScreen(rect)];
    if (screen) screen.painted += wordsIn(text);
    const place = wrongPlace(held.block.nodes[0]?.parentElement ?? null);
    if (place) wrong.push(`${place}: ${text}`);
  }
  return { count: spots.length, screens: screens.filter(Boolean), wrong };
}

function wrongPlace(element: Element | null): string | null {
  const steering = element?.closest(STEERING);
  if (steering) return steering.localName;
  const edge = element?.closest('header,footer');
  if (edge && !edge.parentElement?.closest('article,main,section,aside,[role=main],[role=article]')) {
    return `page ${edge.localName}`;
  }
  const list = element?.closest('ul,ol,dl');
  return list && isLinkList(list) ? 'list of links' : null;
}

function isLinkList(list: Element): boolean {
  const linked = [...list.querySelectorAll('a')].reduce(
    (sum, { textContent }) => sum + lengthOf(textContent),
    0,
  );
  return list.children.length >= LIST_ITEMS && linked >= lengthOf(list.textContent) * LIST_SHARE;
}

function lengthOf(text: string | null): number {
  return text?.replace(/\s+/g, '').length ?? 0;
}

/** The words of each screen of the page; words of a text node that stands on several lines are shared out among them. */
function countWords(): Screen[] {
  const screens: Screen[] = [];
  const range = document.createRange();
  const walker = document.createTreeWalker(document.body, 4);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const words = wordsIn(node.data);
    if (!words || !node.parentElement?.checkVisibility({ visibilityProperty: true })) continue;
    range.selectNode(node);
    const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
    const width = rects.reduce((sum, rect) => sum + rect.width, 0);
    for (const rect of rects) {
      const at = toScreen(rect);
      if (at < 0) continue;
      screens[at] ??= { words: 0, painted: 0 };
      screens[at].words += (words * rect.width) / width;
    }
  }
  return screens;
}

function toScreen({ top, height }: DOMRect): number {
  return Math.floor((top + height / 2 + window.scrollY) / window.innerHeight);
}

function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
