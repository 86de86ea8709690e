import { describe, expect, it } from 'vitest';
import { findRipe } from '@/lib/sync/compact';
import { SEGMENT_LIMITS } from '@/lib/sync/segment';
import type { OwnSegment } from '@/lib/sync/store';

const KB = 1024;

function makeSegment(at: number, part: Partial<OwnSegment> = {}): OwnSegment {
  return {
    ...{
      sha: String(at).padStart(32, '0'),
      folder: 's/0',
      from: at * 10 + 1,
      to: at * 10 + 10,
      size: KB,
      count: 10,
    },
    ...{ state: 'verified', replaces: [], misses: 0, ...part },
  };
}

const makeRow = (count: number, part: Partial<OwnSegment>) =>
  Array.from({ length: count }, (_, at) => makeSegment(at, part));

describe('findRipe', () => {
  it('merges eight small ones that stand side by side, and no seven', () => {
    expect(findRipe(makeRow(7, {}))).toBeNull();
    expect(findRipe(makeRow(8, {}))).toHaveLength(8);
  });

  it('leaves apart what packs well but would be too much to unpack at once', () => {
    const part = { size: 70 * KB, rawBytes: SEGMENT_LIMITS.rawBytes };
    expect(findRipe(makeRow(50, part))).toBeNull();
    expect(findRipe(makeRow(50, { ...part, rawBytes: 200 * KB }))).not.toBeNull();
  });

  it('never makes one that its readers refuse, whatever the sizes', () => {
    for (const rawBytes of [10 * KB, 300 * KB, 900 * KB, 2_000 * KB]) {
      for (const size of [KB, 20 * KB, 100 * KB, 250 * KB]) {
        const run = findRipe(makeRow(200, { size, rawBytes })) ?? [];
        const raw = run.reduce((all, row) => all + (row.rawBytes ?? 0), 0);
        expect(raw).toBeLessThan(SEGMENT_LIMITS.unpackedBytes / 4);
      }
    }
  });

  it('goes on merging beside one that may not grow any more', () => {
    const large = makeSegment(0, { size: 5 * KB, rawBytes: 2 * SEGMENT_LIMITS.rawBytes });
    const small = makeRow(8, { rawBytes: 4 * KB }).map((row, at) => ({ ...row, from: 100 + at }));
    expect(findRipe([large, ...small])).toEqual(small);
  });
});
