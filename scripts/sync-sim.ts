/**
 * `npm run sync:sim`: vaults that fail in every way, by the hundred. `-- --nightly` for ten times as many and larger
 * ones, `-- --seed N` for one of them with a log of what happened, `-- --from N` for other seeds.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { joinSums, runSeeds, type SimSum, seedsFrom } from '../tests/sim/run-seeds.ts';
import type { SimOptions } from '../tests/sim/simulate.ts';

/** What one thread is to run. */
type Work = { seeds: number[]; options: SimOptions };

if (isMainThread) await main();
else {
  const { seeds, options } = workerData as Work;
  parentPort?.postMessage(await runSeeds(seeds, options));
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      nightly: { type: 'boolean', default: false },
      seed: { type: 'string' },
      from: { type: 'string', default: '1' },
    },
  });
  const size = values.nightly ? { replicas: 6, changes: 200 } : { replicas: 4, changes: 120 };
  const started = performance.now();
  const sum = values.seed
    ? await runSeeds([Number(values.seed)], { ...size, log: (line) => console.log(line) })
    : await runOnAllCores({
        seeds: seedsFrom(Number(values.from), values.nightly ? 2_000 : 150),
        options: size,
      });
  print(sum, size, (performance.now() - started) / 1000);
  process.exitCode = sum.bad.length > 0 ? 1 : 0;
}

async function runOnAllCores({ seeds, options }: Work): Promise<SimSum> {
  const threads = Math.min(availableParallelism(), seeds.length);
  const shares = Array.from({ length: threads }, (_, thread) =>
    seeds.filter((_, at) => at % threads === thread),
  );
  return joinSums(await Promise.all(shares.map((share) => runInThread({ seeds: share, options }))));
}

function runInThread(work: Work): Promise<SimSum> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: work });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

function print(sum: SimSum, size: SimOptions, seconds: number): void {
  const faults = [...sum.faults].sort(([, a], [, b]) => b - a);
  console.table({
    vaults: sum.seeds,
    'replicas in each': size.replicas,
    changes: sum.changes,
    'texts confirmed': sum.texts,
    'faults injected': faults.reduce((all, [, count]) => all + count, 0),
    rounds: sum.rounds,
    requests: sum.requests,
    'texts lost': sum.lost,
    'vaults diverged': sum.diverged,
    'invariants broken': sum.broken,
    'texts excused (only on a machine that was lost)': sum.excused,
    seconds: Math.round(seconds),
  });
  console.table(Object.fromEntries(faults));
  for (const { seed, lost, diverged, broken } of sum.bad) {
    console.log(`seed ${seed}: ${broken ?? `lost ${lost.length}, diverged ${diverged.length}`}`);
  }
}
