/**
 * Runs our code on somebody else's page. Whatever it throws ends at `fail`, which takes our paint away:
 * nothing of ours may reach the page's console, and no listener outlives its signal.
 */
export type Guard = ReturnType<typeof createGuard>;

/** Guards what runs until the signal aborts. */
export function createGuard(signal: AbortSignal, fail: () => void) {
  /** The function with its failures caught, and silent once the signal has aborted. */
  const guarded =
    <Args extends unknown[]>(run: (...args: Args) => unknown) =>
    async (...args: Args): Promise<void> => {
      try {
        if (!signal.aborted) await run(...args);
      } catch {
        // What fails of a visit that has ended harms nobody.
        if (!signal.aborted) fail();
      }
    };
  return {
    signal,
    fail,
    guarded,
    /** Listens without ever holding the page up: first in line and passive. */
    listen<Name extends keyof WindowEventMap>(
      target: EventTarget,
      names: Name[],
      heard: (event: WindowEventMap[Name]) => unknown,
    ): void {
      const listener = guarded(heard) as unknown as EventListener;
      for (const name of names)
        target.addEventListener(name, listener, { capture: true, passive: true, signal });
    },
    /** Runs after a time; the answer cancels it. */
    later(delayMs: number, run: () => unknown): () => void {
      const timer = setTimeout(guarded(run), delayMs);
      return () => clearTimeout(timer);
    },
    /** Runs when the signal aborts. */
    atEnd(run: () => void): void {
      signal.addEventListener('abort', run, { once: true });
    },
  };
}
