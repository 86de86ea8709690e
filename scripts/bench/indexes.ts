/** The indexes that the bench scans with, made as the background makes them. The page's end: `in-page/indexes.ts`. */

import { compileIndex } from '@/lib/detect/compile-index';
import { CURRENT_INDEX_KEY, FIRST_PART_KEY, type IndexInUse, partKey } from '@/lib/detect/index-store-keys';
import type { ColdPart } from '@/lib/detect/layout';
import { LOOK } from '@/lib/model/look';
import type { Topic } from '@/lib/model/pack';
import { firstPartKey } from './storage-keys.ts';

/** An index ready to be stored: what goes into `storage.local`, what makes it the one in use, and how large it is. */
export type BenchIndex = {
  name: string;
  entries: Record<string, IndexInUse[typeof FIRST_PART_KEY] | ColdPart>;
  inUse: IndexInUse;
  /** Terms and families, cues of context rules, cold parts. */
  terms: number;
  cues: number;
  parts: number;
  /** Bytes of the first part before base64, and as stored; and of all parts as stored. */
  firstBytes: number;
  storedFirst: number;
  storedAll: number;
};

/** Compiles topics into an index that pages open under this name. */
export function makeIndex(name: string, topics: Topic[]): BenchIndex {
  const { bytes, parts, cues, cueTexts } = compileIndex(topics);
  const first = { blob: Buffer.from(bytes).toString('base64'), look: LOOK };
  const storedFirst = JSON.stringify(first).length;
  const entries: BenchIndex['entries'] = { [firstPartKey(name)]: first };
  entries[partKey(name, 'cues')] = Buffer.from(cues).toString('base64');
  parts.forEach((part, number) => {
    entries[partKey(name, number)] = part;
  });
  const current = { generation: name, topics: topics.length, bytes: bytes.length, parts: parts.length };
  return {
    name,
    entries,
    inUse: { [CURRENT_INDEX_KEY]: current, [FIRST_PART_KEY]: first },
    terms: topics.reduce((sum, { terms, families = [] }) => sum + terms.length + families.length, 0),
    cues: cueTexts.length,
    parts: parts.length,
    firstBytes: bytes.length,
    storedFirst,
    storedAll: JSON.stringify(entries).length,
  };
}
