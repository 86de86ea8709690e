import type { TermIndexFile } from './compile-index';
import {
  type ColdPart,
  type ColdRow,
  type IndexTables,
  type IndexViews,
  OUTPUT_NUMBER,
  viewIndex,
} from './layout';
import { expandLists } from './shared-lists';

/** A cold part by its number, and the key that was looked up in it. */
export type Want = [part: number, key: string];

/** A term index ready to scan with. */
export type TermIndex = {
  views: IndexViews;
  /** Parses on the first call: a page without a match never pays it. */
  tables: () => IndexTables;
  /**
   * Outputs of the terms that a key spells in the cold part of this number, their tables taken in; null where nothing
   * begins with the key, and, the part being wanted from then on, while it is not here.
   */
  coldTerms: (part: number, key: string) => number[] | null;
  /** What was asked of cold parts that are not here, once for each time. */
  wanted: Want[];
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
    parsed ??= expandLists(JSON.parse(new TextDecoder().decode(views.tables)));
    return parsed;
  };
  const wanted: Want[] = [];
  /** What was looked up in the cold parts. */
  const spelled = new Map<string, number[] | null>();
  return {
    views,
    tables,
    wanted,
    coldTerms(number, key) {
      const before = spelled.get(key);
      if (before !== undefined) return before;
      const part = parts[number];
      if (part === undefined) {
        wanted.push([number, key]);
        return null;
      }
      let outputs: number[] | null = null;
      if (part.includes(`\n${key}`)) {
        const at = part.indexOf(`\n${key}\t`);
        const rows: ColdRow[] =
          at < 0 ? [] : JSON.parse(part.slice(part.indexOf('\t', at), part.indexOf('\n', at + 1)));
        outputs = rows.map(([output, term, topic]) => {
          tables().terms[output & OUTPUT_NUMBER] = term;
          tables().topics[term[0]] = topic;
          return output;
        });
      }
      spelled.set(key, outputs);
      return outputs;
    },
    addParts(given) {
      for (const [number] of wanted.splice(0)) parts[number] = given[number] ?? '';
    },
  };
}

/** All of a compiled index, loaded at once: for tools and tests. Throws where it does not load. */
export function loadWhole({ bytes, parts }: TermIndexFile): TermIndex {
  const index = loadIndex(bytes);
  if (!index) throw new Error('The index just compiled does not load.');
  index.wanted.push(...parts.map((_, number): Want => [number, '']));
  index.addParts({ ...parts });
  return index;
}
