/**
 * The databases of the extension's origin, one for each vault. Every extension page opens them; content scripts cannot.
 * Outside `lib/db` nobody touches their tables.
 */
import { Dexie, type EntityTable, type Table, type Transaction } from 'dexie';
import { AppError } from '@/lib/model/app-error';
import type { Change, Note } from '@/lib/model/note';
import type { PackManifest, Source, TimelineEvent, Topic } from '@/lib/model/pack';
import type { PackText } from '@/lib/model/pack-fields';
import type { VaultName } from '@/lib/model/vault-name';
import type { NoteState } from '@/lib/sync/merge';
import type { ForeignRow, OwnSegment, PeerRow } from '@/lib/sync/store';
import type { CoarseDate } from '@/lib/time/coarse-date';
import { ANNOUNCE_TABLES } from './announce-tables';
import type { ArrivalRow } from './arrivals';
import type { RoundRow } from './rounds';
import { OWN_NAME, SCHEMAS } from './schemas';

/** A topic as installed, with the pack it came in and its place there. */
export type TopicRow = { id: string; pack: string; position: number; formerIds: string[]; topic: Topic };

/**
 * A note as shown. As numbers, since IndexedDB has no index over booleans: `shown`, that it is not hidden; `met`, that
 * edits met in it, so that it has several versions.
 */
export type NoteRow = Note & { shown: 0 | 1; met: 0 | 1 };

/** What the changes of an entity come to: what the note row is derived from. `e` is the note's id. */
export type HeadsRow = { e: string; state: NoteState };

/**
 * A change that the state still stands on, or that still has to be sent.
 * `pending`: no verified segment holds it yet. `left`: it has left this replica in some way (a file, a
 * segment that is being sent), so it may not be rewritten any more. `own`: made here.
 */
export type ChangeRow = {
  i: string;
  e: string;
  t: number;
  pending: 0 | 1;
  left: 0 | 1;
  /** Sending it failed for want of room: while it is pending, what the reader writes may take its place after all. */
  recalled?: true;
  own: 0 | 1;
  /** Its place in the order in which this replica sent changes; 0 where it never did. */
  n: number;
  /** The other replica's segment that it came in; empty where it came in none. */
  s: string;
  change: Change;
};

/** One value of the installation: its replica id, its last stamp, a draft. */
export type MetaRow = { key: string; value: unknown };

/** The bytes of a segment of ours that the remote was not yet seen to hold; apart, so that a list of segments stays small. */
export type BytesRow = { sha: string; bytes: Uint8Array };

/** Something that must never leave this machine: where the notes are synced to, with which password, with which key. */
export type SecretRow = { key: string; value: unknown };

/**
 * Notes of which the index keeps the words together (see lib/db/note-index.ts): their ids one after the other, and when
 * they were made (milliseconds since 1970).
 */
export type ShardRow = { shard: number; ids: string; at: Float64Array };

/** Which notes of a shard, by their place in it, are found elsewhere by now, or not at all; and how many still are. */
export type LivingRow = { shard: number; dead: Uint8Array; living: number };

/** Words of a shard that begin alike, and for each the places where it stands: 16-bit units, twelve bits of place, four of weight. */
export type PostingRow = { shard: number; begin: string; words: string[]; places: string[] };

/** A note written since the shards were made, its date and its weighted words; `null` for a hidden one. `mark` tells this writing from others. */
export type FreshRow = { id: string; mark: number; at: number; words: Map<string, number> | null };

/**
 * What a pack of events that the reader added holds on a topic. `topics`: the ids that the topic has or had. `added`: the day,
 * `published`: that of the pack itself.
 */
export type AddedRow = {
  pack: string;
  topic: string;
  topics: string[];
  name: PackText;
  fileName: string;
  published: CoarseDate;
  added: CoarseDate;
  events: TimelineEvent[];
  sources: Source[];
};

