/** A remote that fails in every way that a real one was seen to fail. */
import { AppError } from '@/lib/model/app-error';
import type { Remote, RemoteEntry } from '@/lib/sync/remote';
import type { Chance } from './random';
import type { Storage } from './storage';
import { BrokenInvariant, type Watch } from './watch';

/** The process ended here: nothing after this line happens. */
export class Crashed extends Error {
  override readonly name = 'Crashed';
}

/** How likely each fault is in one request. */
export const REQUEST_FAULTS = {
  'put torn, error': 0.05,
  'put torn, answered 200': 0.05,
  'put flipped, answered 200': 0.04,
  'put done, error': 0.05,
  'put error': 0.05,
  'put full': 0.02,
  'get error': 0.06,
  'get truncated': 0.06,
  'get flipped': 0.06,
  'list error': 0.06,
  'list stale': 0.12,
  'list with ghosts': 0.12,
  'delete error': 0.1,
  'crash before request': 0.014,
  'crash after request': 0.014,
} as const;
export type RequestFault = keyof typeof REQUEST_FAULTS;

/** What the remotes of one simulation share. */
export type Weather = {
  isBad: boolean;
  chance: Chance;
  count: (fault: string) => void;
};

/** What one replica's remote is made of. */
export type FaultRemoteParts = {
  storage: Storage;
  weather: Weather;
  watch: Watch;
  /** Runs at each await: others act here. */
  between: () => Promise<void>;
};

/** A replica's way to the storage. */
export class FaultRemote implements Remote {
  readonly serverTimeMs = null;
  readonly #parts: FaultRemoteParts;
  /** Requests since it was last looked at, oldest first. */
  readonly log: string[] = [];

  constructor(parts: FaultRemoteParts) {
    this.#parts = parts;
  }

  async list(folder: string): Promise<RemoteEntry[]> {
    await this.#begin('list', folder);
    this.#maybeFail('list error');
    const { storage, weather } = this.#parts;
    let entries = storage.list(folder);
    if (this.#strikes('list stale')) entries = entries.filter(() => !weather.chance.hits(0.3));
    if (this.#strikes('list with ghosts')) {
      const there = new Set(entries.map(({ name }) => name));
      entries = [...entries, ...storage.listGraves(folder).filter(({ name }) => !there.has(name))];
    }
    await this.#end();
    return entries;
  }

  async get(path: string, { first }: { most: number; first?: number }): Promise<Uint8Array | null> {
    await this.#begin('get', path);
    this.#maybeFail('get error');
    const bytes = this.#parts.storage.read(path);
    if (!bytes) return null;
    let given = first === undefined ? bytes : bytes.slice(0, first);
    if (this.#strikes('get truncated'))
      given = given.slice(0, this.#parts.weather.chance.below(given.length));
    else if (this.#strikes('get flipped')) given = this.#flip(given);
    this.#parts.watch.onGot(path, given);
    await this.#end();
    return given;
  }

  async put(path: string, bytes: Uint8Array): Promise<void> {
    await this.#begin('put', path);
    const { storage, watch, weather } = this.#parts;
    watch.onPut(path, bytes);
    if (path.endsWith('.seg') && !storage.isFirstSending(path)) {
      throw new BrokenInvariant(`I1 put ${path}: a second time`);
    }
    this.#maybeFail('put error');
    if (this.#strikes('put full')) throw new AppError('remote-full');
    const torso = () => bytes.slice(0, weather.chance.below(bytes.length));
    if (this.#strikes('put torn, error')) {
      storage.write(path, torso());
      throw new AppError('remote-unreachable', { retryable: true });
    }
    if (this.#strikes('put torn, answered 200')) storage.write(path, torso());
    else if (this.#strikes('put flipped, answered 200')) storage.write(path, this.#flip(bytes));
    else storage.write(path, bytes.slice());
    this.#maybeFail('put done, error');
    await this.#end();
  }

  async delete(path: string): Promise<void> {
    await this.#begin('delete', path);
    this.#parts.watch.onDelete(path);
    this.#maybeFail('delete error');
    this.#parts.storage.remove(path);
    await this.#end();
  }

  async #begin(verb: string, path: string): Promise<void> {
    this.log.push(`${verb} ${path}`);
    await this.#parts.between();
    if (this.#strikes('crash before request')) throw new Crashed();
  }

  async #end(): Promise<void> {
    await this.#parts.between();
    if (this.#strikes('crash after request')) throw new Crashed();
  }

  #strikes(fault: RequestFault): boolean {
    const { weather } = this.#parts;
    if (!weather.isBad || !weather.chance.hits(REQUEST_FAULTS[fault])) return false;
    weather.count(fault);
    return true;
  }

  #maybeFail(fault: RequestFault): void {
    if (!this.#strikes(fault)) return;
    const { chance } = this.#parts.weather;
    const code = chance.pick(['remote-failed', 'remote-unreachable', 'remote-busy'] as const);
    throw new AppError(code ?? 'remote-failed', { retryable: true });
  }

  #flip(bytes: Uint8Array): Uint8Array {
    const flipped = bytes.slice();
    const at = this.#parts.weather.chance.below(flipped.length);
    flipped[at] = (flipped[at] ?? 0) ^ (1 << this.#parts.weather.chance.below(8));
    return flipped;
  }
}
