/**
 * The index that notes are found by, in the database of their vault.
 *
 * It consists of shards of up to 4,096 notes. A shard lists its notes, each at a place, and keeps for every word the
 * places at which it stands, as a string of 16-bit units: twelve bits of place, four of weight. The words of a shard
 * lie in rows by their first two letters, so that an import of 100,000 notes is some ten thousand rows instead of
 * millions. The rows of all shards that begin alike lie side by side: a word is one read.
 *
 * A shard is never rewritten, nor its number given again, so a page that has read it may keep it; which of its notes
 * still count, `living` says. A note that is written again is listed in `fresh`, with its words, by the transaction
 * that writes it: it is found by them from then on, and by nothing else. When many are written at once, that
 * transaction only lists them as `unindexed`. Both are moved into new shards, a chunk at a time; a worker that is
 * killed between two, or in one, has lost nothing. Shards with few living notes are moved along with them.
 */
import type { Note } from '@/lib/model/note';
import { toNoteWords } from '@/lib/model/note-words';
import type { VaultName } from '@/lib/model/vault-name';
import type { FreshRow, LivingRow, PostingRow, ShardRow, SidelightDatabase } from './database';
import { withDatabase } from './with-database';

/** Places of a shard: what twelve bits can count. */
export const PLACES = 4_096;
/** Notes whose words are kept with them when they are written together; of more, only that they wait. */
const FEW = 20;
/** Notes that may be `fresh` before they are worth a shard: a search looks at each of them. */
const MOST_FRESH = 64;
/** Shards with fewer living notes than this are worn, and so are those of which half is dead. */
const WORN = 1_024;
/** Worn shards that may lie there before they are put together. */
const MOST_WORN = 8;
/** Notes held in memory at the same time: the worker has little. */
const AT_ONCE = 250;
/** Places of all words of a shard together: some twenty times those of ordinary notes. */
const MOST_POSTINGS = 4_000_000;

/** The letters that words in one row begin with. Marks begin alike (see lib/model/note-words.ts): theirs are two more. */
export function toBeginning(word: string): string {
  return [...word.slice(0, 8)].slice(0, word.startsWith('\u0001') ? 4 : 2).join('');
}

/**
 * Keeps the index with notes that are being written, in the open transaction. Asks for everything at once (see
 * lib/db/notes.ts).
 */
export async function indexWritten(database: SidelightDatabase, notes: Note[]): Promise<void> {
  const ids = notes.map(({ id }) => id);
  const { fresh, unindexed } = database;
  if (notes.length > FEW) {
    const marks = ids.map((id) => ({ id, mark: Math.random() }));
    await Promise.all([unindexed.bulkPut(marks), fresh.bulkDelete(ids)]);
    return;
  }
  const rows = notes.map((note) => ({
    id: note.id,
    mark: Math.random(),
    at: note.createdAt,
    words: note.hidden ? null : toNoteWords(note),
  }));
  await Promise.all([fresh.bulkPut(rows), unindexed.bulkDelete(ids)]);
}

/** The id of the note at a place of a shard. */
export function idAt({ ids }: ShardRow, place: number): string {
  return ids.slice(place * ID_UNITS, (place + 1) * ID_UNITS);
}

/** Every note's id is as long as this (see lib/model/note.ts). */
const ID_UNITS = 'note:'.length + 16;

/** Moves a chunk of the notes that wait into a shard. `false` when nothing was left to move. */
export function indexChunk(vault?: VaultName): Promise<boolean> {
  return withDatabase(async (database) => {
    const { due, worn } = await takeUp(database);
    if (due.length === 0) return false;
    const made: Made = { ids: [], at: [], rows: new Map(), postings: 0 };
    const isFull = () => made.postings > MOST_POSTINGS;
    const taken: Mark[] = [];
    const dropped: number[] = [];
    for (let at = 0; at < due.length && !isFull(); at += AT_ONCE) {
      const marks = due.slice(at, at + AT_ONCE);
      const ids = marks.map(({ id }) => id);
      await fill(database, made, ids);
      taken.push(...marks);
    }
    for (const row of worn) {
      if (isFull()) break;
      const ids = await livingOf(database, row);
      for (let at = 0; at < ids.length; at += AT_ONCE)
        await fill(database, made, ids.slice(at, at + AT_ONCE));
      dropped.push(row.shard);
    }
    await putDown(database, made, taken, dropped);
    return true;
  }, vault);
}

type Mark = Pick<FreshRow, 'id' | 'mark'>;

