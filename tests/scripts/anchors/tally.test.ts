import { describe, expect, it } from 'vitest';
import { isAlike } from '@/scripts/anchors/cases';
import { count, createTally } from '@/scripts/anchors/tally';

const QUOTE = 'Nobody would say who had packed them, or when.';
const FIRST = `One of the older harbours of the coast. ${QUOTE} Another paragraph has all of the rest.`;
const SPAN = { start: FIRST.indexOf(QUOTE), end: FIRST.indexOf(QUOTE) + QUOTE.length };

/** Whether the quote is alike where `from` has become `to` before, in or after it. */
function isAlikeAfter(from: string, to: string): boolean {
  const text = FIRST.replace(from, to);
  const start = text.indexOf('Nobody');
  return isAlike(FIRST, SPAN, text, { start, end: text.indexOf('when.') + 5 });
}

describe('isAlike', () => {
  it.each([
    { from: 'packed', to: 'parked', alike: true, because: 'a letter of the quote differs' },
    { from: 'packed', to: 'pa\u00adcked', alike: true, because: 'nobody sees a soft hyphen' },
    { from: 'One of', to: 'Some of', alike: true, because: 'what is farther off may differ' },
    { from: 'would say who had packed', to: 'asks', alike: false, because: 'too much of the quote differs' },
    { from: 'coast. ', to: 'shore. ', alike: false, because: 'what stands before it differs' },
    { from: ' Another', to: ' The last', alike: false, because: 'what stands after it differs' },
  ])('$alike where $because', ({ from, to, alike }) => {
    expect(isAlikeAfter(from, to)).toBe(alike);
  });
});

describe('count', () => {
  const text = `${QUOTE} ${QUOTE}`;
  const [first, second] = [
    { start: 0, end: QUOTE.length },
    { start: QUOTE.length + 1, end: text.length },
  ];

  it('takes a place that is alike for neither wrong nor right', () => {
    const tally = createTally();
    const fate = { fate: 'kept', span: first, most: first } as const;
    count(tally, text, { fate, again: null, isAlike: () => true }, second);
    expect(tally).toEqual({ ...createTally(), all: 1, kept: 1 });
  });

  it('takes any other place for a wrong one', () => {
    const tally = createTally();
    count(tally, text, { fate: { fate: 'removed' }, again: null, isAlike: () => false }, second);
    expect(tally).toEqual({ ...createTally(), all: 1, removed: 1, wrong: 1 });
  });
});
