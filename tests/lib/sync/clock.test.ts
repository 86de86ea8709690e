import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextStamp, observeStamp, toMs } from '@/lib/sync/clock';

/** Up to some hundred years ahead: those at the very end are nobody's. */
const stamps = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER - 2 ** 40 });

describe('nextStamp', () => {
  it.each([
    { last: 0, nowMs: 1_000, next: 1_024_000, because: 'the wall clock is ahead' },
    { last: 2_048_000, nowMs: 1_000, next: 2_048_001, because: 'the wall clock was set back' },
    { last: 1_024_000, nowMs: 1_000, next: 1_024_001, because: 'two changes fall into one millisecond' },
    { last: 0, nowMs: 0.5, next: 512, because: 'a stamp is a whole number' },
    {
      last: Number.MAX_SAFE_INTEGER,
      nowMs: 0,
      next: Number.MAX_SAFE_INTEGER,
      because: 'it stops where whole numbers do',
    },
  ])('gives $next when $because', ({ last, nowMs, next }) => {
    expect(nextStamp(last, nowMs)).toBe(next);
  });

  it('is later than every stamp given or seen', () => {
    fc.assert(
      fc.property(stamps, stamps, fc.integer({ min: 0, max: 4e12 }), (last, seen, nowMs) => {
        const clock = observeStamp(last, seen);
        expect(nextStamp(clock, nowMs)).toBeGreaterThan(last);
        expect(nextStamp(clock, nowMs)).toBeGreaterThan(seen);
      }),
    );
  });

  it('does not follow a stamp after which there is none', () => {
    expect(observeStamp(7, Number.MAX_SAFE_INTEGER)).toBe(7);
    expect(nextStamp(observeStamp(7, Number.MAX_SAFE_INTEGER), 0)).toBe(8);
  });

  it('keeps the moment when the wall clock is ahead', () => {
    const now = Date.UTC(2026, 10, 23);
    expect(toMs(nextStamp(0, now))).toBe(now);
  });
});
