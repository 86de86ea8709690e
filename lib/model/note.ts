/**
 * Notes, and the changes that make them. A note row is what a reader sees; it is derived from changes,
 * and changes are what sync and import carry. `lib/notes` writes both in one transaction.
 */
import { z } from 'zod';
import { isCoarseDate } from '@/lib/time/coarse-date';
import { NOTE_LIMITS } from './note-limits';

const quoteSelectorSchema = z.object({
  type: z.literal('TextQuoteSelector'),
  exact: z.string().max(NOTE_LIMITS.quote),
  prefix: z.string().max(NOTE_LIMITS.context),
  suffix: z.string().max(NOTE_LIMITS.context),
});
const positionSelectorSchema = z.object({
  type: z.literal('TextPositionSelector'),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
});

/** More of what stands around a quote that stands elsewhere on its page, too: on the sides on which no other place has the same, else ''. */
const surroundingsSchema = z.object({
  before: z.string().max(NOTE_LIMITS.surroundings),
  after: z.string().max(NOTE_LIMITS.surroundings),
});

/**
 * How a quote that stands elsewhere on its page, too, compared with those other places when the note was made: the most of
 * what stands before and after it that one of them shared, from 0 to 1; the most units in a row, it and what is beside it;
 * and of all places that were about as alike, itself among them, which one in their order it was.
 */
const twinsSchema = z.object({
  before: z.number().min(0).max(1),
  after: z.number().min(0).max(1),
  row: z.number().int().nonnegative(),
  nth: z.number().int().nonnegative(),
  of: z.number().int().positive(),
});
export type Twins = z.infer<typeof twinsSchema>;

/** W3C selectors of a passage, in the page text of `lib/page`. Older versions carry the surroundings and the twins unread. */
export const selectorsSchema = z.object({
  quote: quoteSelectorSchema,
  position: positionSelectorSchema,
  surroundings: surroundingsSchema.exactOptional(),
  twins: twinsSchema.exactOptional(),
});
export type Selectors = z.infer<typeof selectorsSchema>;

/** The page a note is about, and the passage on it where there is one. */
export const targetSchema = z.object({
  /** Address as visited, without fragment. */
  url: z.string().max(NOTE_LIMITS.url),
  /** Address that stands for the article: what notes of a page are found by. */
  canonical: z.string().max(NOTE_LIMITS.url),
  title: z.string().max(NOTE_LIMITS.title),
  published: z.string().refine(isCoarseDate).nullable(),
  selectors: selectorsSchema.nullable(),
});
export type Target = z.infer<typeof targetSchema>;

/** An event of the reader's own, on the timelines of the note's topics: what happened, and when, as coarsely as is known. */
export const ownEventSchema = z.object({
  date: z.string().refine(isCoarseDate),
  text: z.string().trim().min(1).max(NOTE_LIMITS.event),
});
export type OwnEvent = z.infer<typeof ownEventSchema>;

const noteIdSchema = z.string().regex(/^note:[A-Za-z0-9_-]{16}$/);
/** Whether the id is that of a note; changes of other things are carried, not shown. */
export function isNoteId(id: string): boolean {
  return noteIdSchema.safeParse(id).success;
}
const changeIdSchema = z.string().regex(/^[A-Za-z0-9_-]{16}$/);

/**
 * A note as shown. `body` is the text of its head, or what merging several comes to; where they do not merge, the
 * newest, and `versions` are the others. `heads` are the changes that all of this comes from, newest first.
 */
export const noteSchema = z.object({
  v: z.literal(1),
  id: noteIdSchema,
  /** Milliseconds since 1970, from the clock of the replica that wrote. */
  createdAt: z.number().int(),
  modifiedAt: z.number().int(),
  target: targetSchema.nullable(),
  topics: z.array(z.string().max(80)).max(NOTE_LIMITS.topics),
  tags: z.array(z.string().max(NOTE_LIMITS.tag)).max(NOTE_LIMITS.tags),
  /** The statement it stands at, as topic and path of ids: "huawei/facts.roadmap". Older versions carry it unread. */
  fact: z.string().max(NOTE_LIMITS.fact).optional(),
  /** The event that it puts on the timelines of its topics. Older versions carry it unread. */
  event: ownEventSchema.optional(),
  body: z.string().max(NOTE_LIMITS.body),
  versions: z.array(z.string().max(NOTE_LIMITS.body)),
  heads: z.array(changeIdSchema),
  hidden: z.boolean(),
  /** The replica that wrote it, in a vault shared with others. */
  author: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .optional(),
  /** The vault that it was read from; absent for the reader's own. */
  vault: z.literal('shared').optional(),
});
export type Note = z.infer<typeof noteSchema>;

/** Fields of a note that follow last-writer-wins, each on its own. `tag:<name>` and `topic:<id>` are flags. */
const fieldsSchema = z.record(z.string().max(100), z.json());

/**
 * One stamped edit of one note (sync.md 4.1). Applying changes commutes, associates and is idempotent.
 * Unknown keys are kept: a newer version may have written them.
 */
export const changeSchema = z.looseObject({
  /** Random id, 96 bits: never a counter. */
  i: changeIdSchema,
  /** Stamp: hybrid logical clock, 1/1024 ms. */
  t: z.number().int().nonnegative(),
  /** The note. */
  e: z.string().max(120),
  /** Last-writer-wins fields. */
  f: fieldsSchema.optional(),
  /** New text of the body; `b` the text it started from; `p` the heads it replaces, and theirs. */
  x: z.string().max(NOTE_LIMITS.body).optional(),
  b: z.string().max(NOTE_LIMITS.body).optional(),
  p: z.array(changeIdSchema).max(64).optional(),
  /** Hidden (`true`) or shown again (`false`); `seen` are the heads that the deleter saw. */
  del: z.boolean().optional(),
  seen: z.array(changeIdSchema).max(64).optional(),
});
export type Change = z.infer<typeof changeSchema>;

/**
 * What the reader had before them when they began to edit: nothing else is replaced by what they save. `heads` is
 * absent in the drafts that the first version kept.
 */
export type ShownText = Pick<Note, 'body' | 'versions'> & { heads?: string[] };

/** The same with what the note was filed under, where that is edited, too. */
export type ShownNote = ShownText & Partial<Pick<Note, 'topics' | 'tags'>>;

/** What the reader gives to make or edit a note. */
export type NoteDraft = {
  target: Target | null;
  topics: string[];
  tags: string[];
  body: string;
  /** Given to a new note only: where it stands does not change. */
  fact?: string | undefined;
  /** Null: the note is no event, or no longer one. */
  event?: OwnEvent | null | undefined;
};
