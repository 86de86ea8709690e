/** The indexes that the bench scans with, made as the background makes them. The page's end: `in-page/indexes.ts`. */
import { compileIndex } from '@/lib/detect/compile-index';
import { indexKey } from '@/lib/detect/index-store-keys';
import { loadIndex } from '@/lib/detect/load-index';
import type { Topic } from '@/lib/model/pack';

/** An index ready to be stored: what goes into `storage.local`, and how large it is. */
export type BenchIndex = {
  name: string;
  entries: Record<string, string>;
  /** Terms and families, cues of context rules, bytes before base64. */
  terms: number;
  cues: number;
  bytes: number;
  /** Length of all entries as stored. */
  storedBytes: number;
};

/** Compiles topics into an index that pages open under this name. */
export function makeIndex(name: string, topics: Topic[]): BenchIndex {
  const { bytes } = compileIndex(topics, name);
  const views = loadIndex(bytes)?.views;
  if (!views) throw new Error('The index just compiled does not load.');
  const entries = { [indexKey(name)]: Buffer.from(bytes).toString('base64') };
  return {
    name,
    entries,
    terms: views.termTopic.length,
    cues: views.cueCount,
    bytes: bytes.length,
    storedBytes: Object.values(entries).reduce((sum, text) => sum + text.length, 0),
  };
}
