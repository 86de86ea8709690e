/**
 * What writing a note does inside one transaction: the note as shown, the state it is derived from, and the
 * change that sync and export carry. The transaction is given: the product's is `writeNotes` (see write-note.ts),
 * the simulation of sync brings its own.
 */
import type { ChangeRow } from '@/lib/db/database';
import type { NoteWriting } from '@/lib/db/write-notes';
import { AppError } from '@/lib/model/app-error';
import type { Change, Note, NoteDraft, OwnEvent, ShownNote, ShownText } from '@/lib/model/note';
import { nextStamp } from '@/lib/sync/clock';
import {
  applyChange,
  EMPTY_STATE,
  isLive,
  MOST_IDS,
  type NoteState,
  splitLineage,
  toReplaced,
} from '@/lib/sync/merge';
import { absorbUnsent } from './absorb-unsent';
import { checkDraft } from './check-draft';
import { FLAGS, toNote } from './note-of-state';
import { randomId } from './random-id';

/** Where a writer takes time and chance from. */
export type WriteSource = { nowMs: () => number; newId: () => string };

const REAL: WriteSource = { nowMs: () => Date.now(), newId: randomId };

type Edit = Omit<Change, 'i' | 't' | 'e'>;

/** What a new note has besides its draft: when it was made, where not now, and by which replica. */
export type Origin = { createdAt?: number; author?: string };

/** Makes a note. Throws `note-too-long`. */
export function createIn(
  writing: NoteWriting,
  draft: NoteDraft,
  source = REAL,
  origin: Origin = {},
): Promise<Note> {
  const { target, topics, tags, body, fact, event } = checkDraft(draft);
  const f = {
    createdAt: source.nowMs(),
    ...origin,
    target,
    ...toFlags(FLAGS.topics, [], topics),
    ...toFlags(FLAGS.tags, [], tags),
    ...(fact !== undefined && { fact }),
    ...(event && { event }),
  };
  return record(writing, `note:${source.newId()}`, () => [{ f, x: body, b: '', p: [] }], source);
}

/** Edits a note, as `editNote`. Throws `note-too-long`. */
export function editIn(
  writing: NoteWriting,
  id: string,
  draft: Partial<NoteDraft>,
  shown: ShownNote | undefined,
  source = REAL,
): Promise<Note> {
  const checked = checkDraft(draft);
  const toEdits = (state: NoteState) => {
    const note = toNote(id, existing(id, state));
    return [toFieldEdit(note, checked, shown), toTextEdit(state, note, checked.body, shown)].filter(
      (edit) => edit !== null,
    );
  };
  return record(writing, id, toEdits, source);
}

/** Puts texts, newest first, in the place of what is shown: as versions that know nothing of each other. */
export function restoreIn(
  writing: NoteWriting,
  id: string,
  texts: readonly string[],
  shown: Note,
  source = REAL,
): Promise<Note> {
  const toEdits = (state: NoteState): Edit[] => {
    const p = toReplaced(existing(id, state).heads.filter((head) => shown.heads.includes(head.i)));
    // Started from nothing: then they are never merged by themselves.
    return texts.toReversed().map((x) => ({ x, b: '', p }));
  };
  return record(writing, id, toEdits, source);
}

/**
 * Hides a note, as `hideNote`. `shown`: the note as it was when that was decided; a text that came in since then keeps
 * it in sight.
 */
export function hideIn(
  writing: NoteWriting,
  id: string,
  source = REAL,
  shown: Pick<Note, 'heads'> | null = null,
): Promise<Note> {
  const toEdits = (state: NoteState): Edit[] => {
    const present = existing(id, state).heads.map((head) => head.i);
    const seen = shown ? present.filter((head) => shown.heads.includes(head)) : present;
    return [{ del: true, seen: seen.slice(-MOST_IDS) }];
  };
  return record(writing, id, toEdits, source);
}

/** Shows a hidden note again, as `showNote`. */
export function showIn(writing: NoteWriting, id: string, source = REAL): Promise<Note> {
  const toEdits = (state: NoteState): Edit[] => {
    existing(id, state);
    return [{ del: false, seen: [] }];
  };
  return record(writing, id, toEdits, source);
}

