/** The ways to scan a page that are set side by side, each made ready before the clock runs. */

import type { TermIndex } from '@/lib/detect/load-index';
import { createScan } from '@/lib/detect/scan';
import { readBlocks, wholePage } from '@/lib/page/page-text';
import { encodeProse, encodeTaken, flagText, readUnits, walkBare } from './floors';
import { openIndex } from './indexes';
import { readPeerPattern } from './peer-pattern';
import { searchWithExpression, searchWithFinder, searchWithMark } from './peers';

/** What a scan is told of its page: a flag for each text node that we read ("0110…"), and the UTF-16 units of all. */
export type Known = { ours: string; units: number };

/** Makes a way to scan ready; what it answers is one scan, which returns what it counted. */
type Prepare = (known: Known) => Promise<() => number>;

/** By name. A name must be none that the content script's minifier shortens (scripts/shrink-content-script.ts). */
export const METHODS = {
  walk: async () => walkBare,
  encode: async ({ units }) => {
    const room = new Uint8Array(units * 3);
    return () => encodeProse(room);
  },
  encodeOurs: async ({ ours, units }) => {
    const isTaken = Uint8Array.from(ours, Number);
    const room = new Uint8Array(units * 3);
    return () => encodeTaken(isTaken, room);
  },
  units: async () => readUnits,
  read: async () => readOnly,
  ours: async () => scanWith(await openIndex('shipped')),
  large: async () => scanWith(await openIndex('large')),
  expression: async () => withPattern(searchWithExpression),
  mark: async () => withPattern(searchWithMark),
  finder: async () => withPattern(searchWithFinder),
} satisfies Record<string, Prepare>;

/** Name of a way to scan. */
export type Method = keyof typeof METHODS;

async function withPattern(search: (pattern: RegExp) => number): Promise<() => number> {
  const pattern = new RegExp(await readPeerPattern(), 'gi');
  return () => search(pattern);
}

function scanWith(index: TermIndex): () => number {
  return () => {
    const scan = createScan(index);
    for (const stretch of wholePage(document)) {
      for (const block of readBlocks(stretch, {})) if (block) scan.add(block.text);
    }
    return scan.settle().reduce((count, { mentions }) => count + mentions.length, 0);
  };
}

/** Ours without any matching: what it takes to come by the text. */
function readOnly(): number {
  let units = 0;
  for (const stretch of wholePage(document)) {
    for (const block of readBlocks(stretch, {})) units += block?.text.length ?? 0;
  }
  return units;
}

/** Looks once at the page, for what its scans are told, and how many units of it we read. */
export function describeText(): Known & { readUnits: number } {
  const read = new Set<Text>();
  for (const stretch of wholePage(document)) {
    for (const block of readBlocks(stretch, {})) for (const node of block?.nodes ?? []) read.add(node);
  }
  return {
    ours: flagText((node) => read.has(node)),
    units: walkBare(),
    readUnits: [...read].reduce((sum, node) => sum + node.length, 0),
  };
}
