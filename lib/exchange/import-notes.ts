import { AppError } from '@/lib/model/app-error';
import { describeIssue } from '@/lib/model/describe-issue';
import { parseJson } from '@/lib/model/parse-json';
import { applyChanges, type SeeMerged } from '@/lib/notes/apply-changes';
import type { ForeignNote } from '@/lib/notes/take-in';
import type { Applied } from '@/lib/sync/store';
import { NOTES_VERSION, type NotesFile, notesFileSchema, notesHeaderSchema } from './notes-file';
import { refused } from './refused';

/** Room for 100,000 notes of any length that is usual, in the longest of the formats. */
const LIMITS = { mostBytes: 256_000_000, mostDepth: 32 };

/**
 * Merges a file of notes in, whatever it is called: a backup of ours, W3C annotations in JSON-LD, annotations of
 * Hypothesis, our CSV or that of Readwise. Nothing here is overwritten, what is known already stays as it is, and where
 * both sides changed a text both texts stay. Whole or not at all: throws `import-invalid` with "path: reason" or
 * "line 3: reason", `import-newer` for a backup of a later version, and what the database throws.
 */
export async function importNotes(
  text: string,
  see?: SeeMerged,
  mostBytes = LIMITS.mostBytes,
): Promise<Applied> {
  const isJson = /^[\uFEFF\s]*[[{]/.test(text);
  return isJson ? importJson(readJson(text, mostBytes), see) : takeNotes(await readCsv(text, mostBytes), see);
}

/** The same for a file, which is refused before it is read where it is too large. */
export async function importFile(
  file: Blob,
  see?: SeeMerged,
  mostBytes = LIMITS.mostBytes,
): Promise<Applied> {
  if (file.size > mostBytes) throw refused(`(root): larger than ${mostBytes / 1_000_000} MB`);
  return importNotes(await file.text(), see, mostBytes);
}

async function importJson(value: unknown, see?: SeeMerged): Promise<Applied> {
  const isObject = typeof value === 'object' && value !== null;
  if (isObject && 'format' in value) return applyChanges(checkNotesFile(value).changes, see);
  // Backups are read wherever notes are; what reads the other formats is loaded for them alone.
  const [{ isJsonLd, readJsonLd }, { isHypothesis, readHypothesis }] = await Promise.all([
    import('./read-json-ld'),
    import('./read-hypothesis'),
  ]);
  if (isObject && isJsonLd(value)) return takeNotes(await readJsonLd(value, new Date()), see);
  if (isObject && isHypothesis(value)) return takeNotes(await readHypothesis(value), see);
  throw refused('(root): not a file of notes that Sidelight knows');
}

async function readCsv(text: string, mostBytes: number): Promise<ForeignNote[]> {
  if (text.trim() === '') throw refused('line 1: the file is empty');
  if (new Blob([text]).size > mostBytes) throw refused(`line 1: larger than ${mostBytes / 1_000_000} MB`);
  const [{ readTable }, { isOwnCsv, readOwnCsv }, { isReadwise, readReadwise }] = await Promise.all([
    import('./read-table'),
    import('./read-own-csv'),
    import('./read-readwise'),
  ]);
  const { columns, rows } = readTable(text.replace(/^\uFEFF/, ''));
  if (isOwnCsv(columns)) return readOwnCsv(rows, new Date());
  if (isReadwise(columns)) return readReadwise(rows, new Date());
  throw refused('line 1: not a table of notes that Sidelight knows, and not JSON');
}

async function takeNotes(notes: readonly ForeignNote[], see?: SeeMerged): Promise<Applied> {
  const { takeIn } = await import('@/lib/notes/take-in');
  return takeIn(notes, see);
}

/** The backup that a text holds. Throws as `importNotes` does. */
export function parseNotesFile(text: string, mostBytes = LIMITS.mostBytes): NotesFile {
  return checkNotesFile(readJson(text, mostBytes));
}

function checkNotesFile(value: unknown): NotesFile {
  const header = notesHeaderSchema.safeParse(value);
  if (!header.success) throw refused(describeIssue(header.error));
  if (header.data.v > NOTES_VERSION) throw new AppError('import-newer', { detail: String(header.data.v) });
  const file = notesFileSchema.safeParse(value);
  if (!file.success) throw refused(describeIssue(file.error));
  return file.data;
}

function readJson(text: string, mostBytes: number): unknown {
  const parsed = parseJson(text, { ...LIMITS, mostBytes });
  if (!parsed.ok) throw refused(`(root): ${parsed.reason}`);
  return parsed.value;
}
