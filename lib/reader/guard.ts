/**
 * Runs our code on somebody else's page. Whatever it throws ends at `fail`, which takes our paint away:
 * nothing of ours may reach the page's console, and a listener never outlives its session.
 */
export type Guard = {
  signal: AbortSignal;
  fail: (thrown: unknown) => void;
};

/** The function with its failures caught, and silent once the session has ended. */
export function guarded<Args extends unknown[]>(
  { signal, fail }: Guard,
  run: (...args: Args) => unknown,
): (...args: Args) => void {
  return (...args) => {
    if (signal.aborted) return;
    try {
      const result = run(...args);
      if (result instanceof Promise) result.catch(fail);
    } catch (thrown) {
      fail(thrown);
    }
  };
}

/** Listens without ever holding the page up: first in line, passive, until the session ends. */
export function listen<Name extends keyof WindowEventMap>(
  guard: Guard,
  target: EventTarget,
  name: Name,
  heard: (event: WindowEventMap[Name]) => unknown,
): void {
  target.addEventListener(name, guarded(guard, heard) as EventListener, {
    capture: true,
    passive: true,
    signal: guard.signal,
  });
}

/** Runs after a time, unless the session ends before or the answer is called. */
export function later(guard: Guard, delayMs: number, run: () => unknown): () => void {
  const timer = setTimeout(guarded(guard, run), delayMs);
  return () => clearTimeout(timer);
}
