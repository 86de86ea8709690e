/** Each of these would lose or spoil notes. The simulation has to notice every one, or it is worth nothing. */
import { describe, expect, it } from 'vitest';
import { MUTANTS, type Mutant } from './mutants';
import { isBad, seedsFrom } from './run-seeds';
import { simulate } from './simulate';

const MOST_SEEDS = 150;

describe('the simulation notices', () => {
  it.each(Object.entries<Mutant>(MUTANTS))(
    '%s',
    async (_name, mutant) => {
      for (const seed of seedsFrom(1, MOST_SEEDS)) {
        if (isBad(await simulate(seed, { replicas: 4, changes: 120, mutant }))) return;
      }
      expect.fail(`not noticed in ${MOST_SEEDS} vaults`);
    },
    120_000,
  );
});
