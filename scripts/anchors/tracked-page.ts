/**
 * A page under edit whose every character knows which character of the page as saved it is: the new place of a
 * selection is known without asking any anchoring code.
 */
import { JSDOM } from 'jsdom';
import type { PageText } from '@/lib/page/page-text';
import { readPageText } from '@/lib/page/read-page-text';
import type { Span } from './known-place.ts';

const { window } = new JSDOM('');
// The reading takes the platform's getters from the globals that a page has.
Object.assign(globalThis, { Node: window.Node, Element: window.Element });

/** What no reading looks at, and what takes jsdom longest. */
const UNREAD = /<(script|style)\b[^>]*>[\s\S]*?<\/\1\s*>/gi;

/**
 * A parsed page. `origins` has for each text node that was read the offset in the first page text of each unit; for new
 * ones a negative number, the same for all that came at once. `instead` has for each offset that was replaced the
 * number of what came.
 */
export type TrackedPage = {
  document: Document;
  first: PageText;
  origins: Map<Text, number[]>;
  instead: Map<number, number>;
};

/** Parses and reads a page. Nothing in it runs or is fetched. */
export function trackPage(html: string): TrackedPage {
  const document = new window.DOMParser().parseFromString(html.replace(UNREAD, ''), 'text/html');
  const first = readPageText(document);
  const origins = new Map<Text, number[]>();
  for (const { block, start } of first.blocks) {
    block.nodes.forEach((node, index) => {
      const begin = start + (block.starts[index] as number);
      origins.set(
        node,
        Array.from({ length: node.length }, (_, at) => begin + at),
      );
    });
  }
  return { document, first, origins, instead: new Map() };
}

/** Puts text in the place of some units of a node; of as many units as the text has, the origins stay if `isSame`. */
export function replaceUnits(
  { origins, instead }: TrackedPage,
  node: Text,
  { from, to, text, isSame = false }: { from: number; to: number; text: string; isSame?: boolean },
): void {
  const known = origins.get(node) as number[];
  const number = isSame ? -1 : -2 - instead.size;
  const fresh = Array.from({ length: text.length }, (_, at) =>
    isSame && from + at < to ? (known[from + at] as number) : number,
  );
  if (!isSame) for (const origin of known.slice(from, to)) instead.set(origin, number);
  known.splice(from, to - from, ...fresh);
  node.data = node.data.slice(0, from) + text + node.data.slice(to);
}

/** Splits a node in two; returns the second. */
export function splitNode({ origins }: TrackedPage, node: Text, at: number): Text {
  const known = origins.get(node) as number[];
  const second = node.splitText(at);
  origins.set(second, known.splice(at));
  return second;
}

/**
 * The page text as it is now; for each unit of the first page text its offset in it, -1 where it is gone; and what
 * stands in the place of a unit that was replaced.
 */
export function readTracked({ document, first, origins, instead }: TrackedPage): {
  page: PageText;
  now: Int32Array;
  insteadOf: (origin: number) => Span | null;
} {
  const page = readPageText(document);
  const now = new Int32Array(first.text.length).fill(-1);
  const fresh = new Map<number, Span>();
  for (const { block, start } of page.blocks) {
    block.nodes.forEach((node, index) => {
      const begin = start + (block.starts[index] as number);
      origins.get(node)?.forEach((origin, at) => {
        const place = begin + at;
        if (origin >= 0) now[origin] = place;
        else fresh.set(origin, { start: fresh.get(origin)?.start ?? place, end: place + 1 });
      });
    });
  }
  return { page, now, insteadOf: (origin) => fresh.get(instead.get(origin) ?? 0) ?? null };
}
