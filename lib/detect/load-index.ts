import { expandLists, type StoredTables } from './expand-lists';
import {
  type ColdPart,
  type IndexParts,
  type IndexTables,
  type IndexViews,
  OUTPUT_NUMBER,
  type PartName,
  viewIndex,
} from './layout';
import { createTermReader, type TermReader } from './read-terms';
import type { JudgeRegimes } from './regimes/judge-regimes';

/** A part by its name, and of a cold part the key that was looked up in it. */
export type Want = [part: PartName, key: string];

/** A term index ready to scan with. */
export type TermIndex = {
  views: IndexViews;
  /** The reader of this index: one for all scans, so that the browser learns its one loop once. */
  reader: TermReader;
  /** Parses on the first call: a page without a match never pays it. Regimes, and rules that ask for cues, are there once the cues are. */
  tables: () => IndexTables;
  /**
   * Outputs of the terms that a key spells in the cold part of this number, their tables taken in; null where nothing
   * begins with the key, and, the part being wanted from then on, while it is not here.
   */
  coldTerms: (part: number, key: string) => number[] | null;
  /** The index of the cues, its tables taken in; null, and wanted from then on, while it is not here. */
  cues: () => TermIndex | null;
  /** What decides between regimes: with the cues. */
  judgeRegimes: () => JudgeRegimes | undefined;
  /** What was asked of parts that are not here, once for each time. */
  wanted: Want[];
  /** Takes in the parts that were wanted; those not given count as empty from now on. */
  addParts: (parts: IndexParts) => void;
  /** Whether a part that was wanted has an answer, now that it is here. */
  answers: (want: Want) => boolean;
};

/** Views over the bytes that `compileIndex` wrote; null when they are not an index of this version. */
export function loadIndex(bytes: Uint8Array): TermIndex | null {
  const views = viewIndex(bytes);
  if (!views) return null;
  const parts: Record<number, ColdPart> = {};
  let cues: TermIndex | null | undefined;
  let judgeRegimes: JudgeRegimes | undefined;
  let parsed: IndexTables | null = null;
  const tables = () => {
    parsed ??= { regimes: {}, ...JSON.parse(new TextDecoder().decode(views.tables)) };
    return parsed as IndexTables;
  };
  const wanted: Want[] = [];
  /** What was looked up in the cold parts, with the number of each behind it: two terms may begin alike and stand in two. */
  const spelled = new Map<string, number[] | null>();
  const coldTerms = (number: number, key: string) => {
    const before = spelled.get(key + number);
    if (before !== undefined) return before;
    const part = parts[number];
    if (part === undefined) {
      wanted.push([number, key]);
      return null;
    }
    let outputs: number[] | null = null;
    if (part.includes(`|${key}`)) {
      const at = part.indexOf(`|${key}=`);
      const rows = at < 0 ? [] : part.slice(part.indexOf('=', at) + 1, part.indexOf('|', at + 1)).split(';');
      outputs = rows.map((row) => {
        const [output, topic, isName, id = '', group = '', written = '', isUpper] = row.split(',');
        const number = Number(output);
        tables().terms[number & OUTPUT_NUMBER] = [
          Number(topic),
          0,
          Number(isName),
          decodeURIComponent(written),
          Number(isUpper),
        ];
        tables().topics[Number(topic)] = [id, group];
        return number;
      });
    }
    spelled.set(key + number, outputs);
    return outputs;
  };
  return {
    views,
    reader: createTermReader(views, coldTerms),
    tables,
    coldTerms,
    cues() {
      if (cues === undefined) wanted.push(['cues', '']);
      return cues ?? null;
    },
    judgeRegimes: () => judgeRegimes,
    wanted,
    addParts(given) {
      for (const [name] of wanted.splice(0)) {
        if (name !== 'cues') parts[name] = given[name] ?? '';
        else if (!cues) {
          cues = given.cues ? loadIndex(given.cues.bytes) : null;
          judgeRegimes = given.cues?.judgeRegimes;
          Object.assign(tables(), cues && expandLists(cues.tables() as unknown as StoredTables));
        }
      }
    },
    answers: ([name, key]) => name === 'cues' || coldTerms(name, key) !== null,
  };
}
