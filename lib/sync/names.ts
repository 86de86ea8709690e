/**
 * Names of files in a vault. Every name is written once and says what it holds: a file whose bytes do not hash
 * to its name does not exist, and a name that is none of these is somebody else's and left alone.
 *
 *     vault.<sha>.json                   what vault this is
 *     key.<sha>.json                     a wrapped vault key, where the vault is encrypted
 *     <replica>.<seq>.<state>.head       "the folder of this replica is now in this state"
 *     s/<replica>/<sha>.seg              segments: files of changes, in a folder for each replica
 *
 * The folders stand below `s`, not in the root: so the listing of a quiet round has one line per replica.
 */

/** Folder in which the replicas' folders stand. */
export const FOLDERS = 's';

/** Folder of one replica's segments. */
export function toFolder(replica: string): string {
  return `${FOLDERS}/${replica}`;
}

/** Whether a name in `FOLDERS` is that of a replica's folder. */
export function isReplica(name: string): boolean {
  return /^[0-9a-f]{16}$/.test(name);
}

/** Name of a segment, from the hash of its bytes. */
export function toSegmentName(sha: string): string {
  return `${sha}.seg`;
}

/** The hash in a segment's name; `null` for any other name. */
export function readSegmentName(name: string): string | null {
  return /^([0-9a-f]{32})\.seg$/.exec(name)?.[1] ?? null;
}

/** A head file's name, read. `seq` grows with each head of a replica; `state` is the hash of its folder (`toFolderState`). */
export type HeadName = { name: string; replica: string; seq: number; state: string };

/** Name of a head file. */
export function toHeadName(replica: string, seq: number, state: string): string {
  return `${replica}.${seq.toString(36)}.${state}.head`;
}

/** A head's name taken apart; `null` for any other name. */
export function readHeadName(name: string): HeadName | null {
  const [, replica, seq, state] = /^([0-9a-f]{16})\.([0-9a-z]{1,10})\.([0-9a-f]{16})\.head$/.exec(name) ?? [];
  return replica && seq && state ? { name, replica, seq: Number.parseInt(seq, 36), state } : null;
}

/** Name of a vault or key file, from the hash of its bytes. */
export function toDocumentName(kind: 'vault' | 'key', sha: string): string {
  return `${kind}.${sha}.json`;
}

/** Kind and hash of a vault or key file; `null` for any other name. */
export function readDocumentName(name: string): { kind: 'vault' | 'key'; sha: string } | null {
  const [, kind, sha] = /^(vault|key)\.([0-9a-f]{32})\.json$/.exec(name) ?? [];
  return kind && sha ? { kind: kind as 'vault' | 'key', sha } : null;
}
