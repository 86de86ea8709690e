import type { RemoteEntry } from '@/lib/sync/remote';
import { digestNow } from './sim-codec';

type Files = Map<string, Uint8Array>;

/** The storage that all replicas of a simulated vault share: what is really there, without any fault. */
export class Storage {
  #files: Files = new Map();
  /** Deleted files, as a trash folder or a syncing program may still hold them. */
  #graves: Files = new Map();
  readonly #sent = new Set<string>();

  paths(): string[] {
    return [...this.#files.keys()];
  }

  read(path: string): Uint8Array | null {
    return this.#files.get(path) ?? null;
  }

  write(path: string, bytes: Uint8Array): void {
    this.#files.set(path, bytes);
  }

  remove(path: string): void {
    const bytes = this.#files.get(path);
    if (bytes && isWhole(path, bytes)) this.#graves.set(path, bytes);
    this.#files.delete(path);
  }

  /** Removes a file so that it never comes back. */
  erase(path: string): void {
    this.#files.delete(path);
  }

  /** What lies directly in a folder. */
  list(folder: string): RemoteEntry[] {
    return listIn(this.#files, folder);
  }

  /** What lay there and was deleted. */
  listGraves(folder: string): RemoteEntry[] {
    return listIn(this.#graves, folder);
  }

  /** Notes that a file is being sent; false where one of that name was sent before, arrived or not. */
  isFirstSending(path: string): boolean {
    const isFirst = !this.#sent.has(path);
    this.#sent.add(path);
    return isFirst;
  }

  /** Puts one deleted file back. */
  resurrect(path: string): void {
    const bytes = this.#graves.get(path);
    if (bytes && !this.#files.has(path)) this.#files.set(path, bytes);
  }

  gravePaths(): string[] {
    return [...this.#graves.keys()];
  }

  /** Puts another folder in this one's place, without a trace of it. Returns what puts it back. */
  exchange(files: ReadonlyMap<string, Uint8Array>): () => void {
    const before = { files: this.#files, graves: this.#graves };
    this.#files = new Map(files);
    this.#graves = new Map();
    return () => {
      this.#files = before.files;
      this.#graves = before.graves;
    };
  }

  /** Everything that is there and whole, to be put back by `restore`. */
  snapshot(): ReadonlyMap<string, Uint8Array> {
    return new Map([...this.#files].filter(([path, bytes]) => isWhole(path, bytes)));
  }

  restore(files: ReadonlyMap<string, Uint8Array>): void {
    this.#files = new Map(files);
  }
}

/** A damaged file that comes back is not told from a good one of the same size by those who have read the good one. */
function isWhole(path: string, bytes: Uint8Array): boolean {
  const sha = /([0-9a-f]{32})\.(?:seg|json)$/.exec(path)?.[1];
  return sha === undefined || digestNow(bytes) === sha;
}

function listIn(files: Files, folder: string): RemoteEntry[] {
  const prefix = folder === '' ? '' : `${folder}/`;
  const entries = new Map<string, RemoteEntry>();
  for (const [path, bytes] of files) {
    if (!path.startsWith(prefix)) continue;
    const [name = '', ...deeper] = path.slice(prefix.length).split('/');
    const isFolder = deeper.length > 0;
    entries.set(name, { name, isFolder, size: isFolder ? null : bytes.byteLength });
  }
  // In the order of writing: names of encrypted files differ from run to run, and chance must not depend on them.
  return [...entries.values()];
}
