/** What a spreadsheet would take for a formula, or as the start of another cell (OWASP, CSV injection). */
const ACTING = /^[\s']*[=+\-@＝＋－＠]|^'*[\t\r]/;

/** A text as a cell that no spreadsheet runs: an apostrophe stands before what would act. Undone by `fromCell`. */
export function toCell(text: string): string {
  return ACTING.test(text) ? `'${text}` : text;
}

/** The text of a cell that `toCell` made; any other cell as it is. */
export function fromCell(cell: string): string {
  return cell.startsWith("'") && ACTING.test(cell.slice(1)) ? cell.slice(1) : cell;
}
