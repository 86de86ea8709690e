/**
 * How changes of one note make its state (sync.md 4.1). Every part of the state only ever grows in a
 * fixed order, so it does not matter in which order, how often or in what company changes arrive:
 *
 * - a field keeps its latest value by (stamp, change id);
 * - the text is a multi-value register: a text change names the text changes it replaces, and heads are
 *   those that none has replaced. Two edits that did not know of each other both stay;
 * - a change of lineage only names replaced texts, where they are too many for the text that replaced them;
 * - hiding is a field that also names the heads its author saw: the note is hidden only while there is
 *   no head besides those. So a concurrent edit resurrects a note, a concurrent field does not.
 *
 * Laws: `applyChange` commutes, associates (see `mergeStates`) and is idempotent.
 */
import type { Change } from '@/lib/model/note';

type Json = NonNullable<Change['f']>[string];

/** A value with the change that wrote it. */
export type Register<T> = { value: T; t: number; i: string };

/** A text that no change known here has replaced. `base`: the text it started from. `p`: what it replaced. */
export type Head = { i: string; t: number; text: string; base: string; p: string[] };

/** What all changes of one note come to. Equal sets of changes give deeply equal states. */
export type NoteState = {
  fields: Record<string, Register<Json>>;
  /** Sorted by (t, i), oldest first. */
  heads: Head[];
  /** Ids of the text changes that others have replaced, sorted. */
  replaced: string[];
  hidden: Register<{ del: boolean; seen: string[] }> | null;
};

/** The most ids a change may carry in `p` or `seen`. */
export const MOST_IDS = 64;

/** The state before any change. */
export const EMPTY_STATE: NoteState = { fields: {}, heads: [], replaced: [], hidden: null };

/** The state after a change. Pure: neither argument is altered. Keys it does not know change nothing. */
export function applyChange(state: NoteState, change: Change): NoteState {
  return mergeStates(state, toState(change));
}

/** The least state that holds both: what applying the changes of both, in any order, gives. */
export function mergeStates(a: NoteState, b: NoteState): NoteState {
  const fields = new Map(Object.entries(a.fields));
  for (const [name, register] of Object.entries(b.fields)) {
    fields.set(name, latest(fields.get(name) ?? null, register) ?? register);
  }
  const replaced = new Set([...a.replaced, ...b.replaced]);
  const heads = new Map([...a.heads, ...b.heads].map((head) => [head.i, head]));
  return {
    fields: Object.fromEntries([...fields].sort(([x], [y]) => compareTexts(x, y))),
    heads: [...heads.values()].filter((head) => !replaced.has(head.i)).sort(compareStamps),
    replaced: [...replaced].sort(compareTexts),
    hidden: latest(a.hidden, b.hidden),
  };
}

/**
 * Whether the note is hidden: by its latest hiding, and by one that saw every head there is; or because none of its
 * texts has come yet, only what was said of it.
 */
export function isHidden(state: NoteState): boolean {
  if (state.heads.length === 0) return true;
  if (!state.hidden?.value.del) return false;
  const { seen } = state.hidden.value;
  return state.heads.every((head) => seen.includes(head.i));
}

/**
 * Whether the state still stands on the change: it is a head, or wrote a field's or the hiding's present
 * value, or says something that this version does not understand and therefore keeps.
 */
export function isLive(state: NoteState, change: Change): boolean {
  if (Object.keys(change).some((key) => !KNOWN_KEYS.has(key))) return true;
  if (change.x === undefined && change.f === undefined && change.del === undefined) return true;
  return (
    state.heads.some((head) => head.i === change.i) ||
    Object.keys(change.f ?? {}).some((name) => state.fields[name]?.i === change.i) ||
    state.hidden?.i === change.i
  );
}

/**
 * What a text change says in `p` when it replaces these heads: the heads, newest first, then what they replaced.
 * `absorbed` heads were never seen elsewhere: only what they replaced counts.
 */
export function toReplaced(heads: Head[], absorbed: string[] = []): string[] {
  const newestFirst = [...heads].sort(compareStamps).reverse();
  const ids = [...newestFirst.map((head) => head.i), ...newestFirst.flatMap((head) => head.p)];
  return [...new Set(ids)].filter((id) => !absorbed.includes(id));
}

/**
 * Splits a list of replaced ids, newest first, that is too long for one change. `own` stay with the text; the
 * others go into changes of lineage, which replace texts and add none. Nothing may be cut off: a replaced change
 * is dropped in time, and who was away for all of them learns only from these ids that its own text is replaced.
 */
export function splitLineage(ids: string[]): { own: string[]; lineage: string[][] } {
  if (ids.length <= MOST_IDS) return { own: ids, lineage: [] };
  const lineage: string[][] = [];
  for (let at = LINEAGE_KEPT; at < ids.length; at += MOST_IDS) lineage.push(ids.slice(at, at + MOST_IDS));
  return { own: ids.slice(0, LINEAGE_KEPT), lineage };
}

/** Few enough stay with the text that only every 48th edit or so writes its lineage down. */
const LINEAGE_KEPT = 16;

const KNOWN_KEYS = new Set(['i', 't', 'e', 'f', 'x', 'b', 'p', 'del', 'seen']);

function toState({ i, t, f = {}, x, b = '', p = [], del, seen = [] }: Change): NoteState {
  return {
    fields: Object.fromEntries(Object.entries(f).map(([name, value]) => [name, { value, t, i }])),
    heads: x === undefined ? [] : [{ i, t, text: x, base: b, p }],
    replaced: p,
    hidden: del === undefined ? null : { value: { del, seen }, t, i },
  };
}

function latest<T>(a: Register<T> | null, b: Register<T> | null): Register<T> | null {
  if (!a || !b) return a ?? b;
  return compareStamps(a, b) >= 0 ? a : b;
}

/** Order of two stamped things: by stamp, then by change id. Total, since ids are unique. */
export function compareStamps(a: { t: number; i: string }, b: { t: number; i: string }): number {
  return a.t - b.t || compareTexts(a.i, b.i);
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
