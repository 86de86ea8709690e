/**
 * Writes the newest value of a draft, one write at a time: the first at once, and of all that come while a write
 * is under way only the last. So at any moment at most the keystrokes of one write (about a millisecond) are not
 * on disk yet, however fast the reader types and whenever the popup is closed.
 */
export class DraftWriter<Value> {
  readonly #write: (value: Value) => Promise<void>;
  readonly #onError: (thrown: unknown) => void;
  #waiting: { value: Value } | null = null;
  #running: Promise<void> | null = null;

  constructor(write: (value: Value) => Promise<void>, onError: (thrown: unknown) => void) {
    this.#write = write;
    this.#onError = onError;
  }

  /** Takes a newer value. */
  put(value: Value): void {
    this.#waiting = { value };
    this.#running ??= this.#drain();
  }

  /** Starts to write what waits without waiting its turn: the page goes away. The database keeps the order. */
  hurry(): void {
    const waiting = this.#waiting;
    if (waiting === null) return;
    this.#waiting = null;
    void this.#write(waiting.value).catch(this.#onError);
  }

  /** Resolves when nothing is left to write. */
  async settle(): Promise<void> {
    await this.#running;
  }

  async #drain(): Promise<void> {
    while (this.#waiting) {
      const { value } = this.#waiting;
      this.#waiting = null;
      await this.#write(value).catch(this.#onError);
    }
    this.#running = null;
  }
}
