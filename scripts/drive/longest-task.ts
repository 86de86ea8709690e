import type { Page } from 'puppeteer-core';

/** A task of a thread in a trace of Chromium. `tdur`: microseconds of the thread's own time. */
type Traced = { name: string; pid: number; tid: number; tdur?: number; args?: { name?: string } };

/**
 * Runs work in a page of Chromium. Returns the longest task that a page's thread did meanwhile, in milliseconds of its own time: a machine that is
 * busy with others makes it no longer.
 */
export async function findLongestTask(page: Page, work: () => Promise<void>): Promise<number> {
  await page.tracing.start({ categories: ['-*', 'toplevel', '__metadata'] });
  const traced = await work().then(
    () => page.tracing.stop(),
    async (thrown) => {
      await page.tracing.stop();
      throw thrown;
    },
  );
  const { traceEvents } = JSON.parse(new TextDecoder().decode(traced)) as { traceEvents: Traced[] };
  const toThread = ({ pid, tid }: Traced) => `${pid} ${tid}`;
  const names = traceEvents.filter(({ name, args }) => name === 'thread_name' && args?.name === PAGE_THREAD);
  const threads = new Set(names.map(toThread));
  const tasks = traceEvents.filter((traced) => threads.has(toThread(traced)));
  return tasks.reduce((longest, { tdur = 0 }) => Math.max(longest, tdur / 1_000), 0);
}

/** What Chromium calls the thread that a page's scripts run in. */
const PAGE_THREAD = 'CrRendererMain';
