import { announceEdit } from '@/lib/messages/announce-edit';
import { AppError } from '@/lib/model/app-error';
import { describeIssue } from '@/lib/model/describe-issue';
import { parseJson } from '@/lib/model/parse-json';
import { applyChanges } from '@/lib/notes/apply-changes';
import type { Applied } from '@/lib/sync/store';
import { NOTES_VERSION, type NotesFile, notesFileSchema, notesHeaderSchema } from './notes-file';

const LIMITS = { mostBytes: 64_000_000, mostDepth: 32 };

/**
 * Merges a file of notes in: nothing here is overwritten, what is known already stays as it is, and where
 * both sides changed a text both texts stay. Whole or not at all: throws `import-invalid` with
 * "path: reason", `import-newer` for a file of a later version, and what the database throws.
 */
export async function importNotes(text: string, mostBytes?: number): Promise<Applied> {
  const applied = await applyChanges(parseNotesFile(text, mostBytes).changes);
  announceEdit();
  return applied;
}

/** The file that a text holds. Throws as `importNotes` does. */
export function parseNotesFile(text: string, mostBytes = LIMITS.mostBytes): NotesFile {
  const parsed = parseJson(text, { ...LIMITS, mostBytes });
  if (!parsed.ok) throw new AppError('import-invalid', { detail: `(root): ${parsed.reason}` });
  const header = notesHeaderSchema.safeParse(parsed.value);
  if (!header.success) throw new AppError('import-invalid', { detail: describeIssue(header.error) });
  if (header.data.v > NOTES_VERSION) throw new AppError('import-newer', { detail: String(header.data.v) });
  const file = notesFileSchema.safeParse(parsed.value);
  if (!file.success) throw new AppError('import-invalid', { detail: describeIssue(file.error) });
  return file.data;
}
