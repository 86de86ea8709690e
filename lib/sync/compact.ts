/**
 * Merging of our own segments by size tiers, so that a listing stays short however long a vault lives. Nothing
 * waits for it and nobody else takes part.
 */
import { rewriteSegment } from './push';
import type { Round } from './round-context';
import { SEGMENT_LIMITS } from './segment';
import type { OwnSegment } from './store';

const KB = 1024;

/**
 * Adjacent segments below `below` bytes are merged when `least` of them are `from` bytes or more, up to `most` bytes
 * together; smaller ones among them come along. Counting those too would write a large one anew for a few small
 * ones, again and again (measured over a year of daily use: seven times the bytes).
 */
const TIERS = [
  { from: 0, below: 8 * KB, least: 8, most: 512 * KB },
  { from: 8 * KB, below: 64 * KB, least: 8, most: 512 * KB },
  { from: 64 * KB, below: 256 * KB, least: 4, most: 1024 * KB },
] as const;

/**
 * What runs together hold before compression: readers refuse what unpacks to too much, and they keep one segment in
 * memory. Notes that are much alike pack to a tenth and less, so the size of the files does not tell.
 */
const MOST_RAW = 2 * SEGMENT_LIMITS.rawBytes;

/** For a segment of which it is not known how much it holds. */
const LIKELY_RATIO = 4;

const MOST_MERGES = 4;

/** Merges what is ripe; in a deep round also writes anew large segments most of whose changes no longer stand. */
export async function mergeSegments(round: Round, replica: string): Promise<void> {
  for (let merges = 0; merges < MOST_MERGES; merges += 1) {
    const rows = (await round.store.listOwn()).sort((a, b) => a.from - b.from);
    // Merging leaves out what newer changes replaced: those have to be there first.
    if ((await round.store.countPending()) > 0) return;
    // A rewriting on its way covers some of these: first it has to arrive.
    if (rows.some((row) => row.state === 'intended')) return;
    const verified = rows.filter((row) => row.state === 'verified');
    const ripe = findRipe(verified) ?? (round.report.isDeep ? await findHollow(round, verified) : null);
    if (!ripe) return;
    round.onProgress({ phase: 'tidy', done: merges, total: null });
    if (!(await rewriteSegment(round, replica, ripe))) return;
    round.report.merged += ripe.length;
  }
}

/** The first run of segments that a tier wants merged; `null` where there is none. `rows` are in order of `from`. */
export function findRipe(rows: OwnSegment[]): OwnSegment[] | null {
  for (const { from, below, least, most } of TIERS) {
    const isRipe = (run: OwnSegment[]) => run.filter(({ size }) => size >= from).length >= least;
    let run: OwnSegment[] = [];
    let bytes = 0;
    let raw = 0;
    for (const row of rows) {
      const rowRaw = row.rawBytes ?? row.size * LIKELY_RATIO;
      if (row.size >= below || bytes + row.size > most || raw + rowRaw > MOST_RAW) {
        if (isRipe(run)) return run;
        run = [];
        bytes = 0;
        raw = 0;
      }
      if (row.size >= below) continue;
      run.push(row);
      bytes += row.size;
      raw += rowRaw;
    }
    if (isRipe(run)) return run;
  }
  return null;
}

async function findHollow(round: Round, rows: OwnSegment[]): Promise<OwnSegment[] | null> {
  for (const row of rows) {
    if (row.count < 8) continue;
    if ((await round.store.countNumbered(row.from, row.to)) * 2 < row.count) return [row];
  }
  return null;
}
