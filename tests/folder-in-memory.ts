/**
 * The folder that browsers give an origin (OPFS), in memory: what Node and jsdom have not. A file changes when its
 * writer is closed, and is not to be removed before.
 */

class MemoryFile {
  readonly kind = 'file';
  readonly name: string;
  readonly #folder: MemoryFolder;
  bytes = new Uint8Array();
  lastModified = 0;
  writers = 0;

  constructor(name: string, folder: MemoryFolder) {
    this.name = name;
    this.#folder = folder;
  }

  async getFile() {
    const { bytes, lastModified } = this;
    return {
      size: bytes.byteLength,
      lastModified,
      arrayBuffer: async () => bytes.slice().buffer,
      text: async () => new TextDecoder().decode(bytes),
    };
  }

  async createWritable() {
    let written = new Uint8Array();
    this.writers += 1;
    return {
      write: async (content: Blob | string) => {
        if (this.#folder.root.refusal) throw this.#folder.root.refusal;
        written = typeof content === 'string' ? new TextEncoder().encode(content) : await content.bytes();
      },
      close: async () => {
        this.bytes = written;
        this.lastModified = this.#folder.root.tick();
        await this.#folder.root.onClose();
        this.writers -= 1;
      },
    };
  }
}

/** A folder, empty at first. */
export class MemoryFolder {
  readonly kind = 'directory';
  readonly #entries = new Map<string, MemoryFile | MemoryFolder>();
  readonly root: MemoryFolder;
  /** What every writer throws, where it is not null. */
  refusal: DOMException | null = null;
  #writes = 0;
  /** Called when a file has been written; its writer waits. */
  onClose: () => unknown = () => {};

  constructor(root?: MemoryFolder) {
    this.root = root ?? this;
  }

  /** A later moment than any before. */
  tick(): number {
    this.#writes += 1;
    return this.#writes;
  }

  /** The folder of that name, where there is one. */
  filesIn(name: string): MemoryFile[] {
    const entry = this.#entries.get(name);
    return entry instanceof MemoryFolder ? entry.files : [];
  }

  async getDirectoryHandle(name: string, { create = false } = {}) {
    return this.#find(name, create ? () => new MemoryFolder(this.root) : null);
  }

  async getFileHandle(name: string, { create = false } = {}) {
    return this.#find(name, create ? () => new MemoryFile(name, this) : null);
  }

  async removeEntry(name: string) {
    const found: MemoryFile | MemoryFolder = this.#find(name, null);
    if (found instanceof MemoryFile && found.writers > 0)
      throw new DOMException('being written', 'NoModificationAllowedError');
    this.#entries.delete(name);
  }

  async *values() {
    yield* [...this.#entries.values()];
  }

  /** Every file below, by name: for tests that damage them. */
  get files(): MemoryFile[] {
    return [...this.#entries.values()].flatMap((entry) =>
      entry instanceof MemoryFile ? [entry] : entry.files,
    );
  }

  #find<Entry extends MemoryFile | MemoryFolder>(name: string, make: (() => Entry) | null): Entry {
    const found = this.#entries.get(name) ?? make?.();
    if (!found) throw new DOMException('not there', 'NotFoundError');
    this.#entries.set(name, found);
    return found as Entry;
  }
}

/** Gives this origin an empty folder, beside whatever else `navigator.storage` is to have. */
export function provideFolder(others: object = {}): MemoryFolder {
  const folder = new MemoryFolder();
  const storage = { ...others, getDirectory: async () => folder };
  Object.defineProperty(navigator, 'storage', { value: storage, configurable: true });
  return folder;
}
