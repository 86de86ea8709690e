/** What many parts of a knowledge pack are made of. */
import { z } from 'zod';
import { isCoarseDate } from '@/lib/time/coarse-date';

/** The id of a topic, a pack, or of something inside a topic. */
export const idSchema = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens')
  .max(80);
/** A language tag. */
export const languageSchema = z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'a BCP 47 language tag');
/** A day, month, quarter or year. */
export const dateSchema = z.string().refine(isCoarseDate, 'a date is 2025, 2025-Q4, 2025-09 or 2025-09-18');

/** A text of at most so many letters, or one for each language. */
export function textSchema(maximum: number) {
  const line = z.string().trim().min(1).max(maximum);
  return z.union([line, z.record(languageSchema, line)]);
}

/** A text in English, or one text for each language tag: the first is what was written, the others are translations. */
export type PackText = string | Record<string, string>;
