import { readHeadName, toFolder, toHeadName, toSegmentName } from './names';
import type { RemoteEntry } from './remote';
import type { Round } from './round-context';

/** The hash of a folder's segments, as it stands in a head's name. */
export async function toFolderState(shas: string[], { codec }: Pick<Round, 'codec'>): Promise<string> {
  const names = shas.map(toSegmentName).sort().join('\n');
  return (await codec.digest(new TextEncoder().encode(names))).slice(0, 16);
}

/**
 * Tells the others that our folder has changed, by a new head; or puts the present one back where it is lost. Older
 * heads of ours are deleted once the new one has been seen. The name says everything, so the file is tiny.
 */
export async function publishHead(round: Round, root: RemoteEntry[]): Promise<void> {
  const { store, remote } = round;
  const state = await store.loadState();
  const isLost = state.head !== null && !root.some(({ name }) => name === state.head);
  if (state.isHeadStale) await publishNext(round);
  else if (state.head !== null && isLost) await remote.put(state.head, toBytes(state.head));
  const { oldHeads } = await store.loadState();
  if (oldHeads.length === 0) return;
  for (const name of oldHeads) await remote.delete(name);
  await store.saveState({ oldHeads: [] });
}

async function publishNext({ store, remote, codec }: Round): Promise<void> {
  const state = await store.loadState();
  const folder = toFolder(state.replica);
  const own = (await store.listOwn()).filter((row) => row.folder === folder && row.state !== 'intended');
  // A clone of ours may write into the same folder.
  const foreign = (await store.listForeign()).filter((row) => row.replica === state.replica);
  const folderState = await toFolderState(
    [...own, ...foreign].map(({ sha }) => sha),
    { codec },
  );
  if (state.head && readHeadName(state.head)?.state === folderState) {
    await store.saveState({ isHeadStale: false });
    return;
  }
  const headSeq = state.headSeq + 1;
  const head = toHeadName(state.replica, headSeq, folderState);
  // Written down first: a head that we cannot remember could never be deleted.
  const oldHeads = state.head ? [...state.oldHeads, state.head] : state.oldHeads;
  await store.saveState({ headSeq, oldHeads: [...state.oldHeads, head] });
  await remote.put(head, toBytes(head));
  const isThere = (await remote.get(head, { most: 1_024 })) !== null;
  if (isThere) await store.saveState({ head, oldHeads, isHeadStale: false });
}

function toBytes(head: string): Uint8Array {
  return new TextEncoder().encode(head);
}
