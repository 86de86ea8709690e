import type { TermIndexFile } from './compile-index';
import { type ColdPart, coldPartOf, type IndexTables, type IndexViews, viewIndex } from './layout';

/** A term index ready to scan with. */
export type TermIndex = {
  views: IndexViews;
  /** Parses on the first call: a page without a match never pays it. */
  tables: () => IndexTables;
  /** The cold part that holds the terms which begin with this hash; undefined, and wanted, while it is not here. */
  coldPart: (hash: number) => ColdPart | undefined;
  /** Numbers of cold parts that were asked for and not here, once for each time. */
  wanted: number[];
  /** Takes in the parts that were wanted, by number; those not given count as empty from now on. */
  addParts: (parts: Record<number, ColdPart | undefined>) => void;
};

/** Views over the bytes that `compileIndex` wrote; null when they are not an index of this version. */
export function loadIndex(bytes: Uint8Array): TermIndex | null {
  const views = viewIndex(bytes);
  if (!views) return null;
  const parts: Record<number, ColdPart> = {};
  let parsed: IndexTables | null = null;
  const tables = () => {
    parsed ??= JSON.parse(new TextDecoder().decode(views.tables)) as IndexTables;
    return parsed;
  };
  const wanted: number[] = [];
  return {
    views,
    tables,
    wanted,
    coldPart(hash) {
      const number = coldPartOf(hash, views.partCount);
      if (!parts[number]) wanted.push(number);
      return parts[number];
    },
    addParts(given) {
      for (const number of wanted.splice(0)) {
        parts[number] = given[number] ?? { spelled: {}, terms: {}, topics: {} };
        Object.assign(tables().terms, parts[number].terms);
        Object.assign(tables().topics, parts[number].topics);
      }
    },
  };
}

/** All of a compiled index, loaded at once: for tools and tests. Throws where it does not load. */
export function loadWhole({ bytes, parts }: TermIndexFile): TermIndex {
  const index = loadIndex(bytes);
  if (!index) throw new Error('The index just compiled does not load.');
  index.wanted.push(...parts.keys());
  index.addParts({ ...parts });
  return index;
}
