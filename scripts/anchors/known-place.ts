/** Where a selection must be found again, by what has become of its characters. */

/** Half-open span in a page text. */
export type Span = { start: number; end: number };

/**
 * What has become of a selection: `kept`, where its text stands or differs in at most 20 % of its characters; `changed`,
 * where less of it is left than that; `removed`, where nothing is.
 */
export type Fate = { fate: 'kept' | 'changed'; span: Span } | { fate: 'removed' };

/** Most of a selection that may differ for it to be `kept`. */
const MOST_DIFFERENT = 0.2;

/** The fate of the selection `span` of the first text; `now` has the new offset of each of its units. */
export function findFate(first: string, { start, end }: Span, text: string, now: Int32Array): Fate {
  const far = Math.max(24, (end - start) / 4);
  let best: number[] = [];
  let run: number[] = [];
  for (let at = start; at < end; at++) {
    const place = now[at] as number;
    if (place < 0 || !(first[at] as string).trim()) continue;
    const last = run.at(-1) ?? place;
    if (place < last || (place - last > far && countSigns(text, last, place) > far)) run = [];
    run.push(place);
    if (run.length > best.length) best = run;
  }
  if (best.length === 0) return { fate: 'removed' };
  const span = { start: best[0] as number, end: (best.at(-1) as number) + 1 };
  const before = evenOut(first.slice(start, end));
  const after = evenOut(text.slice(span.start, span.end));
  const isKept = countEdits(before, after) <= before.length * MOST_DIFFERENT;
  return { fate: isKept ? 'kept' : 'changed', span };
}

/** What both spans cover of the text as a share of what either covers; white space does not count. */
export function overlap(text: string, a: Span, b: Span): number {
  const both = countSigns(text, Math.max(a.start, b.start), Math.min(a.end, b.end));
  return both / (countSigns(text, a.start, a.end) + countSigns(text, b.start, b.end) - both);
}

function countSigns(text: string, start: number, end: number): number {
  return start < end ? text.slice(start, end).replace(/\s+/g, '').length : 0;
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
