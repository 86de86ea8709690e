/**
 * Notes carried by hand: a .zip file with the files of a vault in it, as they would lie in a folder. Unpacked into a
 * storage it is a vault.
 */
import { type UnzipFileInfo, unzipSync, zipSync } from 'fflate';
import { loadReplica } from '@/lib/db/replica';
import { releaseChanges } from '@/lib/db/write-notes';
import { AppError } from '@/lib/model/app-error';
import { randomHex } from '@/lib/model/hex';
import type { Change } from '@/lib/model/note';
import { applyChanges, type SeeMerged } from '@/lib/notes/apply-changes';
import { webCodec } from '@/lib/sync/codec';
import { readSegmentName, toFolder, toSegmentName } from '@/lib/sync/names';
import { countFitting, readSegment, SEGMENT_LIMITS, writeSegment } from '@/lib/sync/segment';
import type { Applied } from '@/lib/sync/store';
import { makeVaultFile } from '@/lib/sync/vault-file';
import { loadVaultState } from './dexie-store';
import { loadKeyring } from './keyring';

const ROOT = 'sidelight/v1/';

/** Most that an imported file may weigh, packed and unpacked. */
const MOST_BYTES = 256 * 1024 * 1024;

/** More than any vault has. */
const MOST_FILES = 20_000;

/**
 * Every change as the segments of a vault, in one .zip file; not encrypted. From here on the changes count as seen
 * elsewhere.
 */
export async function exportVault(): Promise<Blob> {
  const replica = await loadReplica();
  const files: Record<string, Uint8Array> = {};
  const vaultId = (await loadVaultState()).vaultId ?? randomHex(16);
  const vault = await makeVaultFile({ vaultId, isEncrypted: false, nowMs: Date.now() }, webCodec);
  files[`${ROOT}${vault.name}`] = new TextEncoder().encode(vault.text);
  let changes: Change[] = [];
  await releaseChanges((some) => {
    for (const change of some) changes.push(change);
  });
  changes.sort((a, b) => a.t - b.t);
  while (changes.length > 0) {
    const fitting = countFitting(changes);
    const content = { replica, changes: changes.slice(0, fitting), replaces: [], closed: false };
    const { sha, bytes } = await writeSegment(content, [], webCodec);
    files[`${ROOT}${toFolder(replica)}/${toSegmentName(sha)}`] = bytes;
    changes = changes.slice(fitting);
  }
  // Stored as they are: segments are compressed already.
  const bytes = zipSync(files, { level: 0 });
  return new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/zip' });
}

/**
 * Merges the segments of a .zip file in: a union, nothing here is replaced. Whole or not at all: throws
 * `import-invalid` with the file and the reason, `import-newer`, `vault-locked` where it is encrypted with a key that
 * we do not have, and what the database throws.
 */
export async function importVault(file: Blob, see?: SeeMerged): Promise<Applied> {
  if (file.size > MOST_BYTES) throw new AppError('import-invalid', { detail: 'larger than 256 MB' });
  const segments = unpack(new Uint8Array(await file.arrayBuffer()));
  const paths = Object.keys(segments).sort();
  if (paths.length === 0) throw new AppError('import-invalid', { detail: 'no notes in it' });
  const keyring = await loadKeyring();
  const changes: Change[] = [];
  for (const path of paths) {
    const sha = readSegmentName(toName(path)) ?? '';
    const bytes = segments[path] ?? new Uint8Array();
    // A file carried by hand may be of a vault without encryption although ours has it.
    const plain = await readSegment(sha, bytes, [], webCodec);
    const isSealed = !plain.ok && plain.reason === 'locked' && keyring.length > 0;
    const reading = isSealed ? await readSegment(sha, bytes, keyring, webCodec) : plain;
    if (!reading.ok) throw toImportError(path, reading.reason);
    for (const change of reading.changes) changes.push(change);
  }
  return applyChanges(changes, see);
}

function toImportError(path: string, reason: 'torn' | 'locked' | 'newer' | 'invalid'): AppError {
  if (reason === 'newer') return new AppError('import-newer', { detail: path });
  if (reason === 'locked') return new AppError('vault-locked', { detail: path });
  return new AppError('import-invalid', { detail: `${path}: ${reason}` });
}

/** In this thread: the library's own would be a worker from a blob, which an extension's page may not start. */
function unpack(bytes: Uint8Array): Record<string, Uint8Array> {
  let total = 0;
  let count = 0;
  const isSegment = ({ name, originalSize }: UnzipFileInfo) => {
    if (!SEGMENT_PATH.test(name)) return false;
    total += originalSize;
    count += 1;
    // Left out, it would be missing without a word: the whole file is refused.
    const isTooLarge = originalSize > SEGMENT_LIMITS.fileBytes || total > MOST_BYTES || count > MOST_FILES;
    if (isTooLarge) throw new AppError('import-invalid', { detail: `${name}: too large` });
    return true;
  };
  try {
    return unzipSync(bytes, { filter: isSegment });
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('import-invalid', { detail: 'no .zip file, or not whole', cause });
  }
}

/** Where a vault's segments stand, whatever folder was packed around it. */
const SEGMENT_PATH = /(^|\/)s\/[0-9a-f]{16}\/[0-9a-f]{32}\.seg$/;

function toName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
