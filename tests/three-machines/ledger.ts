import type { Note } from '@/lib/model/note';

/** What was ever saved, and which text took the place of which: kept apart from the product. */
export class Ledger {
  readonly #textsOf = new Map<string, Set<string>>();
  readonly #replaced = new Set<string>();

  /** A note was made. */
  made(id: string, text: string): void {
    this.#textsOf.set(id, new Set([text]));
  }

  /** A text was saved by a reader who had these before them. */
  edited(id: string, text: string, shown: readonly string[]): void {
    this.#textsOf.get(id)?.add(text);
    for (const seen of shown) this.#replaced.add(`${id} ${seen}`);
  }

  /** Ids of all notes. */
  get ids(): string[] {
    return [...this.#textsOf.keys()];
  }

  /** How many texts were saved. */
  get count(): number {
    return [...this.#textsOf.values()].reduce((sum, texts) => sum + texts.size, 0);
  }

  /** Texts that these notes do not show and that nobody replaced who had seen them. */
  findLost(notes: readonly (Note | null)[]): string[] {
    const byId = new Map(notes.flatMap((note) => (note ? [[note.id, note] as const] : [])));
    return [...this.#textsOf].flatMap(([id, texts]) => {
      const note = byId.get(id);
      const present = new Set(note ? [note.body, ...note.versions] : []);
      return [...texts].filter((text) => !present.has(text) && !this.#replaced.has(`${id} ${text}`));
    });
  }
}
