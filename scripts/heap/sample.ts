/** How much memory the extension's worker holds while it works. */
import type { Browser, CDPSession, Target } from 'puppeteer-core';

const EVERY_MS = 200;
const PATIENCE_MS = 5_000;

/** What V8 says of a worker, bytes: objects, and what stands outside the heap for them (text of answers, buffers). */
type HeapUsage = { usedSize: number; embedderHeapUsedSize?: number; backingStorageSize?: number };

/** The most that was seen, bytes, each for itself and all together. */
export type HeapPeak = { used: number; embedder: number; backing: number; all: number; samples: number };

/** Asks the worker every 200 ms, whichever is running, until `stop`, which returns the most that was seen since. */
export function sampleHeap(browser: Browser): { stop(): Promise<HeapPeak> } {
  const peak: HeapPeak = { used: 0, embedder: 0, backing: 0, all: 0, samples: 0 };
  let isOver = false;
  const sessions = new Map<Target, CDPSession>();
  const ask = async () => {
    const target = findWorker(browser);
    if (!target) return;
    const session = sessions.get(target) ?? (await target.createCDPSession());
    sessions.set(target, session);
    const usage = await orNothing(session.send('Runtime.getHeapUsage'));
    if (usage) note(peak, usage);
  };
  const sampling = (async () => {
    while (!isOver) {
      await ask().catch(isWorkerGone);
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
    for (const session of sessions.values()) await orNothing(session.detach().catch(isWorkerGone));
  })();
  return {
    async stop() {
      isOver = true;
      await sampling;
      return peak;
    },
  };
}

/** The worker that runs now, if one does. */
export function findWorker(browser: Browser): Target | null {
  return browser.targets().findLast((target) => target.type() === 'service_worker') ?? null;
}

/** Who is killed while it is asked answers never. */
async function orNothing<T>(answer: Promise<T>): Promise<T | null> {
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
  void answer.catch(isWorkerGone);
  return Promise.race([answer, late]);
}

/** A worker may end while it is asked: the next one is asked then. */
function isWorkerGone(thrown: unknown): boolean {
  if (/closed|detached|No target|Session|timed out/i.test(String(thrown))) return true;
  throw thrown;
}

function note(peak: HeapPeak, usage: HeapUsage): void {
  const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = usage;
  peak.samples += 1;
  peak.used = Math.max(peak.used, usedSize);
  peak.embedder = Math.max(peak.embedder, embedderHeapUsedSize);
  peak.backing = Math.max(peak.backing, backingStorageSize);
  peak.all = Math.max(peak.all, usedSize + embedderHeapUsedSize + backingStorageSize);
}
