/** A slice of work on the page's own thread: well under the 16 ms of a frame, cold code included. */
const SLICE_MS = 2;
/** Each new paint makes the browser draw the page again, which takes it ten slices where the page is long. */
const SHOW_MS = 100;

/** Cuts long work into slices, between which the page gets its turn. */
export function createPace() {
  let began = performance.now();
  let shown = 0;
  return {
    /** Whether the slice is used up and the work should `rest`. */
    isSpent: () => performance.now() - began > SLICE_MS,
    /** Whether what was found should be shown now: the first at once, more after a while. */
    isShowDue(): boolean {
      const now = performance.now();
      const isDue = now - shown > SHOW_MS;
      if (isDue) shown = now;
      return isDue;
    },
    /**
     * Gives the page its turn and begins the next slice. Not by `scheduler.yield`: what it brings back goes before
     * the page's own timers, which would stand still until a long page is read.
     */
    async rest(): Promise<void> {
      const { scheduler } = globalThis as { scheduler?: { postTask?: (run: () => void) => Promise<void> } };
      await (scheduler?.postTask?.(() => {}) ?? new Promise((resolve) => setTimeout(resolve)));
      began = performance.now();
    },
  };
}

/** Resolves when the target next dispatches the event. */
export function once(target: EventTarget, name: string): Promise<unknown> {
  return new Promise((resolve) => target.addEventListener(name, resolve, { once: true }));
}

/** Resolves after the next frame was drawn, when reading the layout costs nothing; soon in any case. */
export function nextFrame(): Promise<unknown> {
  return new Promise((resolve) => {
    setTimeout(resolve, 100);
    requestAnimationFrame(() => setTimeout(resolve));
  });
}
