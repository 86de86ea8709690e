import type { ChangeRow } from '@/lib/db/database';
import type { Change } from '@/lib/model/note';
import { type NoteState, toReplaced } from '@/lib/sync/merge';

/**
 * Lets a new change of a note take the place of changes that nobody else has seen, so that an hour of
 * saving is one change and not fifty. A text takes in the unseen text that it replaces and keeps what
 * that one started from; fields take in a change all of whose fields they write again; a hiding takes in
 * a hiding. Never widens a field: an unseen change that still says something else stays as it is, since
 * a newer stamp on it could beat an edit made elsewhere in between.
 *
 * `unsent` are own changes that have not left this replica, or for which the storage had no room. Of the latter an
 * earlier attempt may have arrived all the same: a text names such a one among those that it replaces. Returns the
 * change to write, the state that it is applied to, and the ids of the changes to drop.
 */
export function absorbUnsent(
  state: NoteState,
  unsent: Pick<ChangeRow, 'change' | 'left'>[],
  change: Change,
): { state: NoteState; change: Change; dropped: string[] } {
  const dropped: string[] = [];
  const written = { ...change };
  const found =
    change.x === undefined
      ? undefined
      : unsent.find((other) => isTextReplacedBy(change, other.change, state));
  if (found) {
    const { change: text, left } = found;
    dropped.push(text.i);
    written.b = text.b ?? '';
    written.p = toReplaced(
      state.heads.filter((head) => change.p?.includes(head.i)),
      left ? [] : [text.i],
    );
    // Its own fields come along only in a note's first change: before that one has left, nobody has the note, and after
    // an attempt that found no room hardly anybody.
    const fields = Object.entries(text.f ?? {}).filter(([name]) => state.fields[name]?.i === text.i);
    if (fields.length > 0) written.f = { ...Object.fromEntries(fields), ...change.f };
  }
  for (const { change: other } of unsent) {
    if (other.x !== undefined) continue;
    const fields = Object.keys(other.f ?? {});
    const isFields = fields.length > 0 && fields.every((name) => change.f && Object.hasOwn(change.f, name));
    const isHiding = other.del !== undefined && change.del !== undefined;
    if (isFields || isHiding) dropped.push(other.i);
  }
  return {
    state: { ...state, heads: state.heads.filter((head) => !dropped.includes(head.i)) },
    change: written,
    dropped,
  };
}

function isTextReplacedBy(change: Change, other: Change, state: NoteState): boolean {
  return (
    other.x !== undefined &&
    change.p?.includes(other.i) === true &&
    state.heads.some((head) => head.i === other.i)
  );
}
