/** Looks notes up in the index (see note-index.ts), in one transaction: what it sees is of one moment. */
import { Dexie } from 'dexie';
import type { VaultName } from '@/lib/model/vault-name';
import type { FreshRow, LivingRow, PostingRow, ShardRow, SidelightDatabase } from './database';
import { idAt, PLACES, toBeginning } from './note-index';
import { createPause } from './pause';
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

/**
 * Notes found in a vault, in no order, as numbers: how well each of the first `count` fits, and when it was made. An object
 * for each would cost more than finding it. `idAt`: the id of one of them.
 */
export type Hits = {
  vault: VaultName;
  count: number;
  scores: Float64Array;
  ats: Float64Array;
  idAt: (hit: number) => string;
};

/** The notes found, and how many of the vault's notes are not in the index yet. */
export type Findings = { hits: Hits; unindexed: number };

/** Finds notes in a vault, with pauses in which keys are answered. Throws the signal's reason once it is aborted. */
export async function findNotes(search: Search, vault: VaultName, signal?: AbortSignal): Promise<Findings> {
  const read = await withDatabase((database) => {
    const { shards, living, postings, fresh, unindexed } = database;
    return database.transaction('r', [shards, living, postings, fresh, unindexed], async () => {
      const [alive, written, waiting, ...rows] = await Promise.all([
        loadShards(database, vault),
        fresh.toArray(),
        unindexed.count(),
        ...search.terms.map((term) => loadRows(database, term)),
      ]);
      return { alive, written, waiting, rows };
    });
  }, vault);
  const pause = createPause(signal);
  const terms: Met[] = [];
  for (const [at, term] of search.terms.entries())
    terms.push(await meet(term, read.rows[at] ?? [], read.written, pause));
  const hits = await toHits(search, vault, terms, read.alive, read.written, pause);
  return { hits, unindexed: read.waiting };
}

/** A shard, and which of its notes count no more. */
type Alive = LivingRow & ShardRow;

/** The shards of each vault that this page has read: they never change, and are the most of what a search would read. */
const KEPT: Record<VaultName, ReadonlyMap<number, ShardRow>> = { own: new Map(), shared: new Map() };

async function loadShards({ shards, living }: SidelightDatabase, vault: VaultName): Promise<Alive[]> {
  const counted = await living.toArray();
  const known = new Map(KEPT[vault]);
  const missing = counted.map(({ shard }) => shard).filter((shard) => !known.has(shard));
  for (const row of await shards.bulkGet(missing)) if (row) known.set(row.shard, row);
  const alive = counted.flatMap((row) => {
    const shard = known.get(row.shard);
    return shard ? [{ ...row, ...shard }] : [];
  });
  KEPT[vault] = new Map(alive.map(({ shard, ids, at }) => [shard, { shard, ids, at }]));
  return alive;
}

/** The names that marked notes have, such as all tags: those that begin so, at most `limit`, in no order that means anything. */
export function listMarked(prefix: string, limit: number, vault?: VaultName): Promise<string[]> {
  return withDatabase(async (database) => {
    const { postings, fresh } = database;
    const [rows, written] = await database.transaction('r', postings, fresh, async () => {
      const term = { anyOf: [{ word: prefix, isWhole: false, weight: 1 }], slipped: null };
      return Promise.all([loadRows(database, term), fresh.toArray()]);
    });
    const words = [
      ...rows.flatMap((row) => row.words),
      ...written.flatMap((row) => [...(row.words?.keys() ?? [])]),
    ];
    return [...new Set(words.filter((word) => word.startsWith(prefix)))].slice(0, limit);
  }, vault);
}

/** The rows in which words of a term can stand. */
async function loadRows({ postings }: SidelightDatabase, { anyOf, slipped }: Term): Promise<PostingRow[]> {
  // Shorter than a beginning, and not whole: every row whose words begin so.
  const isOpen = ({ word, isWhole }: Sought) => !isWhole && toBeginning(`${word}..`) !== toBeginning(word);
  const open = [...new Set(anyOf.filter(isOpen).map(({ word }) => word))];
  const closed = anyOf.filter((sought) => !isOpen(sought)).map(({ word }) => toBeginning(word));
  const begins = new Set([...closed, ...(slipped === null ? [] : [toBeginning(slipped)])]);
  const ranges = [
    ...open.map((word) => [word, `${word}\uffff`]),
    ...[...begins]
      .filter((begin) => !open.some((word) => begin.startsWith(word)))
      .map((begin) => [begin, begin]),
  ];
  const read = await Promise.all(
    ranges.map(([from, to]) =>
      postings.where('[begin+shard]').between([from, Dexie.minKey], [to, Dexie.maxKey]).toArray(),
    ),
  );
  return read.flat();
}

