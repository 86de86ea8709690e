/** The ways to scan a page that are set side by side, each made ready before the clock runs. */

import type { Want } from '@/lib/detect/load-index';
import { createScan } from '@/lib/detect/scan';
import { heedAttributes, readBlocks, wholePage } from '@/lib/page/page-text';
import { encodeProse, encodeTaken, flagText, readUnits, walkBare } from './floors';
import { addWantedParts, type OpenIndex, openIndex } from './indexes';
import { readPeerPattern } from './peer-pattern';
import { searchWithExpression, searchWithFinder, searchWithMark } from './peers';

/** What a scan is told of its page: a flag for each text node that we read ("0110…"), and the UTF-16 units of all. */
export type Known = { ours: string; units: number };

/** One scan of the page; returns what it counted. */
export type Scan = () => number;

/**
 * A way to scan made ready. `next`: what is left to do after the scan, once what it asked for has been loaded; null
 * when nothing is.
 */
export type Prepared = { scan: Scan; next?: () => Promise<Scan | null> };

type Prepare = (known: Known) => Promise<Prepared>;

/** By name. Names that the product has too: see `SPOKEN_NAMES` in `../extension.ts`. */
export const METHODS = {
  walk: async () => ({ scan: walkBare }),
  encode: async ({ units }) => {
    const room = new Uint8Array(units * 3);
    return { scan: () => encodeProse(room) };
  },
  encodeOurs: async ({ ours, units }) => {
    const isTaken = Uint8Array.from(ours, Number);
    const room = new Uint8Array(units * 3);
    return { scan: () => encodeTaken(isTaken, room) };
  },
  units: async () => ({ scan: readUnits }),
  justRead: async () => ({ scan: readOnly }),
  ours: async () => scanWith(await openIndex('shipped')),
  large: async () => scanWith(await openIndex('large')),
  named: async () => scanWith(await openIndex('named')),
  largeNamed: async () => scanWith(await openIndex('largeNamed')),
  expression: async () => withPattern(searchWithExpression),
  mark: async () => withPattern(searchWithMark),
  finder: async () => withPattern(searchWithFinder),
} satisfies Record<string, Prepare>;

/** Name of a way to scan. */
export type Method = keyof typeof METHODS;

async function withPattern(search: (pattern: RegExp) => number): Promise<Prepared> {
  const pattern = new RegExp(await readPeerPattern(), 'gi');
  return { scan: () => search(pattern) };
}

function scanWith(opened: OpenIndex): Prepared {
  const { index } = opened;
  let scan = createScan(index);
  /** Blocks that ask for a part which is not here yet. */
  let late: [id: number, text: string, wants: Want[]][] = [];
  const settle = () => scan.settle().reduce((count, { mentions }) => count + mentions.length, 0);
  return {
    scan() {
      scan = createScan(index);
      late = [];
      for (const stretch of wholePage(document)) {
        for (const blocks of readBlocks(stretch, {})) {
          for (const block of blocks) {
            const { length } = index.wanted;
            const id = scan.add(block.text, () => heedAttributes(block));
            if (index.wanted.length > length) late.push([id, block.text, index.wanted.slice(length)]);
          }
        }
      }
      return settle();
    },
    async next() {
      if (late.length === 0) return null;
      await addWantedParts(opened);
      return () => {
        for (const [id, text, wants] of late.splice(0)) {
          if (!wants.some(index.answers)) continue;
          const { length } = index.wanted;
          scan.add(text, undefined, id);
          if (index.wanted.length > length) late.push([id, text, index.wanted.slice(length)]);
        }
        return settle();
      };
    },
  };
}

/** Ours without any matching: what it takes to come by the text. */
function readOnly(): number {
  let units = 0;
  for (const stretch of wholePage(document)) {
    for (const blocks of readBlocks(stretch, {})) for (const { text } of blocks) units += text.length;
  }
  return units;
}

/** Looks once at the page, for what its scans are told, and how many units of it we read. */
export function describeText(): Known & { readUnits: number } {
  const read = new Set<Text>();
  for (const stretch of wholePage(document)) {
    for (const blocks of readBlocks(stretch, {}))
      for (const { nodes } of blocks) nodes.forEach(read.add, read);
  }
  return {
    ours: flagText((node) => read.has(node)),
    units: walkBare(),
    readUnits: [...read].reduce((sum, node) => sum + node.length, 0),
  };
}
