/** Rows of sync, read and written inside one transaction. What they mean is said in lib/sync/store.ts. */
import type { VaultName } from '@/lib/model/vault-name';
import type { ForeignRow, OwnSegment, PeerRow } from '@/lib/sync/store';
import type { ChangeRow, SidelightDatabase } from './database';
import { withDatabase } from './with-database';
import { type NoteWriting, noteTables, toNoteWriting } from './write-notes';

/** What the store of sync may do inside a transaction, besides writing notes. */
export type SyncWriting = NoteWriting & {
  loadMeta(key: string): Promise<unknown>;
  saveMeta(key: string, value: unknown): Promise<void>;
  listPeers(): Promise<PeerRow[]>;
  savePeer(row: PeerRow): Promise<void>;
  findApplied(shas: string[]): Promise<string[]>;
  markApplied(shas: string[]): Promise<void>;
  listForeign(): Promise<ForeignRow[]>;
  saveForeign(rows: ForeignRow[]): Promise<void>;
  dropForeign(shas: string[]): Promise<void>;
  listOwn(): Promise<OwnSegment[]>;
  loadOwn(sha: string): Promise<OwnSegment | null>;
  saveOwn(rows: OwnSegment[]): Promise<void>;
  dropOwn(sha: string): Promise<void>;
  loadBytes(sha: string): Promise<Uint8Array | null>;
  saveBytes(sha: string, bytes: Uint8Array): Promise<void>;
  dropBytes(sha: string): Promise<void>;
  /** Change rows by id; those that are gone are absent. */
  loadRowsById(ids: string[]): Promise<ChangeRow[]>;
  /** Change rows that came in any of these segments. */
  loadRowsOf(shas: string[]): Promise<ChangeRow[]>;
  /** Change rows numbered `from` to `to`, in order. */
  loadNumbered(from: number, to: number): Promise<ChangeRow[]>;
  countNumbered(from: number, to: number): Promise<number>;
  /** Pending change rows without a number, oldest first. */
  loadUnnumbered(most: number): Promise<ChangeRow[]>;
  countPending(): Promise<number>;
};

/** Runs the work in one transaction over the tables of notes and of sync: all of it is stored, or nothing. */
export function writeSync<T>(work: (writing: SyncWriting) => Promise<T>, vault?: VaultName): Promise<T> {
  return withDatabase(
    (database) => database.transaction('rw', tablesOf(database), async () => work(toWriting(database))),
    vault,
  );
}

/** Runs reads in one transaction: what they see is of one moment. */
export function readSync<T>(work: (reading: SyncWriting) => Promise<T>, vault?: VaultName): Promise<T> {
  return withDatabase(
    (database) => database.transaction('r', tablesOf(database), async () => work(toWriting(database))),
    vault,
  );
}

/**
 * Forgets everything that ties this installation to a vault. Every change waits to be sent again, to whichever
 * vault comes next; notes and history stay. `saved`: values of `meta` that stand there afterwards, by key.
 */
export function resetSync(
  saved: Record<string, unknown> = {},
  vault?: VaultName,
  secrets: Record<string, unknown> = {},
): Promise<void> {
  return withDatabase(
    (database) =>
      database.transaction('rw', [...tablesOf(database), database.secrets], async () => {
        for (const table of [
          database.segments,
          database.bytes,
          database.applied,
          database.foreign,
          database.peers,
        ]) {
          await table.clear();
        }
        await database.meta.bulkDelete(SYNC_META);
        await database.meta.bulkPut(Object.entries(saved).map(([key, value]) => ({ key, value })));
        await database.secrets.bulkPut(Object.entries(secrets).map(([key, value]) => ({ key, value })));
        await database.changes.toCollection().modify({ pending: 1, n: 0, s: '' });
      }),
    vault,
  );
}

/** Keys of `meta` that belong to the vault at hand. */
const SYNC_META = ['sync:state', 'sync:adopted', 'sync:number'];

function tablesOf(database: SidelightDatabase) {
  const { segments, bytes, applied, foreign, peers } = database;
  return [...noteTables(database), segments, bytes, applied, foreign, peers];
}

function toWriting(database: SidelightDatabase): SyncWriting {
  const { changes, meta, segments, bytes, applied, foreign, peers } = database;
  return {
    ...toNoteWriting(database),
    loadMeta: async (key) => (await meta.get(key))?.value ?? null,
    saveMeta: async (key, value) => {
      await meta.put({ key, value });
    },
    listPeers: () => peers.toArray(),
    savePeer: async (row) => {
      await peers.put(row);
    },
    findApplied: async (shas) => (await applied.bulkGet(shas)).flatMap((row) => (row ? [row.sha] : [])),
    markApplied: async (shas) => {
      await applied.bulkPut(shas.map((sha) => ({ sha })));
    },
    listForeign: () => foreign.toArray(),
    saveForeign: async (rows) => {
      await foreign.bulkPut(rows);
    },
    dropForeign: (shas) => foreign.bulkDelete(shas),
    listOwn: () => segments.toArray(),
    loadOwn: async (sha) => (await segments.get(sha)) ?? null,
    saveOwn: async (rows) => {
      await segments.bulkPut(rows);
    },
    dropOwn: (sha) => segments.delete(sha),
    loadBytes: async (sha) => (await bytes.get(sha))?.bytes ?? null,
    saveBytes: async (sha, value) => {
      await bytes.put({ sha, bytes: value });
    },
    dropBytes: (sha) => bytes.delete(sha),
    loadRowsById: async (ids) => (await changes.bulkGet(ids)).flatMap((row) => row ?? []),
    loadRowsOf: async (shas) =>
      (await Promise.all(shas.map((sha) => changes.where('s').equals(sha).toArray()))).flat(),
    loadNumbered: (from, to) => changes.where('n').between(Math.max(1, from), to, true, true).sortBy('n'),
    countNumbered: (from, to) => changes.where('n').between(Math.max(1, from), to, true, true).count(),
    loadUnnumbered: (most) =>
      changes
        .where('[pending+n+t]')
        .between([1, 0, Number.NEGATIVE_INFINITY], [1, 0, Number.POSITIVE_INFINITY])
        .limit(most)
        .toArray(),
    countPending: () =>
      changes
        .where('[pending+n+t]')
        .between([1, Number.NEGATIVE_INFINITY], [1, Number.POSITIVE_INFINITY])
        .count(),
  };
}
