/** Looks notes up in the index (see note-index.ts), in one transaction: what it sees is of one moment. */
import type { VaultName } from '@/lib/model/vault-name';
import type { FreshRow, PostingRow, ShardRow, SidelightDatabase } from './database';
import { idAt, PLACES, toBeginning } from './note-index';
import { withDatabase } from './with-database';

/** A word to look for, or what words begin with; `weight` multiplies what the index says of it. */
export type Sought = { word: string; isWhole: boolean; weight: number };

/**
 * What a note has to hold: any of these, of which the best counts. Where no note at all holds any, those with a word
 * that is one slip away from `slipped`; `null` forgives none.
 */
export type Term = { anyOf: Sought[]; slipped: string | null };

/** All terms have to be met, and the note be made in that time: milliseconds since 1970, `to` left out. */
export type Search = { terms: Term[]; from: number; to: number };

/** A note found: where it is, when it was made, and how well it fits. */
export type Hit = { id: string; vault: VaultName; at: number; score: number };

/** The notes found, in no order, and how many of the vault's notes are not in the index yet. */
export type Findings = { hits: Hit[]; unindexed: number };

/** Finds notes in a vault. */
export function findNotes(search: Search, vault: VaultName): Promise<Findings> {
  return withDatabase(async (database) => {
    const { shards, postings, fresh, unindexed } = database;
    const read = await database.transaction('r', shards, postings, fresh, unindexed, async () => {
      const [all, written, waiting] = await Promise.all([
        shards.toArray(),
        fresh.toArray(),
        unindexed.count(),
      ]);
      const rows = await Promise.all(search.terms.map((term) => loadRows(database, all, term)));
      return { shards: all, written, waiting, rows };
    });
    const terms = search.terms.map((term, at) => meet(term, read.rows[at] ?? [], read.written));
    return { hits: toHits(search, vault, terms, read.shards, read.written), unindexed: read.waiting };
  }, vault);
}

/** The names that marked notes have, such as all tags: those that begin so, at most `limit`, in no order that means anything. */
export function listMarked(prefix: string, limit: number, vault?: VaultName): Promise<string[]> {
  return withDatabase(async (database) => {
    const { shards, postings, fresh } = database;
    const [rows, written] = await database.transaction('r', shards, postings, fresh, async () => {
      const term = { anyOf: [{ word: prefix, isWhole: false, weight: 1 }], slipped: null };
      return Promise.all([loadRows(database, await shards.toArray(), term), fresh.toArray()]);
    });
    const words = [
      ...rows.flatMap((row) => row.words),
      ...written.flatMap((row) => [...(row.words?.keys() ?? [])]),
    ];
    return [...new Set(words.filter((word) => word.startsWith(prefix)))].slice(0, limit);
  }, vault);
}

/** The rows in which words of a term can stand. */
async function loadRows(
  { postings }: SidelightDatabase,
  shards: ShardRow[],
  { anyOf, slipped }: Term,
): Promise<PostingRow[]> {
  // Shorter than a beginning, and not whole: every row whose words begin so.
  const isOpen = ({ word, isWhole }: Sought) => !isWhole && toBeginning(`${word}..`) !== toBeginning(word);
  const open = anyOf.filter(isOpen).map(({ word }) => word);
  const closed = anyOf.filter((sought) => !isOpen(sought)).map(({ word }) => toBeginning(word));
  const begins = new Set([...closed, ...(slipped === null ? [] : [toBeginning(slipped)])]);
  const keys = shards.flatMap(({ shard }) =>
    [...begins]
      .filter((begin) => !open.some((word) => begin.startsWith(word)))
      .map((begin): [number, string] => [shard, begin]),
  );
  const ranges = shards.flatMap(({ shard }) =>
    open.map((word) =>
      postings
        .where('[shard+begin]')
        .between([shard, word], [shard, `${word}\uffff`])
        .toArray(),
    ),
  );
  const [rows, ...ranged] = await Promise.all([postings.bulkGet(keys), ...ranges]);
  return [...rows.filter((row) => row !== undefined), ...ranged.flat()];
}

/** Where a term is met: for each shard the weight at every place, for each fresh note its weight; 0 where it is not. */
type Met = { byShard: Map<number, Float32Array>; byNote: Map<string, number>; count: number };

