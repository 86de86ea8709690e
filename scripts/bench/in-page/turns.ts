/** Hears of each turn that the reader gives the page, whichever way of the scheduler it takes. */

type Scheduler = Record<'yield' | 'postTask', (...args: unknown[]) => Promise<unknown>>;

/** Calls `leave` before each turn and `resume` after it, until the answer is called. */
export function watchTurns(leave: () => void, resume: () => void): () => void {
  const { scheduler } = globalThis as unknown as { scheduler: Scheduler };
  const native = { yield: scheduler.yield, postTask: scheduler.postTask };
  for (const way of ['yield', 'postTask'] as const) {
    scheduler[way] = async (...args) => {
      leave();
      await native[way].apply(scheduler, args);
      resume();
    };
  }
  return () => Object.assign(scheduler, native);
}
