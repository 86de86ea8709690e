/** What was written and what of it was confirmed, kept outside of the browser: what has to be there after a kill. */
import type { Act, Found } from './page';
import { spell, sumOf, type Wording } from './spell';

/** A state that a note may be in: the sum of its text (`null`: the note is not there), hidden or not, and the act that made it so. */
type State = { sum: number | null; hidden: boolean; act: number };

/** What the ledger makes of what was found after a kill. */
export type Verdict = {
  /** Notes in whose state an act of this time has been confirmed. */
  confirmed: number;
  /** Acts that were not confirmed, by what was found of them. */
  landed: number;
  dropped: number;
  lost: string[];
  torn: string[];
};

/** Knows of each note, by its key, in which states it may be: the one that was confirmed last, and those that were asked for since. */
export class Ledger {
  readonly #states = new Map<string, State[]>();
  readonly #ids = new Map<string, string>();
  readonly #imports = new Map<number, string[]>();
  readonly #confirmed = new Set<number>();
  /** Notes written elsewhere that have not come here yet, and the act of each. */
  readonly #awaited = new Map<string, number>();

  /** Ids of the notes that are written here. */
  get ids(): Record<string, string> {
    return Object.fromEntries([...this.#ids].filter(([key]) => /^[nis]/.test(key)));
  }

  /** Keys of notes that are there, with whether each is hidden when all that was asked for has come to pass. */
  listNotes(): { key: string; hidden: boolean }[] {
    return [...this.#states].map(([key, states]) => ({ key, hidden: states.at(-1)?.hidden ?? false }));
  }

  /** How many notes there are, or may be. */
  get size(): number {
    return this.#states.size;
  }

  /** Whether any note has to be there. */
  get hasNotes(): boolean {
    return [...this.#states].some(
      ([key, [first]]) => first?.act === -1 && first.sum !== null && !this.#awaited.has(key),
    );
  }

  /** An act is about to be done. */
  expect(act: Act): void {
    switch (act.does) {
      case 'create':
      case 'edit':
        this.#write(act.wording);
        return;
      case 'import':
        this.#imports.set(
          act.number,
          act.wordings.map(({ key }) => key),
        );
        for (const wording of act.wordings) this.#write(wording);
        return;
      case 'hide':
      case 'show': {
        const states = this.#states.get(act.key) ?? [];
        states.push({ sum: states.at(-1)?.sum ?? null, hidden: act.does === 'hide', act: act.number });
      }
    }
  }

  /** A note was written elsewhere, and may come from there with any round from now on. */
  expectElsewhere(wording: Wording): void {
    this.#write(wording);
    this.#awaited.set(wording.key, wording.act);
  }

  /** A round is over: it has brought everything that was sent elsewhere before it began. */
  confirmElsewhere(): void {
    for (const act of this.#awaited.values()) this.#confirmed.add(act);
  }

  /** The act has resolved; for acts that say so, with the note's id. */
  confirm(number: number): void {
    this.#confirmed.add(number);
  }

  /** Compares what was found with what may be there, and goes on from what was found. `now`: the acts of this time. */
  settle(found: readonly Found[], now: ReadonlySet<number>): Verdict {
    const verdict: Verdict = { confirmed: 0, landed: 0, dropped: 0, lost: [], torn: [] };
    const byKey = new Map<string, Found>();
    for (const note of found) {
      if (!this.#states.has(note.key)) verdict.torn.push(`${note.id}: nobody wrote "${note.key}"`);
      if (byKey.has(note.key)) verdict.torn.push(`${note.key} is there twice`);
      byKey.set(note.key, note);
    }
    for (const [number, keys] of this.#imports) {
      const present = keys.filter((key) => byKey.has(key)).length;
      if (present > 0 && present < keys.length)
        verdict.torn.push(`import ${number}: ${present} of ${keys.length}`);
    }
    this.#imports.clear();
    for (const [key, states] of this.#states) this.#settleNote(key, states, byKey.get(key), now, verdict);
    this.#confirmed.clear();
    return verdict;
  }

  /** Keys of notes written here that have to be there and are not among these. */
  listMissing(found: readonly Found[]): string[] {
    const present = new Set(found.map(({ key }) => key));
    const has = (states: State[]) =>
      states.findLast(({ act }) => act < 0 || this.#confirmed.has(act))?.sum !== null;
    return [...this.#states].flatMap(([key, states]) =>
      /^[nis]/.test(key) && has(states) && !present.has(key) ? [key] : [],
    );
  }

  #settleNote(
    key: string,
    states: State[],
    note: Found | undefined,
    now: ReadonlySet<number>,
    verdict: Verdict,
  ): void {
    const last = states.findLastIndex(({ act }) => act < 0 || this.#confirmed.has(act));
    const is = (state: State) => state.sum === (note?.sum ?? null) && (!note || state.hidden === note.hidden);
    const at = states.findLastIndex(is);
    if (states.some(({ act }) => now.has(act) && this.#confirmed.has(act))) verdict.confirmed += 1;
    const unconfirmed = states.slice(last + 1).filter(({ act }) => now.has(act));
    const landed = states.slice(last + 1, at + 1).filter(({ act }) => now.has(act)).length;
    verdict.landed += landed;
    verdict.dropped += unconfirmed.length - landed;
    if (note && note.versions > 0) verdict.torn.push(`${key} has ${note.versions} other versions`);
    if (at < 0 && !note) verdict.lost.push(`${key} is gone`);
    else if (at < 0) verdict.torn.push(`${key} is in no state that anybody wrote: ${JSON.stringify(note)}`);
    else if (at < last)
      verdict.lost.push(`${key}: act ${states[last]?.act} was confirmed, found is act ${states[at]?.act}`);
    const present = states[Math.max(at, 0)];
    if (!note || !present) {
      if (this.#awaited.has(key) && at >= last) return;
      this.#awaited.delete(key);
      this.#states.delete(key);
      this.#ids.delete(key);
      return;
    }
    this.#ids.set(key, note.id);
    this.#awaited.delete(key);
    // From now on this is what has to be there: it was read back.
    this.#states.set(key, [{ ...present, act: -1 }]);
  }

  #write(wording: Wording): void {
    const states = this.#states.get(wording.key) ?? [{ sum: null, hidden: false, act: -1 }];
    states.push({ sum: sumOf(spell(wording)), hidden: false, act: wording.act });
    this.#states.set(wording.key, states);
  }
}
