/** What the steps of one round share: the parts it was given, its limits, and the account it gives in the end. */
import { AppError } from '@/lib/model/app-error';
import type { Codec } from './codec';
import { countRequests } from './count-requests';
import type { Remote } from './remote';
import { emptyReport, type Progress, type RoundReport } from './round-report';
import type { VaultKey } from './seal';
import type { SyncStore } from './store';

/** Numbers that a simulation may lower. */
export type RoundLimits = {
  /** All folders are looked at once in this many rounds. */
  deepEvery: number;
  /** Rounds in which a folder may differ from its head before we stop asking. */
  tries: number;
  /**
   * Listings in a row without a foreign segment that make it lost: at least this many, and up to `patienceSpread` more.
   */
  patience: number;
  patienceSpread: number;
  /** Listings of our own folder in a row without a segment of ours that make it lost. */
  ownPatience: number;
  /** Bytes of files whose changes are kept between reading them for the preview and applying them; in memory they are many times that. */
  heldBytes: number;
  /** The reader is asked before more than this share, or this number, of notes change. */
  askShare: number;
  askLeast: number;
  askNotes: number;
};

/** As the product runs. */
const ROUND_LIMITS: RoundLimits = {
  deepEvery: 20,
  tries: 3,
  patience: 3,
  patienceSpread: 4,
  ownPatience: 2,
  heldBytes: 256 * 1024,
  askShare: 0.2,
  askLeast: 10,
  askNotes: 1_000,
};

/** What a round is given. Time and chance come from outside. */
export type RoundTools = {
  remote: Remote;
  store: SyncStore;
  /** Keys of the vault; empty where it is not encrypted. */
  keyring: readonly VaultKey[];
  codec: Codec;
  /** A number from 0 up to, not including, 1. */
  random: () => number;
  /** The reader has agreed to what a preview showed, or to any. */
  isApproved?: boolean;
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
  limits?: Partial<RoundLimits>;
};

/** One running round. */
export type Round = Required<Omit<RoundTools, 'signal' | 'limits' | 'isApproved'>> & {
  limits: RoundLimits;
  isApproved: boolean;
  signal: AbortSignal | undefined;
  report: RoundReport;
};

/** A round at its beginning. Its remote counts requests and bytes, and stops at the signal. */
export function startRound(tools: RoundTools): Round {
  const report = emptyReport();
  return {
    store: tools.store,
    keyring: tools.keyring,
    codec: tools.codec,
    random: tools.random,
    isApproved: tools.isApproved ?? false,
    onProgress: tools.onProgress ?? (() => {}),
    signal: tools.signal,
    limits: { ...ROUND_LIMITS, ...tools.limits },
    report,
    remote: countRequests(tools.remote, report, tools.signal),
  };
}

/** The patience for one foreign segment: different on each replica, so that not all rescue the same at once. */
export function drawPatience({ limits, random }: Round): number {
  return limits.patience + Math.floor(random() * limits.patienceSpread);
}

/** Whether a failure concerns one file only, so that the round can go on with the others. */
export function isOfOneFile(thrown: unknown): boolean {
  return (
    thrown instanceof AppError && (thrown.code === 'remote-failed' || thrown.code === 'remote-too-large')
  );
}
