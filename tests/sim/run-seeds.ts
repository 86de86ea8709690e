import { type SimOptions, type SimOutcome, simulate } from './simulate';

/** What many lives came to. */
export type SimSum = {
  seeds: number;
  changes: number;
  texts: number;
  /** Texts that were only on a machine that was lost. */
  excused: number;
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
  const sums: SimSum[] = [];
  for (const seed of seeds) sums.push(toSum(await simulate(seed, options)));
  return joinSums(sums);
}

/** What all of these came to together. */
export function joinSums(sums: readonly SimSum[]): SimSum {
  const add = (
    key: 'seeds' | 'changes' | 'texts' | 'excused' | 'lost' | 'diverged' | 'broken' | 'rounds' | 'requests',
  ) => sums.reduce((all, sum) => all + sum[key], 0);
  const faults = new Map<string, number>();
  for (const [fault, count] of sums.flatMap((sum) => [...sum.faults])) {
    faults.set(fault, (faults.get(fault) ?? 0) + count);
  }
  return {
    seeds: add('seeds'),
    changes: add('changes'),
    texts: add('texts'),
    excused: add('excused'),
    lost: add('lost'),
    diverged: add('diverged'),
    broken: add('broken'),
    rounds: add('rounds'),
    requests: add('requests'),
    faults,
    bad: sums.flatMap((sum) => sum.bad),
  };
}

function toSum(outcome: SimOutcome): SimSum {
  return {
    ...outcome,
    seeds: 1,
    lost: outcome.lost.length,
    diverged: outcome.diverged.length > 0 ? 1 : 0,
    broken: outcome.broken === null ? 0 : 1,
    faults: new Map(outcome.faults),
    bad: isBad(outcome) ? [outcome] : [],
  };
}

/** Whether a life lost a text, ended with differing replicas, or broke an invariant. */
export function isBad(outcome: SimOutcome): boolean {
  return outcome.lost.length > 0 || outcome.diverged.length > 0 || outcome.broken !== null;
}

/** Whole numbers from `from` on. */
export function seedsFrom(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, at) => from + at);
}
