/**
 * A store in memory with real transactions: each happens whole or not at all, one after the other, as IndexedDB does
 * it. A failure may be put between any two of its writes. What writes notes is the product's own code.
 */
import type { ChangeRow } from '@/lib/db/database';
import type { NoteWriting } from '@/lib/db/write-notes';
import type { Change } from '@/lib/model/note';
import { mergeIn } from '@/lib/notes/apply-changes';
import { compareStamps, isLive, type NoteState } from '@/lib/sync/merge';
import type {
  Applied,
  ForeignRow,
  OwnSegment,
  PeerRow,
  ReadSegment,
  SyncStore,
  VaultState,
} from '@/lib/sync/store';
import { makeImage, type NotePair, type StoreImage } from './store-image';
import { type BeforeWrite, Groups, Journal, Table } from './tables';

/** How a store is made to fail, or (by a mutant) to do something else. */
export type StoreOptions = { beforeWrite?: BeforeWrite; alter?: (writing: NoteWriting) => NoteWriting };

/** The store of one installation, in memory. */
export class MemoryStore implements SyncStore {
  readonly #journal: Journal;
  readonly #notes: Table<string, NotePair>;
  readonly #changes: Table<string, ChangeRow>;
  readonly #applied: Table<string, true>;
  readonly #foreign: Table<string, ForeignRow>;
  readonly #own: Table<string, OwnSegment>;
  readonly #bytes: Table<string, Uint8Array>;
  readonly #peers: Table<string, PeerRow>;
  readonly #adopted: Table<string, true>;
  readonly #state: Table<'state', VaultState>;
  readonly #numbers: Table<'stamp' | 'lastNumber', number>;

