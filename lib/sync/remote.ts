/**
 * The reader's own storage, as sync sees it: folders of write-once files. Nothing more than list, get, put and
 * delete is asked of it, since nothing more can be relied on (of nine servers measured, one honoured
 * conditional requests). Names are lower case, `[0-9a-z.-]`, in folders at most two deep.
 *
 * A remote translates every failure, once, into an `AppError` whose code begins with `remote-`; nobody else
 * looks at status numbers. Absence is a value, never an error, and never a reason to delete anything.
 */

/** A file or folder found in a listing. */
export type RemoteEntry = {
  /** Name within the listed folder, without slashes. Anything may stand there, also files of other programs. */
  name: string;
  isFolder: boolean;
  /** Bytes; `null` where the remote does not say. */
  size: number | null;
};

/** What a request may be given. */
export type RequestOptions = { signal?: AbortSignal | undefined };

/** One place to keep files. Paths are relative to the vault's root: `name` or `s/<replica>/<name>`. */
export interface Remote {
  /**
   * What lies directly in a folder ('' is the root): partial listings are possible and harmless. An absent
   * folder is empty. Throws `remote-too-large` where the listing is over its limit.
   */
  list(folder: string, options?: RequestOptions): Promise<RemoteEntry[]>;
  /**
   * The bytes of a file, `null` where there is none. `first`: only this many bytes from its start are wanted (a remote
   * may give more). `most`: throws `remote-too-large` rather than read more than this.
   */
  get(path: string, options: RequestOptions & { most: number; first?: number }): Promise<Uint8Array | null>;
  /** Writes a file, making its folders where there are none. What it resolves with proves nothing: read it back. */
  put(path: string, bytes: Uint8Array, options?: RequestOptions): Promise<void>;
  /** Removes a file; one that is not there is removed already. */
  delete(path: string, options?: RequestOptions): Promise<void>;
  /** The remote's clock in the last answer, milliseconds since 1970; `null` where it has not said. */
  readonly serverTimeMs: number | null;
}
