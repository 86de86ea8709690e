import { z } from 'zod';
import { describeIssue } from '@/lib/model/describe-issue';
import { NOTE_LIMITS } from '@/lib/model/note-limits';
import type { ForeignNote } from '@/lib/notes/take-in';
import { foreignId, foreignTarget, momentSchema, tagsSchema, textSchema } from './foreign';
import { foreignSelectors } from './foreign-selectors';
import type { TableRow } from './read-table';
import { refused } from './refused';
import { toIri } from './w3c-names';

const optional = z.string().default('');
/** A moment, where there is one. */
const whenSchema = z.preprocess((cell) => cell || undefined, momentSchema.optional());
/** A list with commas between its names. */
const namesSchema = optional.transform((cell) => cell.split(','));

/**
 * A highlight as Readwise exports it, by the names of its columns; or by the columns in which it imports highlights of
 * others, which have an address. Where in the book it stands, and its colour, no note of ours can say.
 */
const rowSchema = z.object({
  Highlight: z.string().max(NOTE_LIMITS.quote),
  'Book Title': optional,
  'Book Author': optional,
  Title: optional,
  Author: optional,
  URL: optional,
  'Amazon Book ID': optional,
  Note: textSchema.default(''),
  Tags: namesSchema,
  'Document tags': namesSchema,
  Location: optional,
  'Highlighted at': whenSchema,
  Date: whenSchema,
});

const taggedSchema = z.object({ Tags: tagsSchema });

/** Whether these are columns of a file of Readwise. */
export function isReadwise(columns: readonly string[]): boolean {
  return columns.includes('Highlight') && (columns.includes('Book Title') || columns.includes('Title'));
}

/** The highlights of a file of Readwise as notes. Throws `import-invalid` with the line of what is wrong. */
export function readReadwise(rows: readonly TableRow[], now: Date): Promise<ForeignNote[]> {
  return Promise.all(rows.map((row) => toNote(row, now)));
}

async function toNote({ line, cells }: TableRow, now: Date): Promise<ForeignNote> {
  const { Tags, 'Document tags': documentTags, ...row } = check(rowSchema, cells, line);
  const title = row['Book Title'] || row.Title;
  const author = row['Book Author'] || row.Author;
  const url = URL.canParse(row.URL) ? row.URL : toIri('page', row['Amazon Book ID'] || `${title}, ${author}`);
  const at = row['Highlighted at'] ?? row.Date ?? now.getTime();
  return {
    id: await foreignId('readwise', url, row.Location, row.Highlight),
    createdAt: at,
    modifiedAt: at,
    target: foreignTarget(
      url,
      [title, author].filter((part) => part !== '').join(', '),
      foreignSelectors({ exact: row.Highlight }, undefined),
    ),
    topics: [],
    tags: check(taggedSchema, { Tags: [...Tags, ...documentTags] }, line).Tags,
    body: row.Note,
    versions: [],
    isOurs: false,
  };
}

function check<Schema extends z.ZodType>(schema: Schema, value: unknown, line: number): z.infer<Schema> {
  const read = schema.safeParse(value);
  if (!read.success) throw refused(`line ${line}: ${describeIssue(read.error)}`);
  return read.data;
}
