/** What readers do while replicas sync: they write, in several tabs, some of which show what is long outdated. */
import type { Note } from '@/lib/model/note';
import { createIn, editIn, hideIn, showIn, type WriteSource } from '@/lib/notes/edit-in';
import type { Ledger } from './ledger';
import type { Chance } from './random';
import type { Replica } from './replica';

/** An open editor, with the note as it was when it was opened, and every text that the reader had to see in it. */
type Tab = { replica: Replica; shown: Note; saw: string[] };

/** The readers of one vault. */
export class Readers {
  readonly #chance: Chance;
  readonly #ledger: Ledger;
  #tabs: Tab[] = [];
  #writings = 0;

  constructor(chance: Chance, ledger: Ledger) {
    this.#chance = chance;
    this.#ledger = ledger;
  }

  /** Closes what was open on a machine. */
  closeTabs(replica: Replica): void {
    this.#tabs = this.#tabs.filter((tab) => tab.replica !== replica);
  }

  /** One reader does one thing on that machine. Throws what the store throws: then nothing was confirmed. */
  async act(replica: Replica): Promise<void> {
    // A hiding may come in before the note that it hides: there is nothing to act on then.
    const written = replica.store.readNotes().filter(({ state }) => state.heads.length > 0);
    const notes = written.map(({ note }) => note);
    const note = this.#chooseNote(notes);
    const roll = this.#chance.next();
    if (!note || roll < 0.2) return this.#create(replica);
    if (roll < 0.35) {
      this.#tabs = [...this.#tabs.slice(-5), openTab(replica, note)];
      return this.#edit(replica, note);
    }
    if (roll < 0.5) return this.#saveTab(replica, note);
    if (roll < 0.75) return this.#edit(replica, note);
    if (roll < 0.87) return this.#tag(replica, note);
    if (roll < 0.95) return this.#hide(replica, note);
    await replica.write((writing) => showIn(writing, note.id, replica.source));
  }

  /** Mostly one of a few, so that edits meet. */
  #chooseNote(notes: Note[]): Note | undefined {
    const few = notes.toSorted((a, b) => (a.id < b.id ? -1 : 1)).slice(0, 6);
    return this.#chance.hits(0.6) ? this.#chance.pick(few) : this.#chance.pick(notes);
  }

  #newText(replica: Replica): string {
    this.#writings += 1;
    return `Text ${this.#writings} on ${replica.label}`;
  }

  async #create(replica: Replica): Promise<void> {
    const body = this.#newText(replica);
    const draft = { target: null, topics: ['huawei'], tags: [], body };
    this.#ledger.announce(body, []);
    await replica.write((writing) => createIn(writing, draft, replica.source));
    this.#ledger.confirm(body);
  }

  /** Edits as a caller does who shows nothing: it replaces every version there is. */
  async #edit(replica: Replica, note: Note): Promise<void> {
    const body = this.#newText(replica);
    await replica.write(async (writing) => {
      const state = (await writing.loadStates([note.id])).get(note.id);
      this.#ledger.announce(body, state?.heads.map((head) => head.text) ?? []);
      return editIn(writing, note.id, { body }, undefined, replica.source);
    });
    this.#ledger.confirm(body);
  }

  /** Saves from an editor that may have been open for long. */
  async #saveTab(replica: Replica, fallback: Note): Promise<void> {
    const open = this.#tabs.filter((tab) => tab.replica === replica);
    const tab = this.#chance.pick(open) ?? openTab(replica, fallback);
    const body = this.#newText(replica);
    this.#ledger.announce(body, tab.saw);
    await replica.write((writing) => editIn(writing, tab.shown.id, { body }, tab.shown, replica.source));
    this.#ledger.confirm(body);
    this.#tabs = this.#tabs.filter((other) => other !== tab);
  }

  async #tag(replica: Replica, note: Note): Promise<void> {
    const tag = this.#chance.pick(['chips', 'export', 'to read', 'AI'] as const) ?? 'chips';
    const tags = note.tags.includes(tag) ? note.tags.filter((other) => other !== tag) : [...note.tags, tag];
    await replica.write((writing) => editIn(writing, note.id, { tags }, undefined, replica.source));
  }

  async #hide(replica: Replica, note: Note): Promise<void> {
    const { nowMs, newId } = replica.source;
    const source: WriteSource = {
      nowMs,
      newId: () => {
        const id = newId();
        this.#ledger.hidings.add(id);
        return id;
      },
    };
    await replica.write((writing) => hideIn(writing, note.id, source));
  }
}

function openTab(replica: Replica, shown: Note): Tab {
  const state = replica.store.readNotes().find(({ note }) => note.id === shown.id)?.state;
  return { replica, shown, saw: state?.heads.map((head) => head.text) ?? [] };
}
