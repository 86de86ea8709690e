/** What the bench prints: a table for each measurement, a line for each figure, with its bar where it has one. */

import { toText } from './statistics.ts';

/** One figure. `met` is null where there is no bar. */
export type Line = { figure: string; value: string; spread: string; bar: string; met: boolean | null };

/** What a measurement comes to: its lines, and sentences on how they were come by. */
export type Section = { title: string; lines: Line[]; notes: string[] };

/** A line whose bar is "at most". */
export function atMost(figure: string, value: number, spread: string, bar: number, unit = ''): Line {
  return toLine(figure, value, spread, `≤ ${bar}${unit}`, value <= bar, unit);
}

/** A line whose bar is "at least". */
export function atLeast(figure: string, value: number, spread: string, bar: number, unit = ''): Line {
  return toLine(figure, value, spread, `≥ ${bar}${unit}`, value >= bar, unit);
}

/** A line without a bar, to set the others beside. */
export function plain(figure: string, value: number, spread: string, unit = ''): Line {
  return toLine(figure, value, spread, '', null, unit);
}

/** A line whose bar is not a number: whether it `isMet` was judged by whoever measured. */
export function reached(figure: string, value: number, bar: string, isMet: boolean, unit = ''): Line {
  return toLine(figure, value, '', bar, isMet, unit);
}

function toLine(
  figure: string,
  value: number,
  spread: string,
  bar: string,
  met: boolean | null,
  unit: string,
): Line {
  return { figure, value: Number.isNaN(value) ? '–' : `${toText(value)}${unit}`, spread, bar, met };
}

/** Prints a section. */
export function printSection({ title, lines, notes }: Section): void {
  const rows = [
    ['', 'figure', 'spread', 'bar', ''],
    ...lines.map(({ figure, value, spread, bar, met }) => [
      figure,
      value,
      spread,
      bar,
      met === null ? '' : met ? 'met' : 'MISSED',
    ]),
  ];
  const widths = (rows[0] as string[]).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] as string).length)),
  );
  console.log(`\n${title}`);
  for (const row of rows) {
    const cells = row.map((cell, column) =>
      column === 1 ? cell.padStart(widths[column] as number) : cell.padEnd(widths[column] as number),
    );
    console.log(`  ${cells.join('  ').trimEnd()}`);
  }
  for (const note of notes) console.log(`  ${note}`);
}
