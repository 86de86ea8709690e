/** A round with this installation's own parts: its connection, keys, database and clock; and its line in the history. */
import { browser } from 'wxt/browser';
import { dropMeta, saveMeta } from '@/lib/db/meta';
import { addRound, type RoundRow, type RoundTrigger } from '@/lib/db/rounds';
import { AppError, toAppError } from '@/lib/model/app-error';
import type { VaultName } from '@/lib/model/vault-name';
import { publishAllPages } from '@/lib/notes/publish-pages';
import { webCodec } from '@/lib/sync/codec';
import type { Remote } from '@/lib/sync/remote';
import { runRound } from '@/lib/sync/round';
import type { Progress } from '@/lib/sync/round-report';
import type { Connection } from './connection';
import { listConnected, loadConnection, requireConnection } from './connections';
import { createDexieStore } from './dexie-store';
import { loadKeyring } from './keyring';
import { readNetwork } from './network';
import { openRemote } from './open-remote';
import { hasAccess } from './permission';
import { loadProgress, PROGRESS_KEY } from './progress';
import { recordSeen } from './replicas';
import { stopEditAlarm } from './round-alarm';
import { withRoundLock } from './round-lock';
import { isDue, loadSchedule, type NetworkState, recordRound } from './schedule';
import { onStop } from './stop-rounds';

/** What a round may be given. `isApproved`: the reader has agreed to what a preview showed. */
export type RoundOptions = {
  /** The reader's own where it is not said. */
  vault?: VaultName;
  trigger: RoundTrigger;
  isApproved?: boolean;
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
  /** What the connection leads to, where it is not what it says: for tests. */
  open?: (connection: Connection) => Remote;
};

/**
 * Makes a round now, after the one that may be running, and adds it to the history; its failure is in the row. Throws
 * only where nothing is connected, or the database fails.
 */
export async function runVaultRound(options: RoundOptions): Promise<RoundRow> {
  const row = await withRoundLock(() => runLocked(options), { wait: true });
  if (!row) throw new AppError('unexpected', { detail: 'no lock' });
  return row;
}

/**
 * Makes a round if one may begin by itself now (see `isDue`); `null` where none does: nothing is connected, it is not
 * time, the network is away or metered, one is running, or the folder's right lives in another page.
 */
export async function runDueRound(
  trigger: Exclude<RoundTrigger, 'click'>,
  options: { vault?: VaultName; network?: NetworkState; nowMs?: number; open?: RoundOptions['open'] } = {},
): Promise<RoundRow | null> {
  const { vault = 'own' } = options;
  const connection = await loadConnection(vault);
  if (!connection) return null;
  const { network = readNetwork(connection), nowMs = Date.now() } = options;
  const schedule = await loadSchedule(vault);
  const canReach = await hasAccess(connection);
  if (connection.kind === 'folder' && !canReach) return null;
  // The reader may have given the permission back in the browser's own settings.
  const isMended = schedule.waitsFor === 'remote-permission' && canReach;
  const present = isMended ? { ...schedule, waitsFor: null, failures: 0, nextAt: null } : schedule;
  if (!isDue(present, trigger, nowMs, network)) return null;
  return withRoundLock(() => runLocked({ vault, trigger, ...(options.open && { open: options.open }) }), {
    wait: false,
  });
}

/** Makes the rounds that are due in each vault that is connected, one after the other. */
export async function runDueRounds(trigger: Exclude<RoundTrigger, 'click'>): Promise<void> {
  for (const vault of await listConnected()) {
    // The edit was in the other vault, or has been sent meanwhile.
    const isIdle = trigger === 'edit' && (await createDexieStore(vault).countPending()) === 0;
    if (!isIdle) await runDueRound(trigger, { vault });
  }
}

