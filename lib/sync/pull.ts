/** The first half of a round: what others have written, looked for, read and applied. */
import { toFolderState } from './head';
import { FOLDERS, type HeadName, isReplica, readHeadName, readSegmentName, toFolder } from './names';
import { PreviewCount } from './preview';
import type { RemoteEntry } from './remote';
import { drawPatience, isOfOneFile, type Round } from './round-context';
import type { Preview } from './round-report';
import { readHeader, readSegment, SEGMENT_LIMITS } from './segment';
import type { ForeignRow, PeerRow, ReadSegment, VaultState } from './store';

/** A folder that was looked into. */
type FolderLook = { replica: string; entries: RemoteEntry[]; heads: HeadName[]; peer: PeerRow };

/** A segment that we have not applied. */
type Wanted = { replica: string; sha: string; size: number | null };

/** A segment all of whose changes are known: it is marked, not read. */
type KnownSegment = Omit<ReadSegment, 'changes'>;

/** What looking around found. */
export type Look = { folders: FolderLook[]; wanted: Wanted[] };

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

/** Lists the folders whose state we do not know yet; all of them in a deep round. */
export async function lookAround(round: Round, state: VaultState, root: RemoteEntry[]): Promise<Look> {
  const { store, remote } = round;
  const heads = root.flatMap(({ name }) => readHeadName(name) ?? []);
  const byReplica = Map.groupBy(heads, ({ replica }) => replica);
  const peers = new Map((await store.listPeers()).map((peer) => [peer.replica, peer]));
  const foreign = await store.listForeign();
  const own = await store.listOwn();
  const replicas = await chooseFolders(round, state, byReplica, peers, foreign);
  if (own.some(({ misses }) => misses > 0)) replicas.add(state.replica);
  const folders: FolderLook[] = [];
  for (const replica of replicas) {
    const entries = (await remote.list(toFolder(replica))).filter((entry) => !entry.isFolder);
    const peer = peers.get(replica) ?? { replica, seen: [], tries: 0, isHeadless: false };
    folders.push({ replica, entries, heads: byReplica.get(replica) ?? [], peer });
  }
  await countMisses(round, foreign, folders);
  return { folders, wanted: await findWanted(round, folders, new Set(own.map(({ sha }) => sha))) };
}

async function chooseFolders(
  { remote, report }: Round,
  state: VaultState,
  heads: Map<string, HeadName[]>,
  peers: Map<string, PeerRow>,
  foreign: ForeignRow[],
): Promise<Set<string>> {
  if (report.isDeep) {
    const listed = (await remote.list(FOLDERS)).map(({ name }) => name).filter(isReplica);
    // A folder that is gone altogether is in no listing: what was read from there says whose it was.
    const read = foreign.map(({ replica }) => replica);
    return new Set([...listed, ...heads.keys(), ...peers.keys(), ...read, state.replica]);
  }
  const ours = new Set([state.head, ...state.oldHeads]);
  const changed = [...heads].filter(([replica, names]) =>
    names.some(({ name }) => !ours.has(name) && !peers.get(replica)?.seen.includes(name)),
  );
  const headless = [...peers.values()].filter((peer) => !peer.isHeadless && !heads.has(peer.replica));
  const missed = foreign.filter(({ misses }) => misses > 0);
  return new Set([
    ...changed.map(([replica]) => replica),
    ...headless.map(({ replica }) => replica).filter((replica) => replica !== state.replica),
    ...missed.map(({ replica }) => replica),
  ]);
}

/** Counts how often a foreign segment was not listed, and takes over the changes of those that are lost. */
async function countMisses(round: Round, foreign: ForeignRow[], folders: FolderLook[]): Promise<void> {
  const listed = new Map(folders.map(({ replica, entries }) => [replica, toSizes(entries)]));
  const counted = foreign.flatMap((row) => {
    const present = listed.get(row.replica);
    if (!present) return [];
    const misses = isWhole(row, present) ? 0 : row.misses + 1;
    return misses === row.misses ? [] : [{ ...row, misses }];
  });
  const lost = counted.filter((row) => row.misses >= row.patience);
  const waiting = counted.filter((row) => row.misses < row.patience);
  if (waiting.length > 0) await round.store.saveForeign(waiting);
  if (lost.length > 0) await round.store.adoptSegments(lost.map(({ sha }) => sha));
  round.report.rescued += lost.length;
}

/** A file that was cut off after we had read it still bears its name. */
function isWhole({ sha, size = null }: ForeignRow, sizes: Map<string, number | null>): boolean {
  const listed = sizes.get(sha);
  return listed !== undefined && (listed === null || size === null || listed === size);
}

function toSizes(entries: RemoteEntry[]): Map<string, number | null> {
  return new Map(
    entries.flatMap(({ name, size }) => {
      const sha = readSegmentName(name);
      return sha ? [[sha, size] as const] : [];
    }),
  );
}

function toShas(entries: RemoteEntry[]): string[] {
  return entries.flatMap(({ name }) => readSegmentName(name) ?? []);
}

/** What is not applied yet, smallest first. */
async function findWanted(round: Round, folders: FolderLook[], own: Set<string>): Promise<Wanted[]> {
  const { store, report } = round;
  const found = folders.flatMap(({ replica, entries }) =>
    entries.flatMap(({ name, size }) => {
      const sha = readSegmentName(name);
      return sha && !own.has(sha) ? [{ replica, sha, size }] : [];
    }),
  );
  const applied = await store.findApplied(found.map(({ sha }) => sha));
  const unknown = found.filter(({ sha }) => !applied.has(sha));
  const sized = unknown.filter(({ size }) => (size ?? 0) <= SEGMENT_LIMITS.fileBytes);
  report.unusable.tooLarge += unknown.length - sized.length;
  return sized.sort((a, b) => (a.size ?? 0) - (b.size ?? 0));
}

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
    const segment = await loadSegment(round, wanted);
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
    const segment = isRead(found) ? found : await loadSegment(round, found);
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
  const { heads, peer, entries } = look;
  const state = await toFolderState(toShas(entries), round);
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
async function loadSegment(round: Round, wanted: Wanted): Promise<ReadSegment | KnownSegment | null> {
  try {
    return (await skipKnown(round, wanted)) ?? (await loadWhole(round, wanted));
  } catch (thrown) {
    if (!isOfOneFile(thrown)) throw thrown;
    round.report.unusable.torn += 1;
    return null;
  }
}

async function skipKnown(round: Round, { replica, sha, size }: Wanted): Promise<KnownSegment | null> {
  if ((size ?? 0) <= HEADER_FIRST) return null;
  // Who has applied nothing cannot know what others replaced.
  if ((await round.store.listForeign()).length === 0) return null;
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
  const { replaces } = read.header;
  return { sha, replica, size: bytes.byteLength, replaces, changes: read.changes };
}

function toPath(replica: string, sha: string): string {
  return `${toFolder(replica)}/${sha}.seg`;
}

function isRead(found: ReadSegment | KnownSegment | Wanted): found is ReadSegment {
  return 'changes' in found;
}
