import type { ErrorCode } from '@/lib/model/app-error';
import { needsReader } from '@/lib/sync/backoff';
import type { Progress, RoundReport } from '@/lib/sync/round-report';

/** A round that was made, as the history keeps it. */
export type Round = {
  startedAt: number;
  endedAt: number;
  trigger: 'start' | 'edit' | 'alarm' | 'online' | 'click';
  state: 'done' | 'asks' | 'failed' | 'stopped';
  report: RoundReport | null;
  code: ErrorCode | null;
  detail: string;
};

/** When rounds are made. */
export type Schedule = { isPaused: boolean; nextAt: number | null; failures: number };

/** What is known of sync at a moment. `rounds`: newest first. */
export type Known = {
  rounds: readonly Round[];
  schedule: Schedule;
  progress: Progress | null;
  /** Changes that wait to be sent. */
  toSend: number;
  isOnline: boolean;
};

/** How it stands, the most pressing thing first. */
export type SyncState =
  | { state: 'syncing'; progress: Progress }
  | { state: 'asks'; round: Round }
  | { state: 'paused' }
  | { state: 'failed'; round: Round }
  /** It failed, and another try is made by itself. */
  | { state: 'waits'; round: Round }
  | { state: 'offline' }
  | { state: 'stopped' }
  | { state: 'toSend'; count: number }
  | { state: 'never' }
  | { state: 'inStep'; asOf: number };

/** Decides how it stands. A failure to reach the storage is none while the machine is offline. */
export function decideState({ rounds, schedule, progress, toSend, isOnline }: Known): SyncState {
  const [latest] = rounds;
  if (progress) return { state: 'syncing', progress };
  if (schedule.isPaused) return { state: 'paused' };
  if (latest?.state === 'asks') return { state: 'asks', round: latest };
  const isOnlyAway = !isOnline && latest?.code === 'remote-unreachable';
  if (latest?.state === 'failed' && !isOnlyAway)
    return { state: latest.code && !needsReader(latest.code) ? 'waits' : 'failed', round: latest };
  if (!isOnline) return { state: 'offline' };
  if (latest?.state === 'stopped') return { state: 'stopped' };
  if (toSend > 0) return { state: 'toSend', count: toSend };
  if (!latest) return { state: 'never' };
  return { state: 'inStep', asOf: latest.endedAt };
}
