/** A slice of work on the page's own thread: well under the 16 ms of a frame, cold code included. */
const SLICE_MS = 3;

/** Cuts long work into slices, between which the page gets its turn. */
export class Pace {
  #began = performance.now();

  /** Whether the slice is used up and the work should `rest`. */
  isSpent(): boolean {
    return performance.now() - this.#began >= SLICE_MS;
  }

  /** Gives the page its turn and begins the next slice. */
  async rest(): Promise<void> {
    await giveWay();
    this.#began = performance.now();
  }
}

/** Resolves after what waits on the page's thread had its turn. */
export function giveWay(): Promise<void> {
  const scheduler = (globalThis as { scheduler?: { yield?: () => Promise<void> } }).scheduler;
  return scheduler?.yield ? scheduler.yield() : new Promise((resolve) => setTimeout(resolve, 0));
}

/** Resolves after the next frame was drawn, when reading the layout costs nothing; soon in any case. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, 100);
    requestAnimationFrame(() =>
      setTimeout(() => {
        clearTimeout(timer);
        resolve();
      }, 0),
    );
  });
}
