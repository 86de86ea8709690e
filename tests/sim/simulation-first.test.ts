import { expect, it } from 'vitest';
import { runSeeds, seedsFrom } from './run-seeds';

it('75 vaults that fail in every way lose no text and end alike on every replica', async () => {
  const sum = await runSeeds(seedsFrom(1, 75), { replicas: 4, changes: 120 });
  expect(sum.bad).toEqual([]);
  // That much went wrong on the way: a calm simulation would prove nothing.
  expect([...sum.faults.values()].reduce((all, count) => all + count, 0)).toBeGreaterThan(3_000);
  expect(sum.texts).toBeGreaterThan(5_000);
}, 120_000);