/** What the next shard is made of: notes that wait, and worn shards that fit in beside them. */
async function takeUp(database: SidelightDatabase): Promise<{ due: Mark[]; worn: LivingRow[] }> {
  const { unindexed, fresh, living: counted } = database;
  const marks = await unindexed.limit(PLACES).toArray();
  const written = await fresh.toArray();
  if (marks.length === 0 && written.length < MOST_FRESH) return { due: [], worn: [] };
  const due = [...marks, ...written].slice(0, PLACES);
  const worn = (await counted.toArray())
    .filter(({ living, dead }) => living < WORN || living * 2 < dead.length)
    .sort((a, b) => a.living - b.living);
  let room = PLACES - due.length;
  const isFitting = ({ living }: LivingRow) => {
    room -= living;
    return room >= 0;
  };
  return { due, worn: worn.length < MOST_WORN ? [] : worn.filter(isFitting) };
}

/** A shard that is being put together. */
type Made = { ids: string[]; at: number[]; rows: Map<string, Map<string, string>>; postings: number };

async function fill(database: SidelightDatabase, made: Made, ids: string[]): Promise<void> {
  const placed = new Set(made.ids);
  for (const note of await database.notes.bulkGet(ids)) {
    if (!note || note.hidden || placed.has(note.id)) continue;
    const place = made.ids.length;
    made.ids.push(note.id);
    made.at.push(note.createdAt);
    for (const [word, weight] of toNoteWords(note)) {
      const begin = toBeginning(word);
      const row = made.rows.get(begin) ?? new Map<string, string>();
      made.rows.set(begin, row);
      row.set(word, (row.get(word) ?? '') + String.fromCharCode((place << 4) | weight));
      made.postings += 1;
    }
  }
}

function putDown(
  database: SidelightDatabase,
  made: Made,
  taken: readonly Mark[],
  dropped: readonly number[],
): Promise<void> {
  const { shards, living, postings, fresh, unindexed } = database;
  return database.transaction('rw', [shards, living, postings, fresh, unindexed], async () => {
    const ids = taken.map(({ id }) => id);
    const [stored, counted, marks, written] = await Promise.all([
      shards.toArray(),
      living.toArray(),
      unindexed.bulkGet(ids),
      fresh.bulkGet(ids),
    ]);
    // The vault was emptied meanwhile: of what it held nothing may come back.
    const isGone = ids.some((_, at) => !marks[at] && !written[at]);
    if (isGone || dropped.some((shard) => counted.every((row) => row.shard !== shard))) return;
    const shard = Math.random();
    const moved = new Set([...ids, ...made.ids]);
    const idsOf = new Map(stored.map((row) => [row.shard, row]));
    const kept = counted.filter((row) => !dropped.includes(row.shard));
    const isSame = (at: number, row: Mark | undefined) => row?.mark === taken[at]?.mark;
    // All at once, what is whole first: a page that closes now may leave a note in two shards and still waiting.
    await Promise.all([
      made.ids.length > 0 && postings.bulkPut(toRows(shard, made)),
      made.ids.length > 0 && shards.put({ shard, ids: made.ids.join(''), at: Float64Array.from(made.at) }),
      made.ids.length > 0 &&
        living.put({ shard, dead: new Uint8Array(made.ids.length), living: made.ids.length }),
      living.bulkPut(kept.flatMap((row) => withoutNotes(row, idsOf.get(row.shard), moved) ?? [])),
      living.bulkDelete([...dropped]),
      ...dropped.map((old) => postings.where('shard').equals(old).delete()),
      shards.bulkDelete([...dropped]),
      // What was written again since it was taken up still waits.
      unindexed.bulkDelete(ids.filter((_, at) => isSame(at, marks[at]))),
      fresh.bulkDelete(ids.filter((_, at) => isSame(at, written[at]))),
    ]);
  });
}

function toRows(shard: number, { rows }: Made): PostingRow[] {
  return [...rows].map(([begin, words]) => ({
    shard,
    begin,
    words: [...words.keys()],
    places: [...words.values()],
  }));
}

/** What still counts of a shard without these notes; `null` where none of them lives there. */
function withoutNotes(
  row: LivingRow,
  shard: ShardRow | undefined,
  notes: ReadonlySet<string>,
): LivingRow | null {
  if (!shard) return null;
  const dead = row.dead.slice();
  let living = row.living;
  for (let place = 0; place < dead.length; place += 1) {
    if (dead[place] || !notes.has(idAt(shard, place))) continue;
    dead[place] = 1;
    living -= 1;
  }
  return living === row.living ? null : { ...row, dead, living };
}

async function livingOf({ shards }: SidelightDatabase, { shard, dead }: LivingRow): Promise<string[]> {
  const row = await shards.get(shard);
  if (!row) return [];
  return Array.from(dead, (_, place) => place)
    .filter((place) => !dead[place])
    .map((place) => idAt(row, place));
}
