import { describe, expect, it } from 'vitest';
import { findFate, nearestSpan } from '@/scripts/anchors/known-place';

const FIRST = 'The port of Rotterdam has stopped eleven crates of spares.';

/** The fate of a selection of `FIRST` after one word of it has become another. */
function fateOf(selection: string, from: string, to: string) {
  const at = FIRST.indexOf(from);
  const text = FIRST.replace(from, to);
  const now = Int32Array.from(FIRST, (_, offset) => {
    if (offset < at) return offset;
    return offset < at + from.length ? -1 : offset + to.length - from.length;
  });
  const insteadOf = (origin: number) =>
    origin >= at && origin < at + from.length ? { start: at, end: at + to.length } : null;
  const start = FIRST.indexOf(selection);
  const fate = findFate(FIRST, { start, end: start + selection.length }, text, { now, insteadOf });
  return { text, fate };
}

describe('findFate', () => {
  it('takes what came in the place of the last word for a part of the span or not', () => {
    const { text, fate } = fateOf('The port of Rotterdam has stopped eleven', 'eleven', 'many');
    if (fate.fate !== 'kept') throw new Error(fate.fate);
    expect(text.slice(fate.span.start, fate.span.end)).toBe('The port of Rotterdam has stopped');
    expect(text.slice(fate.most.start, fate.most.end)).toBe('The port of Rotterdam has stopped many');
    expect(nearestSpan(fate, { start: 0, end: text.length })).toEqual(fate.most);
    expect(nearestSpan(fate, { start: 4, end: 8 })).toEqual(fate.span);
  });

  it('does so where the selection began within the word', () => {
    const { text, fate } = fateOf('ped eleven crates of spares', 'stopped', 'held');
    if (fate.fate !== 'kept') throw new Error(fate.fate);
    expect(text.slice(fate.span.start, fate.span.end)).toBe('eleven crates of spares');
    expect(text.slice(fate.most.start, fate.most.end)).toBe('held eleven crates of spares');
  });

  it('adds nothing that came beside the selection', () => {
    const { fate } = fateOf('stopped eleven crates', 'of', 'with');
    expect(fate).toMatchObject({ fate: 'kept', most: fate.fate === 'kept' && fate.span });
  });
});
