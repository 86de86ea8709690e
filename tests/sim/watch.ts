import { readDocumentName, readHeadName, readSegmentName } from '@/lib/sync/names';
import { readHeader } from '@/lib/sync/segment';
import { digestNow } from './sim-codec';

/** An invariant of sync was broken. */
export class BrokenInvariant extends Error {
  override readonly name = 'BrokenInvariant';
}

/**
 * Stands between one replica and the storage and knows what this replica may do there: I1 (write-once names, deletes
 * only of what a file read back replaces), and, for I4, what it has really read back.
 */
export class Watch {
  readonly #replica: string;
  /** Hashes of segments that this replica, or the one it is a copy of, has made. */
  readonly #made = new Set<string>();
  /** Hashes that own segments, seen intact on the storage by this replica, take the place of. */
  readonly #replaced = new Set<string>();
  readonly #intact = new Set<string>();
  /** Set while this replica must leave the storage alone, and why. */
  forbidden: string | null = null;

  constructor(replica: string) {
    this.#replica = replica;
  }

  /** The watch of an exact copy of this machine. */
  copy(): Watch {
    const copy = new Watch(this.#replica);
    for (const sha of this.#made) copy.#made.add(sha);
    for (const sha of this.#replaced) copy.#replaced.add(sha);
    for (const sha of this.#intact) copy.#intact.add(sha);
    return copy;
  }

  /** Whether a segment of that hash came back whole. */
  hasReadBack(sha: string): boolean {
    return this.#intact.has(sha);
  }

  onIntend(sha: string): void {
    this.#made.add(sha);
  }

  onPut(path: string, bytes: Uint8Array): void {
    this.#checkAllowed('put', path);
    const { name, folder } = split(path);
    const sha = readSegmentName(name);
    const document = readDocumentName(name);
    if (folder === '' && document) {
      expect(document.sha === digestNow(bytes), `I1 put ${path}: wrong name`);
      return;
    }
    if (folder === '' && readHeadName(name)?.replica === this.#replica) return;
    expect(folder === `s/${this.#replica}` && sha === digestNow(bytes), `I1 put ${path}: wrong name`);
    expect(this.#made.has(sha ?? ''), `I1 put ${path}: not written down before`);
  }

  onDelete(path: string): void {
    this.#checkAllowed('delete', path);
    const { name, folder } = split(path);
    if (folder === '' && readHeadName(name)?.replica === this.#replica) return;
    const sha = readSegmentName(name) ?? '';
    expect(
      folder === `s/${this.#replica}` && this.#made.has(sha) && this.#replaced.has(sha),
      `I1 delete ${path}: not replaced by anything read back`,
    );
  }

  /** What the storage really gave for a path. */
  onGot(path: string, bytes: Uint8Array): void {
    const sha = readSegmentName(split(path).name);
    if (!sha || digestNow(bytes) !== sha) return;
    this.#intact.add(sha);
    const header = readHeader(bytes);
    if (!this.#made.has(sha) || !header || typeof header === 'string') return;
    for (const replaced of header.replaces) this.#replaced.add(replaced);
  }

  #checkAllowed(verb: string, path: string): void {
    if (this.forbidden) throw new BrokenInvariant(`${this.forbidden}: ${verb} ${path}`);
  }
}

function split(path: string): { folder: string; name: string } {
  const at = path.lastIndexOf('/');
  return { folder: path.slice(0, Math.max(0, at)), name: path.slice(at + 1) };
}

function expect(holds: boolean, what: string): void {
  if (!holds) throw new BrokenInvariant(what);
}