/** Where a term is met: for each shard the weight at every place, for each fresh note its weight; 0 where it is not. */
type Met = { byShard: Map<number, Float32Array>; byNote: Map<string, number>; count: number };

async function meet(
  { anyOf, slipped }: Term,
  rows: PostingRow[],
  written: FreshRow[],
  pause: () => Promise<void>,
): Promise<Met> {
  const exact = new Map<string, number>();
  for (const { word, weight } of anyOf) exact.set(word, Math.max(exact.get(word) ?? 0, weight));
  const begun = anyOf.filter(({ isWhole }) => !isWhole);
  const weightOf = (word: string) => {
    let best = exact.get(word) ?? 0;
    for (const sought of begun)
      if (word.startsWith(sought.word)) best = Math.max(best, sought.weight * BEGUN);
    return best;
  };
  const met = await weigh(rows, written, weightOf, pause);
  if (met.count > 0 || slipped === null) return met;
  return weigh(rows, written, (word) => (isOneSlip(slipped, word) ? SLIPPED : 0), pause);
}

/** What a longer word counts that only begins so, and one that was not quite typed. */
const BEGUN = 0.5;
const SLIPPED = 0.5;

async function weigh(
  rows: PostingRow[],
  written: FreshRow[],
  weightOf: (word: string) => number,
  pause: () => Promise<void>,
): Promise<Met> {
  const met: Met = { byShard: new Map(), byNote: new Map(), count: 0 };
  for (const { shard, words, places } of rows) {
    await pause();
    for (let at = 0; at < words.length; at += 1) {
      const weight = weightOf(words[at] as string);
      const units = places[at] ?? '';
      if (weight === 0 || units === '') continue;
      const weights = met.byShard.get(shard) ?? new Float32Array(PLACES);
      met.byShard.set(shard, weights);
      for (let unit = 0; unit < units.length; unit += 1) {
        const posting = units.charCodeAt(unit);
        const place = posting >> 4;
        const before = weights[place] as number;
        const now = weight * (posting & 15);
        if (before === 0) met.count += 1;
        if (now > before) weights[place] = now;
      }
    }
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

async function toHits(
  { from, to }: Search,
  vault: VaultName,
  terms: Met[],
  shards: Alive[],
  written: FreshRow[],
  pause: () => Promise<void>,
): Promise<Hits> {
  const total = shards.reduce((sum, { living }) => sum + living, written.length);
  // A word that few notes hold says more than one that stands in all of them.
  const rarities = terms.map(({ count }) => Math.log(1 + total / Math.max(1, count)));
  const isInTime = (at: number) => at >= from && at < to;
  const most = Math.min(total, ...terms.map(({ count }) => count));
  const [scores, ats] = [new Float64Array(most), new Float64Array(most)];
  /** Where each is: the shard's number in the list, and its place there; of those written since, the number in theirs. */
  const wheres = new Uint32Array(most);
  let count = 0;
  const add = (score: number, at: number, where: number) => {
    scores[count] = score;
    ats[count] = at;
    wheres[count] = where;
    count += 1;
  };
  const replaced = new Set(written.map(({ id }) => id));
  for (const [number, row] of shards.entries()) {
    await pause();
    const weights = terms.map(({ byShard }) => byShard.get(row.shard));
    if (weights.includes(undefined)) continue;
    for (let place = 0; place < row.at.length; place += 1) {
      const at = row.at[place] as number;
      if (row.dead[place] || !isInTime(at)) continue;
      let score = terms.length === 0 ? 1 : 0;
      for (let term = 0; term < terms.length; term += 1) {
        const weight = weights[term]?.[place] ?? 0;
        score = weight === 0 ? 0 : score + weight * (rarities[term] as number);
        if (weight === 0) break;
      }
      if (score === 0 || (replaced.size > 0 && replaced.has(idAt(row, place)))) continue;
      add(score, at, number * PLACES + place);
    }
  }
  for (const [number, { id, at, words }] of written.entries()) {
    if (words === null || !isInTime(at)) continue;
    const weights = terms.map(({ byNote }) => byNote.get(id) ?? 0);
    if (weights.includes(0)) continue;
    const score = weights.reduce((sum, weight, term) => sum + weight * (rarities[term] as number), 0);
    add(terms.length === 0 ? 1 : score, at, shards.length * PLACES + number);
  }
  const idOf = (hit: number) => {
    const where = wheres[hit] as number;
    const shard = shards[Math.floor(where / PLACES)];
    return shard ? idAt(shard, where % PLACES) : (written[where - shards.length * PLACES]?.id ?? '');
  };
  return { vault, count, scores, ats, idAt: idOf };
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
