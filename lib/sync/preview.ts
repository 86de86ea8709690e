import { type Change, isNoteId, targetSchema } from '@/lib/model/note';
import { applyChange, EMPTY_STATE, isHidden, type NoteState } from './merge';
import { foldHeads } from './merge-text';
import type { Preview } from './round-report';
import type { SyncStore } from './store';

/** Of each kind. */
const MOST_NAMED = 20;

/** Of a note that is not here, in UTF-16 units. */
const BEGINNING = 200;

/** States that are held whole at the same time. */
const AT_ONCE = 250;

/**
 * Counts what changes would do to the notes here, without doing it. Holds only notes that would be added or changed,
 * and no word but of the few that are named: which change wrote what is all that counts, and the first round may bring
 * 100,000 of them.
 */
export class PreviewCount {
  readonly #store: SyncStore;
  /** Notes that are not here, as far as it tells whether they are hidden. */
  readonly #added = new Map<string, NoteState>();
  /** The first of those that are not here, whole. */
  readonly #samples = new Map<string, NoteState>();
  /** Notes that are here and would look different. */
  readonly #changed = new Map<string, NoteState>();

  constructor(store: SyncStore) {
    this.#store = store;
  }

  /** Takes changes into the account. */
  async add(changes: Change[]): Promise<void> {
    const byNote = Map.groupBy(
      changes.filter(({ e }) => isNoteId(e)),
      ({ e }) => e,
    );
    const ids = [...byNote.keys()];
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      const some = ids.slice(at, at + AT_ONCE);
      const states = await this.#store.loadStates(some.filter((e) => !this.#added.has(e)));
      for (const e of some) this.#addTo(e, byNote.get(e) ?? [], states.get(e));
    }
  }

  #addTo(e: string, changes: Change[], here: NoteState | undefined): void {
    if (!here) {
      const known = this.#added.get(e) ?? EMPTY_STATE;
      if (this.#samples.size < MOST_NAMED || this.#samples.has(e))
        this.#samples.set(e, changes.reduce(applyChange, this.#samples.get(e) ?? EMPTY_STATE));
      // Fields hide no note.
      this.#added.set(e, toLean(changes.map(({ f: _, ...rest }) => rest).reduce(applyChange, known)));
      return;
    }
    const before = toLean(here);
    const after = toLean(changes.reduce(applyChange, this.#changed.get(e) ?? before));
    if (!isSame(before, after)) this.#changed.set(e, after);
  }

  /** The account so far. */
  async sum(): Promise<Preview> {
    const preview: Preview = {
      added: 0,
      updated: 0,
      hidden: 0,
      conflicts: 0,
      named: { added: [], updated: [], hidden: [], conflicts: [] },
      here: await this.#store.countNotes(),
      toSend: await this.#store.countPending(),
    };
    for (const state of this.#added.values()) if (!isHidden(state)) preview.added += 1;
    for (const state of this.#samples.values())
      if (!isHidden(state)) preview.named.added.push(toBeginning(state));
    const changed = [...this.#changed.keys()];
    for (let at = 0; at < changed.length; at += AT_ONCE) {
      const some = changed.slice(at, at + AT_ONCE);
      const states = await this.#store.loadStates(some);
      for (const e of some) this.#sumUp(preview, e, states.get(e) ?? EMPTY_STATE);
    }
    return preview;
  }

  #sumUp(preview: Preview, e: string, before: NoteState): void {
    const after = this.#changed.get(e) ?? before;
    const count = (kind: 'updated' | 'hidden' | 'conflicts') => {
      preview[kind] += 1;
      if (preview.named[kind].length < MOST_NAMED) preview.named[kind].push(e);
    };
    if (isHidden(after) && !isHidden(before)) count('hidden');
    else if (!isHidden(after)) count('updated');
    if (after.heads.length > Math.max(1, before.heads.length)) count('conflicts');
  }
}

/** What a note is told by: its text, else its passage, else its page. */
function toBeginning({ heads, fields }: NoteState): string {
  const target = targetSchema.safeParse(fields.target?.value).data;
  const parts = [foldHeads(heads).body, target?.selectors?.quote.exact, target?.title];
  return (parts.find((part) => part?.trim()) ?? '').trim().slice(0, BEGINNING);
}

/** The state without what is written in it. A change id stands for what it wrote, so that nothing else is needed to compare. */
function toLean({ fields, heads, replaced, hidden }: NoteState): NoteState {
  const written = Object.entries(fields).map(([name, { t, i }]) => [name, { value: null, t, i }] as const);
  return {
    fields: Object.fromEntries(written),
    heads: heads.map(({ i, t }) => ({ i, t, text: '', base: '', p: [] })),
    replaced,
    hidden,
  };
}

function isSame(a: NoteState, b: NoteState): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