/** Removes the progress of rounds whose worker was killed, and tells pages of what such a round had taken in. */
export async function clearStaleProgress(): Promise<void> {
  const vaults = await listConnected();
  const clear = async () => {
    const left = await Promise.all(vaults.map((vault) => loadProgress(vault)));
    if (left.some((progress) => progress !== null)) await publishAllPages(Date.now());
    for (const vault of vaults) await dropMeta(PROGRESS_KEY, vault);
  };
  await withRoundLock(clear, { wait: false });
}

async function runLocked(options: RoundOptions): Promise<RoundRow> {
  const { vault = 'own', trigger, isApproved = false, signal, onProgress, open = openRemote } = options;
  const connection = await requireConnection(vault);
  const startedAt = Date.now();
  const stop = new AbortController();
  const over = new AbortController();
  onStop(() => stop.abort(), over.signal);
  const progress = createProgress(vault, startedAt, onProgress);
  const awake = setInterval(() => void browser.runtime.getPlatformInfo(), AWAKE_MS);
  let outcome: Pick<RoundRow, 'state' | 'report' | 'code' | 'detail'>;
  let hasApplied = false;
  try {
    if (!(await hasAccess(connection))) throw new AppError('remote-permission');
    await recordSeen(startedAt, vault);
    const report = await runRound({
      remote: open(connection),
      store: createDexieStore(vault),
      keyring: await loadKeyring(vault),
      codec: webCodec,
      random: Math.random,
      isApproved,
      signal: signal ? AbortSignal.any([signal, stop.signal]) : stop.signal,
      onProgress: (step) => {
        hasApplied ||= step.phase === 'apply';
        progress.show(step);
      },
    });
    outcome = { state: report.state, report, code: null, detail: '' };
  } catch (thrown) {
    const isStopped = stop.signal.aborted || signal?.aborted;
    outcome = isStopped
      ? { state: 'stopped', report: null, code: null, detail: '' }
      : { state: 'failed', report: null, ...describeFailure(thrown) };
  } finally {
    clearInterval(awake);
    over.abort();
    await progress.end();
  }
  const { added = 0, updated = 0 } = outcome.report?.pulled ?? {};
  // What was taken in stays, however the round ended.
  if (outcome.report ? added + updated > 0 : hasApplied) await publishAllPages(Date.now());
  const row = { startedAt, endedAt: Date.now(), trigger, ...outcome };
  await recordRound(row, Math.random, vault);
  if (row.state === 'done' && (await hasNothingToSend())) await stopEditAlarm();
  return addRound(row, vault);
}

/** Whether no vault has an edit that waits: one may have come in during the round, or be the other vault's. */
async function hasNothingToSend(): Promise<boolean> {
  const connected = await listConnected();
  const waiting = await Promise.all(connected.map((vault) => createDexieStore(vault).countPending()));
  return waiting.every((count) => count === 0);
}

/** Chromium ends a worker that has called nothing of the browser for 30 s, also one that waits for a slow server. */
const AWAKE_MS = 20_000;

/** Code and detail for the history. Only failures that were translated may speak: others could quote anything. */
function describeFailure(thrown: unknown): Pick<RoundRow, 'code' | 'detail'> {
  const { code, detail } = toAppError(thrown);
  return { code, detail: thrown instanceof AppError ? detail : '' };
}

const EVERY_MS = 250;

function createProgress(vault: VaultName, startedAt: number, onProgress: RoundOptions['onProgress']) {
  let shownAt = Number.NEGATIVE_INFINITY;
  let shown: string | null = null;
  let writing: Promise<void> = Promise.resolve();
  return {
    show(progress: Progress): void {
      onProgress?.(progress);
      const now = performance.now();
      if (progress.phase === shown && now < shownAt + EVERY_MS) return;
      shownAt = now;
      shown = progress.phase;
      // Not to be shown is no failure of the round: where the database has one, the round meets it itself.
      writing = writing.then(() => saveMeta(PROGRESS_KEY, { startedAt, progress }, vault)).catch(() => {});
    },
    async end(): Promise<void> {
      await writing;
      await dropMeta(PROGRESS_KEY, vault);
    },
  };
}
