import { z } from 'zod';
import { describeIssue } from '@/lib/model/describe-issue';
import { isNoteId, noteSchema } from '@/lib/model/note';
import type { ForeignNote } from '@/lib/notes/take-in';
import { fromCell } from './csv-cell';
import { COLUMNS, type CsvRow, splitNames } from './csv-columns';
import { foreignId } from './foreign';
import { readMoment } from './read-moment';
import type { TableRow } from './read-table';
import { refused } from './refused';
import { fromTwinsText } from './twins-text';

/** Whether these are columns of our CSV: those that a note cannot do without, whatever was added or taken away. */
export function isOwnCsv(columns: readonly string[]): boolean {
  return ['Note ID', 'Note', 'Address'].every((column) => columns.includes(column));
}

/** The notes of our CSV; a row that somebody added has no id and gets one. Throws `import-invalid` with the line. */
export function readOwnCsv(rows: readonly TableRow[], now: Date): Promise<ForeignNote[]> {
  return Promise.all(rows.map((row) => toNote(row, now)));
}

async function toNote({ line, cells }: TableRow, now: Date): Promise<ForeignNote> {
  const row = Object.fromEntries(COLUMNS.map((column) => [column, fromCell(cells[column] ?? '')])) as CsvRow;
  const isOurs = row['Note ID'] !== '';
  if (isOurs && !isNoteId(row['Note ID'])) throw refused(`line ${line}: Note ID: not an id of a note`);
  const modifiedAt = toMoment(row, 'Modified', line) ?? toMoment(row, 'Created', line) ?? now.getTime();
  const note = {
    id: isOurs ? row['Note ID'] : await foreignId('csv', row.Address, row.Quote, row.Note),
    createdAt: toMoment(row, 'Created', line) ?? modifiedAt,
    modifiedAt,
    target: toTarget(row, line),
    topics: splitNames(row.Topics),
    tags: splitNames(row.Tags),
    ...(row.Statement !== '' && { fact: row.Statement }),
    ...(row.Event !== '' && { event: { date: row['Event date'], text: row.Event } }),
    body: row.Note,
    versions: toVersions(row['Other versions'], line),
    heads: row.Revision.split(' ').filter((id) => id !== ''),
  };
  const read = ownSchema.safeParse(note);
  if (!read.success) throw refused(`line ${line}: ${describeIssue(read.error)}`);
  return { ...read.data, isOurs };
}

const ownSchema = noteSchema.omit({ v: true, hidden: true, author: true, vault: true });

function toTarget(row: CsvRow, line: number) {
  const { Address: url, Title: title, Article: canonical, Published: published, Quote: exact } = row;
  if (url === '' && canonical === '' && title === '') return null;
  const twins = fromTwinsText(row.Twins);
  return {
    url,
    canonical: canonical || url,
    title,
    published: published || null,
    selectors:
      exact === ''
        ? null
        : {
            quote: { type: 'TextQuoteSelector' as const, exact, prefix: row.Before, suffix: row.After },
            position: {
              type: 'TextPositionSelector' as const,
              start: toPosition(row, 'Start', line) ?? 0,
              end: toPosition(row, 'End', line) ?? exact.length,
            },
            ...((row['Farther before'] !== '' || row['Farther after'] !== '') && {
              surroundings: { before: row['Farther before'], after: row['Farther after'] },
            }),
            ...(twins && { twins }),
          },
  };
}

function toMoment(row: CsvRow, column: 'Created' | 'Modified', line: number): number | null {
  if (row[column].trim() === '') return null;
  const moment = readMoment(row[column]);
  if (moment === null) throw refused(`line ${line}: ${column}: not a date and time`);
  return moment;
}

function toPosition(row: CsvRow, column: 'Start' | 'End', line: number): number | null {
  if (row[column].trim() === '') return null;
  const position = Number(row[column]);
  if (!Number.isSafeInteger(position)) throw refused(`line ${line}: ${column}: not a whole number`);
  return position;
}

function toVersions(cell: string, line: number): string[] {
  if (cell === '') return [];
  try {
    return z.array(z.string()).parse(JSON.parse(cell));
  } catch (cause) {
    throw refused(`line ${line}: Other versions: not a list of texts`, cause);
  }
}