/** What an upgrade to a version does to the rows; a version without one only adds tables or indexes. */
const UPGRADES: Record<number, (transaction: Transaction) => PromiseLike<unknown>> = {
  2: async (transaction) => {
    // Sync: a change knows its place among those sent and the segment it came in.
    await transaction.table('changes').toCollection().modify({ n: 0, s: '' });
    // Merging texts: a head knows what it started from, a note its heads.
    const states = (await transaction.table('heads').toArray()) as HeadsRow[];
    const ids = states.flatMap(({ state }) => state.heads.map(({ i }) => i));
    const rows = (await transaction.table('changes').bulkGet(ids)) as (ChangeRow | undefined)[];
    const bases = new Map(rows.flatMap((row) => (row ? [[row.i, row.change.b ?? '']] : [])));
    for (const { e, state } of states) {
      const heads = state.heads.map((head) => ({ ...head, base: bases.get(head.i) ?? '' }));
      await transaction.table('heads').put({ e, state: { ...state, heads } });
    }
    const headsOf = new Map(states.map(({ e, state }) => [e, state.heads.map(({ i }) => i).reverse()]));
    const derive = (row: NoteRow) => {
      row.heads = headsOf.get(row.id) ?? [];
      row.met = row.versions.length > 0 ? 1 : 0;
    };
    await transaction.table<NoteRow>('notes').toCollection().modify(derive);
  },
  4: async (transaction) => {
    // Search: an index, made in the background.
    const ids = await transaction.table('notes').toCollection().primaryKeys();
    await transaction.table('unindexed').bulkAdd(ids.map((id) => ({ id, mark: 0 })));
  },
};

/** Tables of the extension's database, at the newest version. */
export class SidelightDatabase extends Dexie {
  declare packs: EntityTable<PackManifest, 'id'>;
  declare topics: EntityTable<TopicRow, 'id'>;
  declare notes: EntityTable<NoteRow, 'id'>;
  declare heads: EntityTable<HeadsRow, 'e'>;
  declare changes: EntityTable<ChangeRow, 'i'>;
  declare meta: Table<MetaRow, string>;
  declare segments: EntityTable<OwnSegment, 'sha'>;
  declare bytes: EntityTable<BytesRow, 'sha'>;
  declare applied: EntityTable<{ sha: string }, 'sha'>;
  declare foreign: EntityTable<ForeignRow, 'sha'>;
  declare peers: EntityTable<PeerRow, 'replica'>;
  declare rounds: EntityTable<RoundRow, 'id'>;
  declare secrets: Table<SecretRow, string>;
  declare added: Table<AddedRow, [pack: string, topic: string]>;
  declare arrivals: Table<ArrivalRow, [topic: string, statement: string]>;
  declare shards: EntityTable<ShardRow, 'shard'>;
  declare living: EntityTable<LivingRow, 'shard'>;
  declare postings: Table<PostingRow, [begin: string, shard: number]>;
  declare fresh: EntityTable<FreshRow, 'id'>;
  /** Notes that the index does not hold yet. */
  declare unindexed: EntityTable<Pick<FreshRow, 'id' | 'mark'>, 'id'>;

  constructor(name = OWN_NAME) {
    // A transaction has committed only when the disk has it: a note said to be saved outlives a power cut.
    super(name, { chromeTransactionDurability: 'strict' });
    this.use(ANNOUNCE_TABLES);
    SCHEMAS.forEach((stores, index) => {
      const upgrade = UPGRADES[index + 1];
      const version = this.version(index + 1).stores(stores);
      if (upgrade) version.upgrade(upgrade);
    });
    // Dexie opens a database of a newer version as it is. We do not know what its rows mean: leave them
    // alone. Sticky, so that it holds for every opening and not only the first.
    this.on(
      'ready',
      () => {
        const found = this.backendDB().version / 10;
        // Dexie raises the version by tenths where it repairs an index of the same version.
        if (Math.floor(found) > SCHEMAS.length)
          throw new AppError('database-newer', { detail: String(found) });
      },
      true,
    );
  }
}

/** The database of the reader's own vault, and of what is in no vault: packs, topics, drafts. */
export const database = new SidelightDatabase();

/** The database of each vault. Each opens, and comes into being, on first use, through `withDatabase`. */
export const DATABASES: Record<VaultName, SidelightDatabase> = {
  own: database,
  // Made when it is first asked for, by few: a card's first view does without the time that takes.
  get shared() {
    const shared = new SidelightDatabase('sidelight-shared');
    Object.defineProperty(this, 'shared', { value: shared });
    return shared;
  },
};
