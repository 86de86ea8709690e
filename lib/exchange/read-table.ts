import Papa from 'papaparse';
import { refused } from './refused';

/** A row of a table: its cells by their columns, and the line of the file that it begins on. */
export type TableRow = { line: number; cells: Readonly<Record<string, string>> };

/** The columns of a CSV, and its rows without the blank ones. Throws `import-invalid` with the line. */
export function readTable(text: string): { columns: string[]; rows: TableRow[] } {
  let columns: string[] | null = null;
  const rows: TableRow[] = [];
  let line = 1;
  let read = 0;
  Papa.parse<string[]>(text, {
    step: ({ data, errors, meta }) => {
      const [error] = errors;
      if (error && error.code !== 'UndetectableDelimiter') throw refused(`line ${line}: ${error.message}`);
      if (columns === null) columns = data.map((name) => name.trim());
      else if (data.some((cell) => cell.trim() !== ''))
        rows.push({ line, cells: toCells(columns, data, line) });
      line += countBreaks(text, read, meta.cursor);
      read = meta.cursor;
    },
  });
  return { columns: columns ?? [], rows };
}

function toCells(columns: readonly string[], data: readonly string[], line: number): Record<string, string> {
  if (data.length > columns.length) throw refused(`line ${line}: more cells than columns`);
  return Object.fromEntries(columns.map((column, index) => [column, data[index] ?? '']));
}

function countBreaks(text: string, from: number, to: number): number {
  return text.slice(from, to).match(/\r\n|\r|\n/g)?.length ?? 0;
}
