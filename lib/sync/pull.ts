/** The first half of a round: what others have written, read and applied. */
import { toFolderState } from './head';
import type { FolderLook, Look, Wanted } from './look';
import { toFolder, toSegmentName } from './names';
import { PreviewCount } from './preview';
import { drawPatience, isOfOneFile, type Round } from './round-context';
import type { Preview } from './round-report';
import { readHeader, readSegment, SEGMENT_LIMITS } from './segment';
import type { ReadSegment, VaultState } from './store';

/** A segment all of whose changes are known: it is marked, not read. */
type KnownSegment = Omit<ReadSegment, 'changes'>;

/** What reading found: segments to apply, or the preview that the reader has to agree to first. */
type Reading = {
  segments: (ReadSegment | Wanted)[];
  skipped: KnownSegment[];
  preview: Preview | null;
};

const HEADS_KEPT = 8;

/** A file longer than this is asked for its header first: it may hold nothing new. */
const HEADER_FIRST = 8 * 1024;
const HEADER_BYTES = 4 * 1024;

/**
 * Reads what is wanted. Before anything is applied, counts what it would change here, unless the reader has agreed
 * already; then reading is left to `applyPulled`, which holds one segment at a time.
 */
export async function readWanted(round: Round, state: VaultState, look: Look): Promise<Reading> {
  const reading: Reading = { segments: [], skipped: [], preview: null };
  if (round.isApproved || (state.hasJoined && look.wanted.length === 0)) {
    reading.segments = look.wanted;
    return reading;
  }
  const preview = new PreviewCount(round.store);
  let heldBytes = 0;
  for (const [done, wanted] of look.wanted.entries()) {
    round.onProgress({ phase: 'read', done, total: look.wanted.length });
    const segment = await loadSegment(round, look, wanted);
    if (segment === null) continue;
    if (!isRead(segment)) {
      reading.skipped.push(segment);
      continue;
    }
    await preview.add(segment.changes);
    heldBytes += wanted.size ?? SEGMENT_LIMITS.fileBytes;
    reading.segments.push(heldBytes <= round.limits.heldBytes ? segment : wanted);
  }
  const sum = await preview.sum();
  if (!state.hasJoined || isMuch(round, sum)) reading.preview = sum;
  return reading;
}

function isMuch({ limits }: Round, { added, updated, hidden, here }: Preview): boolean {
  const changed = updated + hidden;
  if (added + changed > limits.askNotes) return true;
  return changed >= limits.askLeast && changed > here * limits.askShare;
}

/** Applies what was read, each segment with its mark in one transaction; then remembers the heads it came to. */
export async function applyPulled(round: Round, look: Look, reading: Reading): Promise<void> {
  const { store, report } = round;
  const done = new Set<string>();
  const skip = async (segment: KnownSegment) => {
    await store.skipSegment(segment, drawPatience(round));
    done.add(segment.sha);
  };
  for (const segment of reading.skipped) await skip(segment);
  for (const [at, found] of reading.segments.entries()) {
    round.onProgress({ phase: 'apply', done: at, total: reading.segments.length });
    const segment = isRead(found) ? found : await loadSegment(round, look, found);
    if (segment === null) continue;
    if (!isRead(segment)) {
      await skip(segment);
      continue;
    }
    const applied = await store.applySegment(segment, drawPatience(round));
    done.add(segment.sha);
    report.pulled.segments += 1;
    report.pulled.changes += segment.changes.length;
    report.pulled.added += applied.added;
    report.pulled.updated += applied.updated;
    report.pulled.conflicts += applied.conflicts;
  }
  const undone = new Set(look.wanted.filter(({ sha }) => !done.has(sha)).map(({ replica }) => replica));
  for (const folder of look.folders) await rememberHeads(round, folder, !undone.has(folder.replica));
}

async function rememberHeads(round: Round, look: FolderLook, isComplete: boolean): Promise<void> {
  const { heads, peer, sizes } = look;
  const state = await toFolderState([...sizes.keys()], round);
  const names = heads.map(({ name }) => name);
  const isSettled = isComplete && (names.length === 0 || heads.some((head) => head.state === state));
  const tries = isSettled ? 0 : peer.tries + 1;
  const isGivenUp = tries >= round.limits.tries;
  const seen = isSettled || isGivenUp ? [...new Set([...peer.seen, ...names])].slice(-HEADS_KEPT) : peer.seen;
  await round.store.savePeer({
    ...peer,
    seen,
    tries: isGivenUp ? 0 : tries,
    // Once given up it stays so: deep rounds go on trying.
    isHeadless: names.length === 0 && (isSettled || isGivenUp || peer.isHeadless),
  });
}

/** One segment, read and checked; without `changes` where all of it is known already; `null` where it cannot be had now. */
async function loadSegment(
  round: Round,
  { isNewcomer }: Look,
  wanted: Wanted,
): Promise<ReadSegment | KnownSegment | null> {
  try {
    // A machine that has applied nothing cannot know what others replaced.
    const known = isNewcomer ? null : await skipKnown(round, wanted);
    return known ?? (await loadWhole(round, wanted));
  } catch (thrown) {
    if (!isOfOneFile(thrown)) throw thrown;
    round.report.unusable.torn += 1;
    return null;
  }
}

async function skipKnown(round: Round, { replica, sha, size }: Wanted): Promise<KnownSegment | null> {
  if ((size ?? 0) <= HEADER_FIRST) return null;
  const path = toPath(replica, sha);
  let start = await round.remote.get(path, { first: HEADER_BYTES, most: SEGMENT_LIMITS.fileBytes });
  let header = start && readHeader(start);
  if (header === 'short') {
    start = await round.remote.get(path, {
      first: SEGMENT_LIMITS.headerBytes + HEADER_BYTES,
      most: SEGMENT_LIMITS.fileBytes,
    });
    header = start && readHeader(start);
  }
  if (!header || typeof header === 'string' || !header.closed || header.replaces.length === 0) return null;
  const applied = await round.store.findApplied(header.replaces);
  return header.replaces.every((replaced) => applied.has(replaced))
    ? { sha, replica, size, replaces: header.replaces }
    : null;
}

async function loadWhole(round: Round, { replica, sha }: Wanted): Promise<ReadSegment | null> {
  const bytes = await round.remote.get(toPath(replica, sha), { most: SEGMENT_LIMITS.fileBytes });
  // Merged into another in the meantime: the next listing shows which.
  if (!bytes) return null;
  const read = await readSegment(sha, bytes, round.keyring, round.codec);
  if (!read.ok) {
    round.report.unusable[read.reason] += 1;
    return null;
  }
  const { replaces, count } = read.header;
  // What is left out says something that we do not understand: the reader is told.
  if (read.changes.length < count) round.report.unusable.invalid += 1;
  return { sha, replica, size: bytes.byteLength, replaces, changes: read.changes };
}

function toPath(replica: string, sha: string): string {
  return `${toFolder(replica)}/${toSegmentName(sha)}`;
}

function isRead(found: ReadSegment | KnownSegment | Wanted): found is ReadSegment {
  return 'changes' in found;
}
