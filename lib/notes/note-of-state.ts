import { type Note, type OwnEvent, ownEventSchema, type Target, targetSchema } from '@/lib/model/note';
import { NOTE_LIMITS } from '@/lib/model/note-limits';
import { toMs } from '@/lib/sync/clock';
import { isHidden, type NoteState } from '@/lib/sync/merge';
import { foldHeads } from '@/lib/sync/merge-text';

/** How a tag and a topic are fields of their own: two replicas that each add one never collide. */
export const FLAGS = { tags: 'tag:', topics: 'topic:' } as const;

/**
 * The note as shown, out of the state of its changes. Equal states give equal notes. A field of a shape we
 * do not know (a hostile or a newer writer) is read as absent; it stays in the state.
 *
 * Where several heads merge, `body` is what they come to; it is never written back by itself. Where they do not,
 * `body` is the newest text, and the others stand in `versions`, newest first, each text once.
 */
export function toNote(id: string, state: NoteState): Note {
  const { body, versions } = foldHeads(state.heads);
  const writings = [...Object.values(state.fields), ...state.heads].map((written) => written.t);
  const modifiedAt = toMs(Math.max(0, ...writings));
  const createdAt = state.fields.createdAt?.value;
  const author = state.fields.author?.value;
  const fact = state.fields.fact?.value;
  const event = readEvent(state);
  return {
    v: 1,
    id,
    createdAt: Number.isSafeInteger(createdAt)
      ? (createdAt as number)
      : toMs(Math.min(...writings, modifiedAt * 1024)),
    modifiedAt,
    target: readTarget(state),
    topics: readFlags(state, FLAGS.topics, 80).slice(0, NOTE_LIMITS.topics),
    tags: readFlags(state, FLAGS.tags, NOTE_LIMITS.tag).slice(0, NOTE_LIMITS.tags),
    ...(isFact(fact) && { fact }),
    ...(event && { event }),
    body,
    versions,
    heads: state.heads.map((head) => head.i).reverse(),
    hidden: isHidden(state),
    ...(isReplica(author) && { author }),
  };
}

function isReplica(author: unknown): author is string {
  return typeof author === 'string' && /^[0-9a-f]{16}$/.test(author);
}

function isFact(fact: unknown): fact is string {
  return typeof fact === 'string' && fact.length <= NOTE_LIMITS.fact;
}

function readTarget(state: NoteState): Target | null {
  const read = targetSchema.nullable().safeParse(state.fields.target?.value ?? null);
  return read.success ? read.data : null;
}

function readEvent(state: NoteState): OwnEvent | null {
  const read = ownEventSchema.nullable().safeParse(state.fields.event?.value ?? null);
  return read.success ? read.data : null;
}

/** Names of the flags that are set, in the order in which they were. */
function readFlags(state: NoteState, prefix: string, longest: number): string[] {
  return Object.entries(state.fields)
    .filter(([name, { value }]) => name.startsWith(prefix) && value === true)
    .sort(([, a], [, b]) => a.t - b.t)
    .map(([name]) => name.slice(prefix.length))
    .filter((name) => name.length > 0 && name.length <= longest);
}
