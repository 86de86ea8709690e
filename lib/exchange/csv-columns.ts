/** The columns of our CSV, in their order: what a reader looks at first, and last what only the import needs. */
export const COLUMNS = [
  'Title',
  'Address',
  'Published',
  'Quote',
  'Note',
  'Other versions',
  'Tags',
  'Topics',
  'Created',
  'Modified',
  'Statement',
  'Event date',
  'Event',
  'Article',
  'Before',
  'After',
  'Start',
  'End',
  'Farther before',
  'Farther after',
  'Twins',
  'Note ID',
  'Revision',
] as const;

/** A row of our CSV. */
export type CsvRow = Record<(typeof COLUMNS)[number], string>;

/** Names in one cell, with commas between them. */
export function joinNames(names: readonly string[]): string {
  return names.map((name) => name.replace(/[\\,]/g, '\\$&')).join(', ');
}

/** The names of a cell of `joinNames`. */
export function splitNames(cell: string): string[] {
  return (cell.match(/(?:\\.|[^\\,])+/gs) ?? [])
    .map((name) => name.replace(/^\s+|\s+$/g, '').replace(/\\(.)/gs, '$1'))
    .filter((name) => name !== '');
}