function meet({ anyOf, slipped }: Term, rows: PostingRow[], written: FreshRow[]): Met {
  const met = weigh(rows, written, (word) => {
    let best = 0;
    for (const sought of anyOf) {
      if (word === sought.word) best = Math.max(best, sought.weight);
      else if (!sought.isWhole && word.startsWith(sought.word)) best = Math.max(best, sought.weight * BEGUN);
    }
    return best;
  });
  if (met.count > 0 || slipped === null) return met;
  return weigh(rows, written, (word) => (isOneSlip(slipped, word) ? SLIPPED : 0));
}

/** What a longer word counts that only begins so, and one that was not quite typed. */
const BEGUN = 0.5;
const SLIPPED = 0.5;

function weigh(rows: PostingRow[], written: FreshRow[], weightOf: (word: string) => number): Met {
  const met: Met = { byShard: new Map(), byNote: new Map(), count: 0 };
  for (const { shard, words, places } of rows) {
    words.forEach((word, at) => {
      const weight = weightOf(word);
      const units = places[at] ?? '';
      if (weight === 0 || units === '') return;
      const weights = met.byShard.get(shard) ?? new Float32Array(PLACES);
      met.byShard.set(shard, weights);
      for (let unit = 0; unit < units.length; unit += 1) {
        const posting = units.charCodeAt(unit);
        const place = posting >> 4;
        const before = weights[place] as number;
        if (before === 0) met.count += 1;
        weights[place] = Math.max(before, weight * (posting & 15));
      }
    });
  }
  for (const { id, words } of written) {
    let best = 0;
    for (const [word, inNote] of words ?? []) best = Math.max(best, weightOf(word) * inNote);
    if (best === 0) continue;
    met.byNote.set(id, best);
    met.count += 1;
  }
  return met;
}

function toHits(
  { from, to }: Search,
  vault: VaultName,
  terms: Met[],
  shards: ShardRow[],
  written: FreshRow[],
): Hit[] {
  const total = shards.reduce((sum, { living }) => sum + living, written.length);
  // A word that few notes hold says more than one that stands in all of them.
  const rarities = terms.map(({ count }) => Math.log(1 + total / Math.max(1, count)));
  const isInTime = (at: number) => at >= from && at < to;
  /** 0 where a term is not met. */
  const score = (weightAt: (term: number) => number) => {
    let sum = 0;
    for (let term = 0; term < terms.length; term += 1) {
      const weight = weightAt(term);
      if (weight === 0) return 0;
      sum += weight * (rarities[term] as number);
    }
    return terms.length === 0 ? 1 : sum;
  };
  const hits: Hit[] = [];
  const replaced = new Set(written.map(({ id }) => id));
  for (const row of shards) {
    const weights = terms.map(({ byShard }) => byShard.get(row.shard));
    if (weights.includes(undefined)) continue;
    for (const [place, at] of row.at.entries()) {
      if (row.dead[place] || !isInTime(at)) continue;
      const scored = score((term) => weights[term]?.[place] ?? 0);
      if (scored === 0) continue;
      const id = idAt(row, place);
      if (!replaced.has(id)) hits.push({ id, vault, at, score: scored });
    }
  }
  for (const { id, at, words } of written) {
    const scored = words !== null && isInTime(at) ? score((term) => terms[term]?.byNote.get(id) ?? 0) : 0;
    if (scored > 0) hits.push({ id, vault, at, score: scored });
  }
  return hits;
}

/** Whether one letter too many, too few or wrong, or two in each other's place, make one word of the other. */
function isOneSlip(typed: string, word: string): boolean {
  if (Math.abs(typed.length - word.length) > 1) return false;
  let same = 0;
  while (same < typed.length && typed[same] === word[same]) same += 1;
  const restOf = (text: string, skipped: number) => text.slice(same + skipped);
  if (restOf(typed, 1) === restOf(word, 1) || restOf(typed, 1) === restOf(word, 0)) return true;
  if (restOf(typed, 0) === restOf(word, 1)) return true;
  const isSwapped = typed[same] === word[same + 1] && typed[same + 1] === word[same];
  return isSwapped && restOf(typed, 2) === restOf(word, 2);
}
