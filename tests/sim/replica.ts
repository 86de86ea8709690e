/** One simulated installation: its store, its clock, its way to the storage, its one round at a time. */
import type { NoteWriting } from '@/lib/db/write-notes';
import type { WriteSource } from '@/lib/notes/edit-in';
import { runRound } from '@/lib/sync/round';
import type { RoundLimits } from '@/lib/sync/round-context';
import type { RoundReport } from '@/lib/sync/round-report';
import type { VaultKey } from '@/lib/sync/seal';
import type { SyncStore } from '@/lib/sync/store';
import { FaultRemote, type Weather } from './fault-remote';
import { MemoryStore } from './memory-store';
import type { Mutant } from './mutants';
import { simCodec } from './sim-codec';
import type { Storage } from './storage';
import type { StoreImage } from './store-image';
import { BrokenInvariant, Watch } from './watch';

/** What a replica is made of. */
export type ReplicaParts = {
  label: string;
  image: StoreImage;
  storage: Storage;
  weather: Weather;
  keyring: readonly VaultKey[];
  limits: Partial<RoundLimits>;
  mutant: Mutant;
  /** The true time, milliseconds since 1970. */
  nowMs: () => number;
  clockOffsetMs: number;
  /** Runs at each await of the network. */
  between: (replica: Replica) => Promise<void>;
  /** Before each single write of the store: may throw. */
  beforeWrite: () => void;
  clonedFrom?: Replica;
};

/** One installation. */
export class Replica {
  readonly label: string;
  readonly parts: ReplicaParts;
  readonly watch: Watch;
  readonly remote: FaultRemote;
  store: MemoryStore;
  keyring: readonly VaultKey[];
  isRunning = false;
  /** How many ids it has made: what a mutant counts with, and what a backup brings back. */
  ids: number;

  constructor(parts: ReplicaParts) {
    this.parts = parts;
    this.label = parts.label;
    this.keyring = parts.keyring;
    this.ids = parts.clonedFrom?.ids ?? 0;
    this.watch = parts.clonedFrom?.watch.copy() ?? new Watch(parts.image.state.replica);
    this.remote = new FaultRemote({
      storage: parts.storage,
      weather: parts.weather,
      watch: this.watch,
      between: () => parts.between(this),
    });
    this.store = this.#open(parts.image);
  }

  /** The machine as a backup had it. */
  restore(image: StoreImage, ids: number): void {
    this.store = this.#open(image);
    this.ids = ids;
  }

  get source(): WriteSource {
    const { mutant, nowMs, clockOffsetMs, weather } = this.parts;
    return {
      nowMs: () => nowMs() + clockOffsetMs,
      newId: () => {
        this.ids += 1;
        return mutant.newId?.(this.replica, this.ids) ?? weather.chance.id();
      },
    };
  }

  get replica(): string {
    return this.parts.image.state.replica;
  }

  write<T>(work: (writing: NoteWriting) => Promise<T>): Promise<T> {
    return this.store.write(work);
  }

  /** One round; `null` where one is running already, as the browser's lock refuses it. */
  async runRound({ isApproved }: { isApproved: boolean }): Promise<RoundReport | null> {
    if (this.isRunning) return null;
    this.isRunning = true;
    const { mutant, limits, weather } = this.parts;
    const tools = mutant.wrap?.(this.#checked(), this.remote, this) ?? {};
    try {
      return await runRound({
        store: this.#checked(),
        remote: this.remote,
        ...tools,
        keyring: this.keyring,
        codec: simCodec,
        random: weather.chance.next,
        isApproved,
        limits,
      });
    } finally {
      this.isRunning = false;
    }
  }

  /** I4: nothing is believed to be there that was not read back. */
  #checked(): SyncStore {
    const { store, watch } = this;
    return withOverrides(store, {
      intendSegment: (segment, bytes, changes) => {
        watch.onIntend(segment.sha);
        return store.intendSegment(segment, bytes, changes);
      },
      confirmSegment: (sha) => {
        if (!watch.hasReadBack(sha)) throw new BrokenInvariant(`I4 ${sha} confirmed, never read back whole`);
        return store.confirmSegment(sha);
      },
    });
  }

  #open(image: StoreImage): MemoryStore {
    const { beforeWrite, mutant } = this.parts;
    return new MemoryStore(image, { beforeWrite, ...(mutant.alter && { alter: mutant.alter }) });
  }
}

/** A store some of whose methods are others. */
export function withOverrides(store: SyncStore, overrides: Partial<SyncStore>): SyncStore {
  return new Proxy(store, {
    get(target, key) {
      const own = overrides[key as keyof SyncStore];
      if (own) return own;
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
