/**
 * When rounds begin by themselves. Kept in the database, since the worker that waits may be killed meanwhile.
 * Nothing here is secret.
 */
import { z } from 'zod';
import { loadMeta, saveMeta } from '@/lib/db/meta';
import type { RoundRow } from '@/lib/db/rounds';
import type { VaultName } from '@/lib/model/vault-name';
import { computeDelayMs, needsReader } from '@/lib/sync/backoff';

const KEY = 'sync:schedule';

const scheduleSchema = z.object({
  isPaused: z.boolean().catch(false),
  /** No round begins by itself before this moment; `null` where the next one may begin at any time. */
  nextAt: z.number().nullable().catch(null),
  /** Rounds in a row that failed. */
  failures: z.number().int().nonnegative().catch(0),
  /** What the reader has to do something about first (`asks`, or the code of a failure): until then no round begins by itself. */
  waitsFor: z.string().nullable().catch(null),
  /** End of the last round. */
  lastAt: z.number().nullable().catch(null),
});
/** How rounds are scheduled. Times in milliseconds since 1970. */
export type Schedule = z.infer<typeof scheduleSchema>;

const EVERY_MS = 5 * 60_000;
const METERED_MS = 30 * 60_000;
const ASKED_MS = 30 * 60_000;

/** The present schedule. Works inside a live query. */
export async function loadSchedule(vault?: VaultName): Promise<Schedule> {
  const read = scheduleSchema.safeParse((await loadMeta(KEY, vault)) ?? {});
  return read.success ? read.data : scheduleSchema.parse({});
}

/** No round begins by itself until `resume`. A click still makes one. */
export async function pause(vault?: VaultName): Promise<void> {
  await change({ isPaused: true }, vault);
}

/** Rounds begin by themselves again, and the next may begin at once. */
export async function resume(vault?: VaultName): Promise<void> {
  await change({ isPaused: false, nextAt: null, failures: 0, waitsFor: null }, vault);
}

/** Forgets failures and waiting, after the reader has changed something about the connection. */
export async function clearFailures(vault?: VaultName): Promise<void> {
  await change({ nextAt: null, failures: 0, waitsFor: null }, vault);
}

/** A schedule as on a fresh installation. */
export async function resetSchedule(vault?: VaultName): Promise<void> {
  await saveMeta(KEY, scheduleSchema.parse({}), vault);
}

/** Takes a round that has ended into account. */
export async function recordRound(
  row: Omit<RoundRow, 'id'>,
  random: () => number,
  vault?: VaultName,
): Promise<void> {
  const { failures } = await loadSchedule(vault);
  await change({ lastAt: row.endedAt, ...computeNext(row, failures, random) }, vault);
}

function computeNext(
  { state, code, endedAt }: Omit<RoundRow, 'id'>,
  failures: number,
  random: () => number,
): Partial<Schedule> {
  if (state === 'asks') return { failures: 0, waitsFor: 'asks', nextAt: endedAt + ASKED_MS };
  if (state !== 'failed' || !code) return { failures: 0, waitsFor: null, nextAt: endedAt + EVERY_MS };
  const count = failures + 1;
  return needsReader(code)
    ? { failures: count, waitsFor: code, nextAt: null }
    : { failures: count, waitsFor: null, nextAt: endedAt + computeDelayMs(count, random) };
}

/** What the machine says of its network. */
export type NetworkState = { isOffline: boolean; isMetered: boolean };

/**
 * Whether a round may begin by itself now. After a success only the five-minute alarm waits: a new edit, a start or
 * a network that is back may go at once. After a failure nothing may go before its time but a network that is back.
 */
export function isDue(
  schedule: Schedule,
  trigger: RoundRow['trigger'],
  nowMs: number,
  network: NetworkState,
): boolean {
  if (trigger === 'click') return true;
  if (schedule.isPaused || network.isOffline) return false;
  // A question is put again now and then: the vault may have changed so that there is nothing to ask any more.
  if (schedule.waitsFor === 'asks') return !isAhead(schedule.nextAt, nowMs);
  if (schedule.waitsFor !== null) return false;
  if (network.isMetered && isAhead(schedule.lastAt && schedule.lastAt + METERED_MS, nowMs)) return false;
  if (schedule.failures > 0 || trigger === 'alarm')
    return trigger === 'online' || !isAhead(schedule.nextAt && schedule.nextAt - SLACK_MS, nowMs);
  return true;
}

/** Nothing waits longer than that: a moment further ahead was written by a clock that has been set right since. */
function isAhead(atMs: number | null, nowMs: number): boolean {
  return atMs !== null && nowMs < atMs && atMs <= nowMs + LONGEST_MS;
}

const LONGEST_MS = 30 * 60_000;

/** An alarm may come a little early, and would then wait for the next one. */
const SLACK_MS = 15_000;

async function change(part: Partial<Schedule>, vault: VaultName | undefined): Promise<void> {
  await saveMeta(KEY, { ...(await loadSchedule(vault)), ...part }, vault);
}
