import type { NoteState } from '@/lib/sync/merge';
import type { MemoryStore } from './memory-store';

/**
 * What readers wrote, kept apart from the product: every text that a store has confirmed, and the texts that its
 * writer had before the eyes and replaced. Texts are told apart by their words, so no two writings are alike.
 */
export class Ledger {
  readonly #replaced = new Map<string, string[]>();
  readonly #confirmed = new Set<string>();
  readonly #excused = new Set<string>();
  /** Ids of the changes by which readers hid notes. */
  readonly hidings = new Set<string>();

  get confirmed(): number {
    return this.#confirmed.size;
  }

  get excused(): number {
    return this.#excused.size;
  }

  /** A writing that is about to be stored. It counts from `confirm` on. */
  announce(text: string, replaced: string[]): void {
    this.#replaced.set(text, [...(this.#replaced.get(text) ?? []), ...replaced]);
  }

  confirm(text: string): void {
    this.#confirmed.add(text);
  }

  /** The machine that alone had it was lost. */
  excuse(texts: Iterable<string>): void {
    for (const text of texts) this.#excused.add(text);
  }

  /** These texts and all that their writers saw and replaced. */
  withReplaced(texts: Iterable<string>): Set<string> {
    const reached = new Set<string>();
    const open = [...texts];
    for (let text = open.pop(); text !== undefined; text = open.pop()) {
      if (reached.has(text)) continue;
      reached.add(text);
      open.push(...(this.#replaced.get(text) ?? []));
    }
    return reached;
  }

  /** What a store still knows: its heads, and what those replaced. */
  standingIn(store: MemoryStore): Set<string> {
    return this.withReplaced(store.readNotes().flatMap(({ state }) => state.heads.map((head) => head.text)));
  }

  /** Confirmed texts that are neither there nor excused. */
  missingFrom(standing: Set<string>): string[] {
    return [...this.#confirmed].filter((text) => !standing.has(text) && !this.#excused.has(text));
  }
}

/** All that replicas must agree on, the same bytes wherever the same changes are known. */
export function toCanonical(store: MemoryStore): string {
  const notes = store
    .readNotes()
    .map(({ note, state }) => ({ note, ...withoutReplaced(state) }))
    .sort((a, b) => (a.note.id < b.note.id ? -1 : 1));
  return JSON.stringify(notes);
}

/** Ids of replaced texts are a memory, not a state: who came late never heard of some of them. */
function withoutReplaced({ fields, heads, hidden }: NoteState): Omit<NoteState, 'replaced'> {
  return { fields, heads, hidden };
}
