/** How a term is written on the page, and whether its case is that which it asks for. */
import type { TermTables } from './layout';

/** A text with width, invisible characters and gaps evened out, its case kept: what a case rule compares. */
export function evenOut(text: string): string {
  return text.normalize('NFKC').replace(/[\s\xad\u200b-\u2060\ufeff-]/g, '');
}

/** Whether what stands there is written as the term must be. */
export function isWritten(found: string, [, , , written, isUpper]: TermTables['terms'][0]): boolean {
  if (!written) return true;
  const even = evenOut(found);
  return even === written || (isUpper === 1 && even === written.toUpperCase());
}
