/**
 * The file in which notes move between profiles: the changes that make them, and nothing derived from
 * them, so that a file can never say two things. Importing is the union of changes.
 */
import { z } from 'zod';
import { changeSchema } from '@/lib/model/note';

export const NOTES_FORMAT = 'sidelight-notes';

/** The version of the file that we write, and the newest that we read. */
export const NOTES_VERSION = 1;

/** What every version of the file begins with. */
export const notesHeaderSchema = z.looseObject({
  format: z.literal(NOTES_FORMAT, 'not a file of Sidelight notes'),
  v: z.number().int().positive(),
});

/** Version 1. Keys that we do not know are let through. */
export const notesFileSchema = z.looseObject({
  format: z.literal(NOTES_FORMAT),
  v: z.literal(NOTES_VERSION),
  exportedAt: z.iso.datetime(),
  /** The installation that wrote the file. */
  replica: z.string().max(64),
  changes: z.array(changeSchema),
});
export type NotesFile = z.infer<typeof notesFileSchema>;
