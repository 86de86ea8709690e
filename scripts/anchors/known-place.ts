/** Where a selection must be found again, by what has become of its characters. */

import { sum } from '../bench/statistics.ts';

/** Half-open span in a page text. */
export type Span = { start: number; end: number };

/**
 * What has become of a selection: `kept`, where its text stands or differs in at most 20 % of its characters; `changed`,
 * where less of it is left than that; `removed`, where nothing is. What has come in the place of its first or last words
 * belongs to a place or not: `most` is the span with all of that.
 */
export type Fate =
  | { fate: 'kept'; span: Span; most: Span }
  | { fate: 'changed'; pieces: Span[] }
  | { fate: 'removed' };

/** Most of a selection that may differ for it to be `kept`. */
export const MOST_DIFFERENT = 0.2;

/** What is known of the units of the first text: the new offset of each, or what stands in its place. */
type Known = { now: Int32Array; insteadOf: (origin: number) => Span | null };

/** The fate of the selection `span` of the first text. */
export function findFate(first: string, { start, end }: Span, text: string, known: Known): Fate {
  const { now } = known;
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
  return isKept
    ? { fate: 'kept', span, most: widen(text, span, { start, end }, known) }
    : { fate: 'changed', pieces };
}

/** The span with what stands right beside it in the place of units of the selection. */
function widen(text: string, span: Span, selection: Span, { now, insteadOf }: Known): Span {
  const most = { ...span };
  for (let at = now.indexOf(span.start) - 1; at >= selection.start; at--) {
    const fresh = insteadOf(at);
    if (fresh && fresh.end <= most.start && countSigns(text, fresh.end, most.start) === 0)
      most.start = fresh.start;
  }
  for (let at = now.indexOf(span.end - 1) + 1; at < selection.end; at++) {
    const fresh = insteadOf(at);
    if (fresh && fresh.start >= most.end && countSigns(text, most.end, fresh.start) === 0)
      most.end = fresh.end;
  }
  return most;
}

/** The span within the bounds that `fate` gives that comes nearest to the one found. */
export function nearestSpan({ span, most }: Extract<Fate, { fate: 'kept' }>, found: Span): Span {
  return {
    start: Math.min(Math.max(found.start, most.start), span.start),
    end: Math.max(Math.min(found.end, most.end), span.end),
  };
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
export function countEdits(a: string, b: string): number {
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
