/** Builders of what the Sync section shows: name what the case is about, the rest is ordinary. */
import type { Known, Round, Schedule } from '@/components/sync/sync-state';
import { emptyReport, type Preview, type RoundReport } from '@/lib/sync/round-report';
import type { Connection } from '@/lib/vault/connection';

/** The moment at which the tests look: half past two in the afternoon. */
export const NOW = new Date(2026, 8, 18, 14, 30).getTime();

export const WEBDAV = {
  kind: 'webdav',
  url: 'https://cloud.example/remote.php/dav/files/ada/Sidelight',
  user: 'ada',
  password: 'plum-7',
} as const satisfies Connection;

function makePreview(fields: Partial<Preview> = {}): Preview {
  const named = { added: [], updated: [], hidden: [], conflicts: [] };
  return { added: 0, updated: 0, hidden: 0, conflicts: 0, named, here: 3, toSend: 0, ...fields };
}

export function makeReport(fields: Partial<RoundReport> = {}): RoundReport {
  return { ...emptyReport(), requests: 1, bytesDown: 400, ...fields };
}

/** A round that ended ten minutes ago. */
export function makeRound(fields: Partial<Round> = {}): Round {
  return {
    startedAt: NOW - 10 * 60_000 - 800,
    endedAt: NOW - 10 * 60_000,
    trigger: 'alarm',
    state: 'done',
    report: makeReport(),
    code: null,
    detail: '',
    ...fields,
  };
}

/** A round that asks first. */
export function makeAsking(preview: Partial<Preview> = {}): Round {
  return makeRound({ state: 'asks', report: makeReport({ state: 'asks', preview: makePreview(preview) }) });
}

export function makeSchedule(fields: Partial<Schedule> = {}): Schedule {
  return { isPaused: false, nextAt: NOW + 5 * 60_000, failures: 0, ...fields };
}

export function makeKnown(fields: Partial<Known> = {}): Known {
  return {
    rounds: [makeRound()],
    schedule: makeSchedule(),
    progress: null,
    toSend: 0,
    isOnline: true,
    ...fields,
  };
}
