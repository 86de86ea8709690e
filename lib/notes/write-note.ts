/**
 * The one way to write notes. Each call is one transaction that stores the note as shown, the state it is
 * derived from, and the change that sync and export carry; a killed page or worker loses all or nothing.
 */
import type { ChangeRow } from '@/lib/db/database';
import { type NoteWriting, writeNotes } from '@/lib/db/notes';
import { AppError } from '@/lib/model/app-error';
import type { Change, Note, NoteDraft } from '@/lib/model/note';
import { nextStamp } from '@/lib/sync/clock';
import { applyChange, EMPTY_STATE, isLive, MOST_IDS, type NoteState, toReplaced } from '@/lib/sync/merge';
import { absorbUnsent } from './absorb-unsent';
import { checkDraft } from './check-draft';
import { FLAGS, toNote } from './note-of-state';
import { randomId } from './random-id';

type Edit = Omit<Change, 'i' | 't' | 'e'>;

/**
 * Saves a new note. Resolves with it once it is stored. Throws `note-too-long`, and what the database
 * throws: nothing is written then.
 */
export async function createNote(draft: NoteDraft): Promise<Note> {
  const { target, topics, tags, body } = checkDraft(draft);
  const f = {
    createdAt: Date.now(),
    target,
    ...toFlags(FLAGS.topics, [], topics),
    ...toFlags(FLAGS.tags, [], tags),
  };
  return writeNotes((writing) => record(writing, `note:${randomId()}`, () => [{ f, x: body, b: '', p: [] }]));
}

/**
 * Saves what the draft says of a note, and nothing else of it. `shown` is the note as the reader had it in
 * the editor: a text that came in since then, and that the reader has not seen, stays as another version.
 * Without it, the edit replaces every version there is.
 */
export async function editNote(
  id: string,
  draft: Partial<NoteDraft>,
  shown?: Pick<Note, 'body' | 'versions'>,
): Promise<Note> {
  const checked = checkDraft(draft);
  return writeNotes((writing) =>
    record(writing, id, (state) => {
      const note = toNote(id, existing(id, state));
      return [toFieldEdit(note, checked), toTextEdit(state, note, checked.body, shown)].filter(
        (edit) => edit !== null,
      );
    }),
  );
}

/** Hides a note everywhere: what a reader calls deleting. An edit made elsewhere in the meantime brings it back. */
export async function hideNote(id: string): Promise<Note> {
  return writeNotes((writing) =>
    record(writing, id, (state) => {
      const seen = existing(id, state).heads.map((head) => head.i);
      return [{ del: true, seen: seen.slice(-MOST_IDS) }];
    }),
  );
}

/** Shows a hidden note again: the undo of `hideNote`. */
export async function showNote(id: string): Promise<Note> {
  return writeNotes((writing) =>
    record(writing, id, (state) => {
      existing(id, state);
      return [{ del: false, seen: [] }];
    }),
  );
}

async function record(
  writing: NoteWriting,
  id: string,
  toEdits: (state: NoteState) => Edit[],
): Promise<Note> {
  let state = (await writing.loadStates([id])).get(id) ?? EMPTY_STATE;
  let rows = await writing.loadRows([id]);
  let stamp = await writing.loadStamp();
  const before = rows;
  const edits = toEdits(state);
  for (const edit of edits) {
    stamp = nextStamp(stamp, Date.now());
    const unseen = rows.filter((row) => row.own && !row.left).map((row) => row.change);
    const absorbed = absorbUnsent(state, unseen, { i: randomId(), t: stamp, e: id, ...edit });
    state = applyChange(absorbed.state, absorbed.change);
    const { i, t, e } = absorbed.change;
    const row: ChangeRow = { i, e, t, pending: 1, left: 0, own: 1, change: absorbed.change };
    rows = [...rows.filter((other) => !absorbed.dropped.includes(other.i)), row];
  }
  const note = toNote(id, state);
  if (edits.length === 0) return note;
  const kept = new Set(rows.filter((row) => row.pending || isLive(state, row.change)).map((row) => row.i));
  await writing.saveStamp(stamp);
  await writing.saveNotes([{ note, state }]);
  await writing.dropRows(before.filter((row) => !kept.has(row.i)).map((row) => row.i));
  await writing.saveRows(rows.filter((row) => kept.has(row.i) && !before.includes(row)));
  return note;
}

function existing(id: string, state: NoteState): NoteState {
  if (state.heads.length === 0 && Object.keys(state.fields).length === 0) {
    throw new AppError('unexpected', { detail: `no note ${id}` });
  }
  return state;
}

function toFieldEdit(note: Note, draft: Partial<NoteDraft>): Edit | null {
  const f: NonNullable<Change['f']> = {
    ...(draft.topics && toFlags(FLAGS.topics, note.topics, draft.topics)),
    ...(draft.tags && toFlags(FLAGS.tags, note.tags, draft.tags)),
  };
  if (draft.target !== undefined && JSON.stringify(draft.target) !== JSON.stringify(note.target))
    f.target = draft.target;
  return Object.keys(f).length > 0 ? { f } : null;
}

function toTextEdit(
  state: NoteState,
  note: Note,
  body: string | undefined,
  shown: Pick<Note, 'body' | 'versions'> = note,
): Edit | null {
  if (body === undefined) return null;
  const seen = [shown.body, ...shown.versions];
  // Saving what stands there already says nothing, unless it decides between versions.
  if (body === note.body && state.heads.length < 2) return null;
  if (body === shown.body && seen.length < 2) return null;
  return { x: body, b: shown.body, p: toReplaced(state.heads.filter((head) => seen.includes(head.text))) };
}

function toFlags(prefix: string, before: string[], after: string[]): Record<string, boolean> {
  return Object.fromEntries([
    ...before.filter((name) => !after.includes(name)).map((name) => [`${prefix}${name}`, false]),
    ...after.filter((name) => !before.includes(name)).map((name) => [`${prefix}${name}`, true]),
  ]);
}
