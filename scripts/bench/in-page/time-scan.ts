import { type Known, METHODS, type Method, type Prepared, type Scan } from './methods';

/** Longer than any timer here can err by: a warm sample repeats its scan until it has lasted so long. */
const SAMPLE_MS = 2;
/** How long each way to scan runs before it is timed. */
const WARM_UP_MS = 50;

/**
 * One scan, the first that this tab ever made, without the time in which it waits for storage. Returns milliseconds, and
 * what the scan counted.
 */
export async function timeCold(method: Method, known: Known): Promise<{ ms: number; count: number }> {
  const { scan, next }: Prepared = await METHODS[method](known);
  let ms = 0;
  let count = 0;
  for (let rest: Scan | null = scan; rest; rest = (await next?.()) ?? null) {
    await untilIdle();
    const began = performance.now();
    count += rest();
    ms += performance.now() - began;
  }
  return { ms, count };
}

/** Milliseconds of one scan for each round, all ways to scan in turn within a round, in an order of its own. */
export async function timeWarm(
  methods: readonly Method[],
  rounds: number,
  known: Known,
): Promise<Partial<Record<Method, number[]>>> {
  const scans = new Map<Method, { scan: () => number; repeats: number; samples: number[] }>();
  for (const method of methods) {
    const { scan, next }: Prepared = await METHODS[method](known);
    scan();
    for (let rest = await next?.(); rest; rest = await next?.()) rest();
    scans.set(method, { scan, repeats: warmUp(scan), samples: [] });
    await untilIdle();
  }
  for (let round = 0; round < rounds; round++) {
    for (const { scan, repeats, samples } of shuffled([...scans.values()])) {
      const began = performance.now();
      for (let at = 0; at < repeats; at++) scan();
      samples.push((performance.now() - began) / repeats);
    }
    await untilIdle();
  }
  return Object.fromEntries([...scans].map(([method, { samples }]) => [method, samples]));
}

/** Runs a scan until the engine has had time to optimise it; returns how often it fits into a sample. */
function warmUp(scan: () => number): number {
  const began = performance.now();
  let last = began;
  let quickest = Number.POSITIVE_INFINITY;
  let runs = 0;
  while (last - began < WARM_UP_MS || runs < 2) {
    scan();
    runs++;
    const now = performance.now();
    quickest = Math.min(quickest, Math.max(now - last, 0.005));
    last = now;
  }
  return Math.ceil(SAMPLE_MS / quickest);
}

/** Resolves when the page has nothing better to do. */
export function untilIdle(): Promise<unknown> {
  return new Promise((resolve) => requestIdleCallback(resolve, { timeout: 500 }));
}

function shuffled<Item>(items: Item[]): Item[] {
  for (let last = items.length - 1; last > 0; last--) {
    const other = Math.floor(Math.random() * (last + 1));
    [items[last], items[other]] = [items[other] as Item, items[last] as Item];
  }
  return items;
}
