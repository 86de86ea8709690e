import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeDelayMs, needsReader } from '@/lib/sync/backoff';

const MINUTE = 60_000;

describe('waiting after failures', () => {
  it.each([
    [1, 30_000, MINUTE],
    [2, MINUTE, 2 * MINUTE],
    [3, 2 * MINUTE, 4 * MINUTE],
    [6, 15 * MINUTE, 30 * MINUTE],
    [1_000, 15 * MINUTE, 30 * MINUTE],
  ])('after failure %i in a row it is between %i and %i ms', (failures, least, most) => {
    expect(computeDelayMs(failures, () => 0)).toBe(least);
    expect(computeDelayMs(failures, () => 1)).toBe(most);
  });

  it('law: never under 30 s, never over 30 min, and with the same chance never shorter after one more failure', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (failures, chance) => {
          const delay = computeDelayMs(failures, () => chance);
          expect(delay).toBeGreaterThanOrEqual(30_000);
          expect(delay).toBeLessThanOrEqual(30 * MINUTE);
          expect(computeDelayMs(failures + 1, () => chance)).toBeGreaterThanOrEqual(delay);
        },
      ),
    );
  });

  it('what only the reader can mend is not tried again', () => {
    for (const code of ['remote-denied', 'vault-locked', 'vault-other', 'remote-permission'] as const)
      expect(needsReader(code), code).toBe(true);
    for (const code of [
      'remote-unreachable',
      'remote-busy',
      'remote-full',
      'remote-skewed',
      'unexpected',
    ] as const)
      expect(needsReader(code), code).toBe(false);
  });
});
