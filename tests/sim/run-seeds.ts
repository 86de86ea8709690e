import { type SimOptions, type SimOutcome, simulate } from './simulate';

/** What many lives came to. */
export type SimSum = {
  seeds: number;
  changes: number;
  texts: number;
  lost: number;
  diverged: number;
  broken: number;
  rounds: number;
  requests: number;
  faults: Map<string, number>;
  /** The lives that went wrong: run their seed again with a log. */
  bad: SimOutcome[];
};

/** Runs the lives of these seeds, one after the other. */
export async function runSeeds(seeds: readonly number[], options: SimOptions): Promise<SimSum> {
  const sum: SimSum = {
    seeds: 0,
    changes: 0,
    texts: 0,
    lost: 0,
    diverged: 0,
    broken: 0,
    rounds: 0,
    requests: 0,
    faults: new Map(),
    bad: [],
  };
  for (const seed of seeds) {
    const outcome = await simulate(seed, options);
    sum.seeds += 1;
    sum.changes += outcome.changes;
    sum.texts += outcome.texts;
    sum.lost += outcome.lost.length;
    sum.diverged += outcome.diverged.length > 0 ? 1 : 0;
    sum.broken += outcome.broken === null ? 0 : 1;
    sum.rounds += outcome.rounds;
    sum.requests += outcome.requests;
    for (const [fault, count] of outcome.faults) sum.faults.set(fault, (sum.faults.get(fault) ?? 0) + count);
    if (isBad(outcome)) sum.bad.push(outcome);
  }
  return sum;
}

/** Whether a life lost a text, ended with differing replicas, or broke an invariant. */
export function isBad(outcome: SimOutcome): boolean {
  return outcome.lost.length > 0 || outcome.diverged.length > 0 || outcome.broken !== null;
}

/** Whole numbers from `from` on. */
export function seedsFrom(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, at) => from + at);
}
