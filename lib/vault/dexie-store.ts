/** The store of rounds on the extension's database: each method one transaction (see lib/sync/store.ts). */
import { countNotes } from '@/lib/db/notes';
import { loadReplica } from '@/lib/db/replica';
import { readSync, resetSync, type SyncWriting, writeSync } from '@/lib/db/sync';
import type { VaultName } from '@/lib/model/vault-name';
import { mergeIn } from '@/lib/notes/apply-changes';
import { isLive } from '@/lib/sync/merge';
import { makeVaultState, type ReadSegment, type SyncStore, type VaultState } from '@/lib/sync/store';

const STATE_KEY = 'sync:state';
const ADOPTED_KEY = 'sync:adopted';
const NUMBER_KEY = 'sync:number';

/** The store of this installation, for one of its vaults. */
export function createDexieStore(vault?: VaultName): SyncStore {
  const write = <T>(work: (writing: SyncWriting) => Promise<T>) => writeSync(work, vault);
  const read = <T>(work: (reading: SyncWriting) => Promise<T>) => readSync(work, vault);
  return {
    loadState: () => loadVaultState(vault),
    async saveState(part) {
      const fresh = await loadVaultState(vault);
      await write(async (writing) => {
        const known = (await writing.loadMeta(STATE_KEY)) as VaultState | null;
        await writing.saveMeta(STATE_KEY, { ...(known ?? fresh), ...part });
      });
    },
    listPeers: () => read((reading) => reading.listPeers()),
    savePeer: (row) => write((writing) => writing.savePeer(row)),
    findApplied: async (shas) => new Set(await read((reading) => reading.findApplied(shas))),
    applySegment: (segment, patience) =>
      write(async (writing) => {
        const applied = await mergeIn(writing, segment.changes, segment.sha);
        await accountFor(
          writing,
          segment.changes.map(({ i }) => i),
          segment.sha,
        );
        const left = await writing.loadRowsOf(segment.replaces);
        await markSegment(writing, segment, patience, new Set(left.map((row) => row.s)));
        return applied;
      }),
    skipSegment: (segment, patience) =>
      write(async (writing) => {
        const moved = await writing.loadRowsOf(segment.replaces);
        await writing.saveRows(moved.map((row) => ({ ...row, s: segment.sha })));
        await markSegment(writing, segment, patience, new Set());
      }),
    listForeign: () => read((reading) => reading.listForeign()),
    saveForeign: (rows) => write((writing) => writing.saveForeign(rows)),
    adoptSegments: (shas) => write((writing) => adopt(writing, shas)),
    takePending: (most) =>
      write(async (writing) => {
        const rows = await writing.loadUnnumbered(most);
        await writing.saveRows(rows.filter((row) => !row.left).map((row) => ({ ...row, left: 1 })));
        return rows.map((row) => row.change);
      }),
    countPending: () => read((reading) => reading.countPending()),
    loadStates: (entities) => read((reading) => reading.loadStates(entities)),
    countNotes: () => countNotes(vault),
    loadAdopted: () => read(loadAdopted),
    loadNumbered: async (from, to) =>
      (await read((reading) => reading.loadNumbered(from, to))).map((row) => row.change),
    countNumbered: (from, to) => read((reading) => reading.countNumbered(from, to)),
    listOwn: () => read((reading) => reading.listOwn()),
    loadBytes: (sha) => read((reading) => reading.loadBytes(sha)),
    intendSegment: (segment, bytes, changes) =>
      write(async (writing) => {
        const range =
          changes === null
            ? { from: segment.from ?? 0, to: segment.to ?? 0 }
            : await number(
                writing,
                changes.map(({ i }) => i),
              );
        await writing.saveOwn([{ ...segment, ...range, state: 'intended', misses: 0 }]);
        await writing.saveBytes(segment.sha, bytes);
      }),
    confirmSegment: (sha) => write((writing) => confirm(writing, sha)),
    recallSegment: (sha) => write((writing) => recall(writing, sha)),
    saveOwn: (rows) => write((writing) => writing.saveOwn(rows)),
    dropOwn: (sha) =>
      write(async (writing) => {
        await writing.dropOwn(sha);
        await writing.dropBytes(sha);
      }),
  };
}

/** Where this installation stands with its vault, as it was saved last. */
export async function loadVaultState(vault?: VaultName): Promise<VaultState> {
  const known = (await readSync((reading) => reading.loadMeta(STATE_KEY), vault)) as VaultState | null;
  return known ?? makeState(vault);
}

