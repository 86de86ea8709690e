/**
 * Notes found, in an order that is made only where it is looked at: of 17,000 the reader sees a screenful. The places
 * asked for are put where they belong by quickselect (Hoare, 1961: Algorithm 65), and only they are sorted.
 */
import type { Hits } from '@/lib/db/find-notes';
import type { NoteOrder } from '@/lib/model/note-query';
import type { VaultName } from '@/lib/model/vault-name';

/** A note that was found: its id, and the vault it is in. */
export type FoundNote = { id: string; vault: VaultName };

/** The notes that a search found, best or newest first; the newest of equals, then by id. */
export class Ranking {
  readonly count: number;
  readonly #parts: readonly Hits[];
  /** Where each part begins. */
  readonly #starts: number[] = [];
  readonly #first: Float64Array;
  readonly #at: Float64Array;
  /** Every hit once; in order only between places that were asked for. */
  readonly #order: Uint32Array;

  constructor(parts: readonly Hits[], order: NoteOrder) {
    this.#parts = parts;
    this.count = parts.reduce((sum, { count }) => sum + count, 0);
    this.#first = new Float64Array(this.count);
    this.#at = new Float64Array(this.count);
    this.#order = Uint32Array.from({ length: this.count }, (_, hit) => hit);
    let start = 0;
    for (const { count, scores, ats } of parts) {
      this.#starts.push(start);
      this.#first.set((order === 'date' ? ats : scores).subarray(0, count), start);
      this.#at.set(ats.subarray(0, count), start);
      start += count;
    }
  }

  /** The notes from one place to another, the latter left out. */
  slice(from: number, to: number): FoundNote[] {
    const [start, end] = [Math.max(0, from), Math.min(to, this.count)];
    if (start >= end) return [];
    if (start > 0) this.#select(start, 0);
    if (end < this.count) this.#select(end, start);
    return Array.from(
      this.#order.subarray(start, end).sort((a, b) => this.#compare(a, b)),
      (hit) => this.#find(hit),
    );
  }

  /** Puts the hit that belongs at a place there, those before it before it; `low`: from here on nothing has to come before. */
  #select(place: number, low: number): void {
    const order = this.#order;
    let high = this.count - 1;
    while (low < high) {
      const pivot = order[(low + high) >> 1] as number;
      let [left, right] = [low, high];
      while (left <= right) {
        while (this.#compare(order[left] as number, pivot) < 0) left += 1;
        while (this.#compare(order[right] as number, pivot) > 0) right -= 1;
        if (left > right) break;
        const swapped = order[left] as number;
        order[left++] = order[right] as number;
        order[right--] = swapped;
      }
      if (place <= right) high = right;
      else if (place >= left) low = left;
      else return;
    }
  }

  #compare(a: number, b: number): number {
    const byKeys =
      (this.#first[b] as number) - (this.#first[a] as number) ||
      (this.#at[b] as number) - (this.#at[a] as number);
    if (byKeys !== 0 || a === b) return byKeys;
    return this.#find(a).id < this.#find(b).id ? -1 : 1;
  }

  #find(hit: number): FoundNote {
    const part = this.#starts.findLastIndex((start) => start <= hit);
    const { vault, idAt } = this.#parts[part] as Hits;
    return { id: idAt(hit - (this.#starts[part] as number)), vault };
  }
}
