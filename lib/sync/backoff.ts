/** When the next round may begin by itself after one that failed. Pure: the clock and chance are given. */
import type { ErrorCode } from '@/lib/model/app-error';

const FIRST_MS = 30_000;
const MOST_MS = 30 * 60_000;

/**
 * Failures that no waiting mends: rounds stop until the reader has done something about them (another password, an
 * update, a permission). Anything else may go away by itself, even a page that answers instead of the remote, as a
 * hotel's network does until one leaves.
 */
const NEEDS_READER: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'remote-denied',
  'remote-permission',
  'vault-missing',
  'vault-other',
  'vault-newer',
  'vault-locked',
  'passphrase-wrong',
  'passphrase-weak',
  'database-newer',
]);

/** Whether rounds wait for the reader after this failure. */
export function needsReader(code: ErrorCode): boolean {
  return NEEDS_READER.has(code);
}

/**
 * How long to wait after so many failures in a row (1, 2, …), in milliseconds: from 30 s, twice as long each time, up
 * to 30 min. Chance moves it within its upper half, so that many machines do not come back at once.
 */
export function computeDelayMs(failures: number, random: () => number): number {
  const longest = Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(Math.max(0, failures), 20));
  return Math.round(longest / 2 + (random() * longest) / 2);
}