/**
 * Leaves the vault at hand and stands at the beginning with another, or with the same once more: every change waits
 * to be sent. One transaction, so that none is ever without the vault that it is to be sent to.
 */
export async function beginVault(
  part: Partial<VaultState>,
  vault?: VaultName,
  secrets: Record<string, unknown> = {},
): Promise<void> {
  await resetSync({ [STATE_KEY]: { ...(await makeState(vault)), ...part } }, vault, secrets);
}

async function makeState(vault: VaultName | undefined): Promise<VaultState> {
  return makeVaultState(await loadReplica(vault));
}

/** From now on the changes count as held by that segment; those that a segment of ours holds, or will, do not. */
async function accountFor(writing: SyncWriting, ids: string[], sha: string): Promise<void> {
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const rows = await writing.loadRowsById(ids.slice(at, at + AT_ONCE));
    const others = rows.filter((row) => row.n === 0 && !row.pending && row.s !== sha);
    await writing.saveRows(others.map((row) => ({ ...row, s: sha })));
  }
}

/** Rows held in memory at the same time: the worker has little. */
const AT_ONCE = 250;

async function markSegment(
  writing: SyncWriting,
  { sha, replica, size = null, replaces }: Omit<ReadSegment, 'changes'>,
  patience: number,
  kept: ReadonlySet<string>,
): Promise<void> {
  await writing.markApplied([sha, ...replaces]);
  await writing.dropForeign(replaces.filter((replaced) => !kept.has(replaced)));
  await writing.saveForeign([{ sha, replica, size, misses: 0, patience }]);
}

async function adopt(writing: SyncWriting, shas: string[]): Promise<void> {
  const holding: string[] = [];
  // One at a time: where a whole folder is lost, together they are all notes of that machine.
  for (const sha of shas) {
    const rows = await writing.loadRowsOf([sha]);
    await writing.saveRows(rows.map((row) => ({ ...row, pending: 1, s: '' })));
    if (rows.length > 0) holding.push(sha);
  }
  await writing.dropForeign(shas);
  await writing.saveMeta(ADOPTED_KEY, [...new Set([...(await loadAdopted(writing)), ...holding])]);
}

async function loadAdopted(reading: SyncWriting): Promise<string[]> {
  return ((await reading.loadMeta(ADOPTED_KEY)) as string[] | null) ?? [];
}

async function number(writing: SyncWriting, ids: string[]): Promise<{ from: number; to: number }> {
  const last = ((await writing.loadMeta(NUMBER_KEY)) as number | null) ?? 0;
  const rows = await writing.loadRowsById(ids);
  await writing.saveRows(rows.map((row, at) => ({ ...row, n: last + 1 + at })));
  await writing.saveMeta(NUMBER_KEY, last + rows.length);
  return { from: last + 1, to: last + rows.length };
}

async function recall(writing: SyncWriting, sha: string): Promise<void> {
  const segment = await writing.loadOwn(sha);
  if (segment?.state !== 'intended') return;
  const rows = await writing.loadNumbered(segment.from, segment.to);
  await writing.saveRows(rows.filter((row) => row.pending).map((row) => ({ ...row, n: 0, recalled: true })));
  await writing.dropOwn(sha);
  await writing.dropBytes(sha);
}

async function confirm(writing: SyncWriting, sha: string): Promise<void> {
  const segment = await writing.loadOwn(sha);
  if (!segment) return;
  const own = await writing.listOwn();
  const doomed = own.filter((row) => segment.replaces.includes(row.sha));
  await writing.saveOwn([
    { ...segment, state: 'verified' },
    ...doomed.map((row) => ({ ...row, state: 'doomed' as const })),
  ]);
  await writing.dropBytes(sha);
  const rows = await writing.loadNumbered(segment.from, segment.to);
  const states = await writing.loadStates([...new Set(rows.map((row) => row.e))]);
  const isStanding = (row: (typeof rows)[number]) => {
    const state = states.get(row.e);
    return !state || isLive(state, row.change);
  };
  await writing.dropRows(rows.filter((row) => !isStanding(row)).map((row) => row.i));
  await writing.saveRows(
    rows.filter((row) => row.pending && isStanding(row)).map((row) => ({ ...row, pending: 0 })),
  );
  const adopted = (await loadAdopted(writing)).filter((other) => !segment.replaces.includes(other));
  await writing.saveMeta(ADOPTED_KEY, adopted);
  const state = (await writing.loadMeta(STATE_KEY)) as VaultState | null;
  if (state) await writing.saveMeta(STATE_KEY, { ...state, isHeadStale: true });
}
