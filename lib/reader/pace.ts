/** A slice of work on the page's own thread: well under the 16 ms of a frame, cold code included. */
const SLICE_MS = 3;

/** Cuts long work into slices, between which the page gets its turn. */
export function createPace() {
  let began = performance.now();
  return {
    /** Whether the slice is used up and the work should `rest`. */
    isSpent: () => performance.now() - began > SLICE_MS,
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

/** Resolves after the next frame was drawn, when reading the layout costs nothing; soon in any case. */
export function nextFrame(): Promise<unknown> {
  return new Promise((resolve) => {
    setTimeout(resolve, 100);
    requestAnimationFrame(() => setTimeout(resolve));
  });
}
