/**
 * What a round looks at: which folders have changed, what in them is not applied yet, and what has been missing for
 * so long that it is lost.
 */
import { AppError } from '@/lib/model/app-error';
import { isListedWhole, type SegmentSizes, toSegmentSizes } from './listing';
import { FOLDERS, type HeadName, isReplica, readHeadName, toFolder } from './names';
import type { RemoteEntry } from './remote';
import type { Round } from './round-context';
import { SEGMENT_LIMITS } from './segment';
import type { ForeignRow, PeerRow, VaultState } from './store';

/** A folder that was looked into. */
export type FolderLook = { replica: string; sizes: SegmentSizes; heads: HeadName[]; peer: PeerRow };

/** A segment that we have not applied. */
export type Wanted = { replica: string; sha: string; size: number | null };

/** What looking around found. `isNewcomer`: nothing of others has been applied here yet. */
export type Look = { folders: FolderLook[]; wanted: Wanted[]; isNewcomer: boolean };

/** Lists the folders whose state we do not know yet; all of them in a deep round. */
export async function lookAround(round: Round, state: VaultState, root: RemoteEntry[]): Promise<Look> {
  const { store } = round;
  const heads = root.flatMap(({ name }) => readHeadName(name) ?? []);
  const byReplica = Map.groupBy(heads, ({ replica }) => replica);
  const peers = new Map((await store.listPeers()).map((peer) => [peer.replica, peer]));
  const foreign = await store.listForeign();
  const own = await store.listOwn();
  const replicas = await chooseFolders(round, state, byReplica, peers, foreign);
  if (own.some(({ misses }) => misses > 0)) replicas.add(state.replica);
  const folders: FolderLook[] = [];
  for (const replica of replicas) {
    const entries = await listFolder(round, replica);
    if (entries === null) continue;
    const peer = peers.get(replica) ?? { replica, seen: [], tries: 0, isHeadless: false };
    folders.push({ replica, sizes: toSegmentSizes(entries), heads: byReplica.get(replica) ?? [], peer });
  }
  await countMisses(round, foreign, folders);
  const wanted = await findWanted(round, folders, new Set(own.map(({ sha }) => sha)));
  return { folders, wanted, isNewcomer: foreign.length === 0 };
}

/** What lies in a replica's folder; `null` where that is more than any of us writes: it is left alone. */
async function listFolder({ remote, report }: Round, replica: string): Promise<RemoteEntry[] | null> {
  try {
    return (await remote.list(toFolder(replica))).filter((entry) => !entry.isFolder);
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== 'remote-too-large') throw thrown;
    report.unusable.tooLarge += 1;
    return null;
  }
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
  const listed = new Map(folders.map(({ replica, sizes }) => [replica, sizes]));
  const counted = foreign.flatMap((row) => {
    const present = listed.get(row.replica);
    if (!present) return [];
    const misses = isListedWhole(row, present) ? 0 : row.misses + 1;
    return misses === row.misses ? [] : [{ ...row, misses }];
  });
  const lost = counted.filter((row) => row.misses >= row.patience);
  const waiting = counted.filter((row) => row.misses < row.patience);
  if (waiting.length > 0) await round.store.saveForeign(waiting);
  if (lost.length > 0) await round.store.adoptSegments(lost.map(({ sha }) => sha));
  round.report.rescued += lost.length;
}

/** What is not applied yet, smallest first. */
async function findWanted(round: Round, folders: FolderLook[], own: Set<string>): Promise<Wanted[]> {
  const { store, report } = round;
  const found = folders.flatMap(({ replica, sizes }) =>
    [...sizes].flatMap(([sha, size]) => (own.has(sha) ? [] : [{ replica, sha, size }])),
  );
  const applied = await store.findApplied(found.map(({ sha }) => sha));
  const unknown = found.filter(({ sha }) => !applied.has(sha));
  const sized = unknown.filter(({ size }) => (size ?? 0) <= SEGMENT_LIMITS.fileBytes);
  report.unusable.tooLarge += unknown.length - sized.length;
  return sized.sort((a, b) => (a.size ?? 0) - (b.size ?? 0));
}
