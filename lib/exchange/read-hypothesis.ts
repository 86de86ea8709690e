import { z } from 'zod';
import { describeIssue } from '@/lib/model/describe-issue';
import type { ForeignNote } from '@/lib/notes/take-in';
import { addressSchema, foreignId, foreignTarget, momentSchema, tagsSchema, textSchema } from './foreign';
import { foreignSelectors, pickSelectors, selectorSchema } from './foreign-selectors';
import { refused } from './refused';

/** An annotation as the API of Hypothesis gives it (https://h.readthedocs.io/en/latest/api-reference/v1/). */
const rowSchema = z.object({
  id: z.string().min(1),
  created: momentSchema,
  updated: momentSchema,
  uri: addressSchema,
  text: textSchema.default(''),
  tags: tagsSchema.default([]),
  document: z.object({ title: z.array(z.string()).optional() }).nullish(),
  target: z.array(z.object({ selector: z.array(selectorSchema).optional() })).default([]),
});

/** What its search answers with, and what its client exports. */
const fileSchema = z.union([
  z.object({ rows: z.array(rowSchema) }),
  z.object({ annotations: z.array(rowSchema) }),
]);

/** Whether a value may be a file of Hypothesis: a list under one of its two names. */
export function isHypothesis(value: object): boolean {
  return (
    ('rows' in value && Array.isArray(value.rows)) ||
    ('annotations' in value && Array.isArray(value.annotations))
  );
}

/**
 * The annotations of a file of Hypothesis as notes: quote and place, text, tags, times. Throws `import-invalid` with the
 * path of what is wrong.
 */
export async function readHypothesis(value: unknown): Promise<ForeignNote[]> {
  const file = fileSchema.safeParse(value);
  if (!file.success) throw refused(describeIssue(file.error));
  return Promise.all(('rows' in file.data ? file.data.rows : file.data.annotations).map(toNote));
}

async function toNote(row: z.infer<typeof rowSchema>): Promise<ForeignNote> {
  const { quote, position } = pickSelectors(row.target[0]?.selector ?? []);
  return {
    id: await foreignId('hypothesis', row.id),
    createdAt: row.created,
    modifiedAt: row.updated,
    target: foreignTarget(row.uri, row.document?.title?.[0] ?? '', foreignSelectors(quote, position)),
    topics: [],
    tags: row.tags,
    body: row.text,
    versions: [],
    isOurs: false,
  };
}
