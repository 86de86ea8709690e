import Papa from 'papaparse';
import type { Note } from '@/lib/model/note';
import { toCell } from './csv-cell';
import { COLUMNS, type CsvRow, joinNames } from './csv-columns';
import { toTwinsText } from './twins-text';

/**
 * Notes as a table, one row each, for a spreadsheet: its lines, each a text. It begins with a byte order mark, without which Excel reads
 * something else than UTF-8.
 *
 * Law: `readOwnCsv` gives each note back as it was shown, and no cell begins with what a spreadsheet would run.
 */
export function* toCsv(notes: readonly Note[]): Generator<string> {
  yield `\uFEFF${toLine([...COLUMNS])}`;
  for (const note of notes) {
    const row = toRow(note);
    yield `\r\n${toLine(COLUMNS.map((column) => toCell(row[column])))}`;
  }
}

function toLine(cells: string[]): string {
  return Papa.unparse([cells], { quotes: true });
}

function toRow({ id, target, ...note }: Note): CsvRow {
  const { quote, position, surroundings, twins } = target?.selectors ?? {};
  return {
    Title: target?.title ?? '',
    Address: target?.url ?? '',
    Published: target?.published ?? '',
    Quote: quote?.exact ?? '',
    Note: note.body,
    'Other versions': note.versions.length === 0 ? '' : JSON.stringify(note.versions),
    Tags: joinNames(note.tags),
    Topics: joinNames(note.topics),
    Created: new Date(note.createdAt).toISOString(),
    Modified: new Date(note.modifiedAt).toISOString(),
    Statement: note.fact ?? '',
    'Event date': note.event?.date ?? '',
    Event: note.event?.text ?? '',
    Article: target?.canonical ?? '',
    Before: quote?.prefix ?? '',
    After: quote?.suffix ?? '',
    Start: position ? String(position.start) : '',
    End: position ? String(position.end) : '',
    'Farther before': surroundings?.before ?? '',
    'Farther after': surroundings?.after ?? '',
    Twins: toTwinsText(twins),
    'Note ID': id,
    Revision: note.heads.join(' '),
  };
}