  readonly #byEntity = new Groups<string, string>();
  readonly #bySegment = new Groups<string, string>();
  readonly #writing: NoteWriting;
  readonly #byNumber = new Groups<number, string>();
  readonly #pending = new Groups<true, string>();
  readonly #shown = new Groups<true, string>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    image: StoreImage,
    { beforeWrite = () => {}, alter = (writing) => writing }: StoreOptions = {},
  ) {
    const journal = new Journal(beforeWrite);
    this.#writing = alter(this.#makeWriting());
    this.#journal = journal;
    this.#notes = new Table(journal, image.notes, (before, after) => {
      if (before && !before.note.hidden) this.#shown.drop(true, before.note.id);
      if (after && !after.note.hidden) this.#shown.add(true, after.note.id);
    });
    this.#changes = new Table(journal, image.changes, (before, after) => this.#index(before, after));
    this.#applied = new Table(journal, image.applied);
    this.#foreign = new Table(journal, image.foreign);
    this.#own = new Table(journal, image.own);
    this.#bytes = new Table(journal, image.bytes);
    this.#peers = new Table(journal, image.peers);
    this.#adopted = new Table(journal, image.adopted);
    this.#state = new Table(journal, [['state', image.state]]);
    this.#numbers = new Table(journal, [
      ['stamp', image.stamp],
      ['lastNumber', image.lastNumber],
    ]);
  }
  /** What a backup made now would hold. */
  toImage(): StoreImage {
    return {
      notes: this.#notes.entries(),
      changes: this.#changes.entries(),
      applied: this.#applied.entries(),
      foreign: this.#foreign.entries(),
      own: this.#own.entries(),
      bytes: this.#bytes.entries(),
      peers: this.#peers.entries(),
      adopted: this.#adopted.entries(),
      state: this.#readState(),
      stamp: this.#numbers.get('stamp') ?? 0,
      lastNumber: this.#numbers.get('lastNumber') ?? 0,
    };
  }

  /** The notes and their states as stored now, outside of any transaction. */
  readNotes(): NotePair[] {
    return this.#notes.rows();
  }

  /** Change rows as stored now, outside of any transaction. */
  readRows(): ChangeRow[] {
    return this.#changes.rows();
  }

  /** Writes notes in one transaction, as the product's `writeNotes` does. */
  write<T>(work: (writing: NoteWriting) => Promise<T>): Promise<T> {
    return this.#transact(() => work(this.#writing));
  }

  /** Forgets what ties it to a vault; every change waits to be sent again. */
  reset(part: Partial<VaultState>): Promise<void> {
    return this.#transact(() => {
      for (const table of [
        this.#own,
        this.#bytes,
        this.#applied,
        this.#foreign,
        this.#peers,
        this.#adopted,
      ]) {
        for (const [key] of table.entries()) table.drop(key);
      }
      for (const row of this.#changes.rows()) this.#changes.put(row.i, { ...row, pending: 1, n: 0, s: '' });
      this.#state.put('state', { ...makeImage(this.#readState().replica).state, ...part });
    });
  }

  loadState(): Promise<VaultState> {
    return this.#transact(() => this.#readState());
  }

  saveState(part: Partial<VaultState>): Promise<void> {
    return this.#transact(() => this.#state.put('state', { ...this.#readState(), ...part }));
  }

  listPeers(): Promise<PeerRow[]> {
    return this.#transact(() => this.#peers.rows());
  }

  savePeer(row: PeerRow): Promise<void> {
    return this.#transact(() => this.#peers.put(row.replica, { ...row }));
  }

  findApplied(shas: string[]): Promise<Set<string>> {
    return this.#transact(() => new Set(shas.filter((sha) => this.#applied.has(sha))));
  }

  applySegment(segment: ReadSegment, patience: number): Promise<Applied> {
    return this.#transact(async () => {
      const applied = await mergeIn(this.#writing, segment.changes, segment.sha);
      for (const { i } of segment.changes) this.#account(i, segment.sha);
      this.#mark(segment, patience);
      return applied;
    });
  }

  skipSegment(segment: Omit<ReadSegment, 'changes'>, patience: number): Promise<void> {
    return this.#transact(() => {
      for (const replaced of segment.replaces) {
        for (const id of [...this.#bySegment.get(replaced)]) this.#update(id, { s: segment.sha });
      }
      this.#mark(segment, patience);
    });
  }

  listForeign(): Promise<ForeignRow[]> {
    return this.#transact(() => this.#foreign.rows());
  }

  saveForeign(rows: ForeignRow[]): Promise<void> {
    return this.#transact(() => {
      for (const row of rows) this.#foreign.put(row.sha, { ...row });
    });
  }

  adoptSegments(shas: string[]): Promise<void> {
    return this.#transact(() => {
      for (const sha of shas) {
        const ids = [...this.#bySegment.get(sha)];
        for (const id of ids) this.#update(id, { pending: 1, s: '' });
        if (ids.length > 0) this.#adopted.put(sha, true);
        this.#foreign.drop(sha);
      }
    });
  }

  takePending(most: number): Promise<Change[]> {
    return this.#transact(() => {
      const waiting = this.#pendingRows().filter((row) => row.n === 0);
      const taken = waiting.sort(compareStamps).slice(0, most);
      for (const row of taken) if (!row.left) this.#update(row.i, { left: 1 });
      return taken.map((row) => row.change);
    });
  }

  loadStates(entities: string[]): Promise<Map<string, NoteState>> {
    return this.#transact(() => this.#writing.loadStates(entities));
  }

  countNotes(): Promise<number> {
    return this.#transact(() => this.#shown.count(true));
  }

  countPending(): Promise<number> {
    return this.#transact(() => this.#pending.count(true));
  }

  loadAdopted(): Promise<string[]> {
    return this.#transact(() => this.#adopted.entries().map(([sha]) => sha));
  }

  loadNumbered(from: number, to: number): Promise<Change[]> {
    return this.#transact(() => this.#numbered(from, to).map((row) => row.change));
  }

  countNumbered(from: number, to: number): Promise<number> {
    return this.#transact(() => this.#numbered(from, to).length);
  }

  listOwn(): Promise<OwnSegment[]> {
    return this.#transact(() => this.#own.rows());
  }

  loadBytes(sha: string): Promise<Uint8Array | null> {
    return this.#transact(() => this.#bytes.get(sha) ?? null);
  }

  intendSegment(
    segment: Omit<OwnSegment, 'misses' | 'state' | 'from' | 'to'> & { from?: number; to?: number },
    bytes: Uint8Array,
    changes: Change[] | null,
  ): Promise<void> {
    return this.#transact(() => {
      const last = this.#numbers.get('lastNumber') ?? 0;
      const from = segment.from ?? last + 1;
      // One that holds no change still has a place in the order.
      const to = segment.to ?? last + Math.max(1, changes?.length ?? 0);
      this.#own.put(segment.sha, { ...segment, from, to, state: 'intended', misses: 0 });
      this.#bytes.put(segment.sha, bytes);
      if (!changes) return;
      for (const [at, { i }] of changes.entries()) this.#update(i, { n: from + at, s: '' });
      this.#numbers.put('lastNumber', to);
    });
  }

  recallSegment(sha: string): Promise<void> {
    return this.#transact(() => {
      const own = this.#own.get(sha);
      if (own?.state !== 'intended') return;
      for (const row of this.#numbered(own.from, own.to)) {
        if (row.pending) this.#update(row.i, { n: 0, recalled: true });
      }
      this.#own.drop(sha);
      this.#bytes.drop(sha);
    });
  }

  confirmSegment(sha: string): Promise<void> {
    return this.#transact(() => {
      const own = this.#own.get(sha);
      if (!own) return;
      this.#own.put(sha, { ...own, state: 'verified', misses: 0 });
      this.#bytes.drop(sha);
      for (const row of this.#numbered(own.from, own.to)) this.#settle(row);
      for (const replaced of own.replaces) {
        const other = this.#own.get(replaced);
        if (other) this.#own.put(replaced, { ...other, state: 'doomed' });
        this.#bytes.drop(replaced);
        this.#adopted.drop(replaced);
      }
      this.#state.put('state', { ...this.#readState(), isHeadStale: true });
    });
  }

  saveOwn(rows: OwnSegment[]): Promise<void> {
    return this.#transact(() => {
      for (const row of rows) this.#own.put(row.sha, { ...row });
    });
  }

  dropOwn(sha: string): Promise<void> {
    return this.#transact(() => {
      this.#own.drop(sha);
      this.#bytes.drop(sha);
    });
  }

  #makeWriting(): NoteWriting {
    return {
      loadStates: async (ids) =>
        new Map(
          ids.flatMap((id) => {
            const pair = this.#notes.get(id);
            return pair ? [[id, pair.state] as const] : [];
          }),
        ),
      loadRows: async (ids) =>
        ids.flatMap((id) => [...this.#byEntity.get(id)].flatMap((i) => this.#changes.get(i) ?? [])),
      loadStamp: async () => this.#numbers.get('stamp') ?? 0,
      saveStamp: async (stamp) => this.#numbers.put('stamp', stamp),
      saveNotes: async (notes) => {
        for (const pair of notes) this.#notes.put(pair.note.id, { ...pair });
      },
      saveRows: async (rows) => {
        for (const row of rows) this.#changes.put(row.i, { ...row });
      },
      dropRows: async (ids) => {
        for (const id of ids) this.#changes.drop(id);
      },
      // It has no drafts.
      dropMeta: async () => {},
    };
  }

  #transact<T>(work: () => T | Promise<T>): Promise<T> {
    const run = async () => {
      this.#journal.begin();
      try {
        const result = await work();
        this.#journal.commit();
        return result;
      } catch (thrown) {
        this.#journal.rollBack();
        throw thrown;
      }
    };
    const done = this.#last.then(run, run);
    this.#last = done;
    return done;
  }

  /** Marks a segment and what it replaces as applied; rows of those go, unless something is still accounted to them. */
  #mark({ sha, replica, size = null, replaces }: Omit<ReadSegment, 'changes'>, patience: number): void {
    for (const replaced of replaces) {
      if (this.#bySegment.count(replaced) === 0) this.#foreign.drop(replaced);
      if (!this.#applied.has(replaced)) this.#applied.put(replaced, true);
    }
    this.#applied.put(sha, true);
    this.#foreign.put(sha, { sha, replica, size, misses: 0, patience });
  }

  #account(id: string, sha: string): void {
    const row = this.#changes.get(id);
    if (row && row.n === 0 && !row.pending && row.s !== sha) this.#update(id, { s: sha });
  }

  #settle(row: ChangeRow): void {
    if (!row.pending) return;
    const state = this.#notes.get(row.e)?.state;
    // Replaced while it was on its way: nothing stands on it any more.
    if (state && !isLive(state, row.change)) this.#changes.drop(row.i);
    else this.#update(row.i, { pending: 0 });
  }

  #update(id: string, part: Partial<ChangeRow>): void {
    const row = this.#changes.get(id);
    if (row) this.#changes.put(id, { ...row, ...part });
  }

  #numbered(from: number, to: number): ChangeRow[] {
    const rows: ChangeRow[] = [];
    for (let number = from; number <= to; number += 1) {
      for (const id of this.#byNumber.get(number)) rows.push(this.#changes.get(id) as ChangeRow);
    }
    return rows;
  }

  #pendingRows(): ChangeRow[] {
    return [...this.#pending.get(true)].map((id) => this.#changes.get(id) as ChangeRow);
  }

  #readState(): VaultState {
    return this.#state.get('state') as VaultState;
  }

  #index(before: ChangeRow | undefined, after: ChangeRow | undefined): void {
    if (before) {
      if (before.e !== after?.e) this.#byEntity.drop(before.e, before.i);
      if (before.s && before.s !== after?.s) this.#bySegment.drop(before.s, before.i);
      if (before.n && before.n !== after?.n) this.#byNumber.drop(before.n, before.i);
      if (before.pending && !after?.pending) this.#pending.drop(true, before.i);
    }
    if (after) {
      if (before?.e !== after.e) this.#byEntity.add(after.e, after.i);
      if (after.s && before?.s !== after.s) this.#bySegment.add(after.s, after.i);
      if (after.n && before?.n !== after.n) this.#byNumber.add(after.n, after.i);
      if (after.pending && !before?.pending) this.#pending.add(true, after.i);
    }
  }
}
