import type { Change } from '@/lib/model/note';
import { isNoteId } from '@/lib/model/note';
import { applyChange, EMPTY_STATE, isHidden, type NoteState } from './merge';
import type { Preview } from './round-report';
import type { SyncStore } from './store';

const SHOWN_CONFLICTS = 5;

/** Counts what changes would do to the notes here, without doing it. Holds states only of notes they touch. */
export class PreviewCount {
  readonly #store: SyncStore;
  readonly #before = new Map<string, NoteState | null>();
  readonly #after = new Map<string, NoteState>();

  constructor(store: SyncStore) {
    this.#store = store;
  }

  /** Takes changes into the account. */
  async add(changes: Change[]): Promise<void> {
    const notes = changes.filter(({ e }) => isNoteId(e));
    const unknown = [...new Set(notes.map(({ e }) => e))].filter((e) => !this.#before.has(e));
    const states = await this.#store.loadStates(unknown);
    for (const e of unknown) this.#before.set(e, states.get(e) ?? null);
    for (const change of notes) {
      const { e } = change;
      // Of a note that is not here only the ids of its texts count: its text need not be held.
      const lean = this.#before.get(e) || change.x === undefined ? change : { ...change, x: '', b: '' };
      this.#after.set(e, applyChange(this.#after.get(e) ?? this.#before.get(e) ?? EMPTY_STATE, lean));
    }
  }

  /** The account so far. */
  async sum(): Promise<Preview> {
    const preview: Preview = {
      added: 0,
      updated: 0,
      hidden: 0,
      conflicts: 0,
      conflicting: [],
      here: await this.#store.countNotes(),
      toSend: await this.#store.countPending(),
    };
    for (const [e, after] of this.#after) {
      const before = this.#before.get(e) ?? null;
      if (!before) {
        if (!isHidden(after)) preview.added += 1;
        continue;
      }
      if (JSON.stringify(before) === JSON.stringify(after)) continue;
      if (isHidden(after) && !isHidden(before)) preview.hidden += 1;
      else if (!isHidden(after)) preview.updated += 1;
      if (after.heads.length > Math.max(1, before.heads.length)) {
        preview.conflicts += 1;
        if (preview.conflicting.length < SHOWN_CONFLICTS) preview.conflicting.push(e);
      }
    }
    return preview;
  }
}
