/** Where a selection must be found again, by what has become of its characters. */

import { sum } from '../bench/statistics.ts';

/** Half-open span in a page text. */
export type Span = { start: number; end: number };

/**
 * What has become of a selection: `kept`, where its text stands or differs in at most 20 % of its characters; `changed`,
 * where less of it is left than that; `removed`, where nothing is.
 */
export type Fate = { fate: 'kept'; span: Span } | { fate: 'changed'; pieces: Span[] } | { fate: 'removed' };

/** Most of a selection that may differ for it to be `kept`. */
const MOST_DIFFERENT = 0.2;

/** The fate of the selection `span` of the first text; `now` has the new offset of each of its units. */
export function findFate(first: string, { start, end }: Span, text: string, now: Int32Array): Fate {
  const far = Math.max(24, (end - start) / 4);
  const pieces: Span[] = [];
  for (let at = start; at < end; at++) {
    const place = now[at] as number;
    if (place < 0 || !(first[at] as string).trim()) continue;
    const piece = pieces.at(-1);
    const isNext =
      piece && place >= piece.end && (place - piece.end < far || countSigns(text, piece.end, place) < far);
    if (isNext) piece.end = place + 1;
    else pieces.push({ start: place, end: place + 1 });
  }
  if (pieces.length === 0) return { fate: 'removed' };
  const size = (piece: Span) => countSigns(text, piece.start, piece.end);
  const span = pieces.reduce((best, piece) => (size(piece) > size(best) ? piece : best));
  const before = evenOut(first.slice(start, end));
  const after = evenOut(text.slice(span.start, span.end));
  const isKept = countEdits(before, after) <= before.length * MOST_DIFFERENT;
  return isKept ? { fate: 'kept', span } : { fate: 'changed', pieces };
}

/** What both spans cover of the text as a share of what either covers; white space does not count. */
export function overlap(text: string, a: Span, b: Span): number {
  const both = countSigns(text, Math.max(a.start, b.start), Math.min(a.end, b.end));
  return both / (countSigns(text, a.start, a.end) + countSigns(text, b.start, b.end) - both);
}

function countSigns(text: string, start: number, end: number): number {
  return start < end ? text.slice(start, end).replace(/\s+/g, '').length : 0;
}

/** What the pieces cover as a share of the span; white space does not count. */
export function shareOf(text: string, span: Span, pieces: readonly Span[]): number {
  const covered = pieces.map(({ start, end }) =>
    countSigns(text, Math.max(start, span.start), Math.min(end, span.end)),
  );
  return sum(covered) / countSigns(text, span.start, span.end);
}

/** Runs of white space are one space; what is looked at is alike in either kind of accents. */
function evenOut(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** Levenshtein's distance, row by row. */
function countEdits(a: string, b: string): number {
  if (a === b) return 0;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swapped = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swapped, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}