async function record(
  writing: NoteWriting,
  id: string,
  toEdits: (state: NoteState) => Edit[],
  { nowMs, newId }: WriteSource,
): Promise<Note> {
  let state = (await writing.loadStates([id])).get(id) ?? EMPTY_STATE;
  let rows = await writing.loadRows([id]);
  let stamp = await writing.loadStamp();
  const before = rows;
  const edits = toEdits(state);
  for (const edit of edits) {
    stamp = nextStamp(stamp, nowMs());
    const unsent = rows.filter((row) => row.own && (!row.left || (row.recalled && row.pending)));
    const absorbed = absorbUnsent(state, unsent, { i: newId(), t: stamp, e: id, ...edit });
    const { own, lineage } = splitLineage(absorbed.change.p ?? []);
    const text = absorbed.change.p ? { ...absorbed.change, p: own } : absorbed.change;
    const written = [text, ...lineage.map((p): Change => ({ i: newId(), t: stamp, e: id, p }))];
    state = written.reduce(applyChange, absorbed.state);
    rows = [...rows.filter((other) => !absorbed.dropped.includes(other.i)), ...written.map(toRow)];
  }
  const note = toNote(id, state);
  if (edits.length === 0) return note;
  const kept = new Set(rows.filter((row) => row.pending || isLive(state, row.change)).map((row) => row.i));
  // All at once (see lib/db/notes.ts): Firefox may commit what a closing page had written until then.
  await Promise.all([
    writing.saveStamp(stamp),
    writing.saveNotes([{ note, state }]),
    writing.dropRows(before.filter((row) => !kept.has(row.i)).map((row) => row.i)),
    writing.saveRows(rows.filter((row) => kept.has(row.i) && !before.includes(row))),
  ]);
  return note;
}

function toRow(change: Change): ChangeRow {
  const { i, t, e } = change;
  return { i, e, t, pending: 1, left: 0, own: 1, n: 0, s: '', change };
}

function existing(id: string, state: NoteState): NoteState {
  if (state.heads.length === 0 && Object.keys(state.fields).length === 0) {
    throw new AppError('unexpected', { detail: `no note ${id}` });
  }
  return state;
}

/** What was added to what was `shown`, and taken from it: what came in since then stays. */
function toFieldEdit(note: Note, draft: Partial<NoteDraft>, shown?: ShownNote): Edit | null {
  const f: NonNullable<Change['f']> = {
    ...(draft.topics && toFlags(FLAGS.topics, shown?.topics ?? note.topics, draft.topics)),
    ...(draft.tags && toFlags(FLAGS.tags, shown?.tags ?? note.tags, draft.tags)),
  };
  if (draft.target !== undefined && JSON.stringify(draft.target) !== JSON.stringify(note.target))
    f.target = draft.target;
  if (draft.event !== undefined && !isSameEvent(draft.event, note.event ?? null)) f.event = draft.event;
  return Object.keys(f).length > 0 ? { f } : null;
}

function isSameEvent(a: OwnEvent | null, b: OwnEvent | null): boolean {
  return a?.date === b?.date && a?.text === b?.text;
}

function toTextEdit(
  state: NoteState,
  note: Note,
  body: string | undefined,
  shown: ShownText = note,
): Edit | null {
  if (body === undefined) return null;
  const texts = [shown.body, ...shown.versions];
  const ids = shown.heads ?? [];
  // Saving what stands there already says nothing, unless it decides between versions.
  if (body === note.body && state.heads.length < 2) return null;
  if (body === shown.body && texts.length < 2 && ids.length < 2) return null;
  const seen = state.heads.filter((head) => ids.includes(head.i) || texts.includes(head.text));
  // Also those that another text has replaced here since: a machine that has only them must not take both for versions.
  return { x: body, b: shown.body, p: [...new Set([...toReplaced(seen), ...ids])] };
}

function toFlags(prefix: string, before: string[], after: string[]): Record<string, boolean> {
  return Object.fromEntries([
    ...before.filter((name) => !after.includes(name)).map((name) => [`${prefix}${name}`, false]),
    ...after.filter((name) => !before.includes(name)).map((name) => [`${prefix}${name}`, true]),
  ]);
}
