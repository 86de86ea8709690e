/**
 * `npm run sync:sim`: vaults that fail in every way, by the hundred. `-- --nightly` for ten times as many and larger
 * ones, `-- --seed N` for one of them with a log of what happened, `-- --from N` for other seeds.
 */
import { parseArgs } from 'node:util';
import { runSeeds, seedsFrom } from '../tests/sim/run-seeds.ts';

const { values } = parseArgs({
  options: {
    nightly: { type: 'boolean', default: false },
    seed: { type: 'string' },
    from: { type: 'string', default: '1' },
  },
});
const size = values.nightly ? { replicas: 6, changes: 200 } : { replicas: 4, changes: 120 };
const seeds = values.seed
  ? [Number(values.seed)]
  : seedsFrom(Number(values.from), values.nightly ? 2_000 : 150);

const started = performance.now();
const sum = await runSeeds(seeds, {
  ...size,
  ...(values.seed !== undefined && { log: (line: string) => console.log(line) }),
});
const seconds = (performance.now() - started) / 1000;

console.log(`vaults ${sum.seeds}, replicas ${size.replicas}, changes ${sum.changes}, texts ${sum.texts}`);
console.log(`rounds ${sum.rounds}, requests ${sum.requests}, ${seconds.toFixed(1)} s`);
console.table(Object.fromEntries([...sum.faults].sort(([, a], [, b]) => b - a)));
console.log(`faults ${[...sum.faults.values()].reduce((all, count) => all + count, 0)}`);
console.log(`texts lost ${sum.lost}, diverged ${sum.diverged}, invariants broken ${sum.broken}`);
for (const { seed, lost, diverged, broken } of sum.bad) {
  console.log(`seed ${seed}: ${broken ?? `lost ${lost.length}, diverged ${diverged.length}`}`);
}
process.exitCode = sum.bad.length > 0 ? 1 : 0;
