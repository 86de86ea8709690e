import { describe, expect, it } from 'vitest';
import { describeSpan } from '@/lib/anchor/describe';

const TEASER = 'Read more about the crates in the port.';
const twinsAt = (text: string, start: number, quote: string) =>
  describeSpan(text, start, start + quote.length, quote).twins;

describe('compareTwins', () => {
  it('says nothing of a quote that stands once', () => {
    const text = `Tides of the coast.\n\n${TEASER}\n\nImprint.`;
    expect(twinsAt(text, text.indexOf(TEASER), TEASER)).toBeUndefined();
  });

  it('counts what a twin has in a row, the quote and what stands beside it', () => {
    const text = `Ask the harbour office: open.\n\nTides.\n\nMoor at the harbour office: shut.`;
    const twins = twinsAt(text, text.indexOf('office'), 'office');
    // "theharbouroffice:" with the colon.
    expect(twins?.row).toBe('theharbouroffice:'.length);
    expect(twins).toMatchObject({ nth: 0, of: 1 });
  });

  it('says how alike the surroundings of the likest twin are', () => {
    const [one, two] = ['before the night of the long rains', 'before the light of the long rains'];
    const text = `${one} ${TEASER} Weather at sea, and tides.\n\n${'x'.repeat(300)}\n\n${two} ${TEASER} Imprint of the house.`;
    const twins = twinsAt(text, text.indexOf(TEASER), TEASER);
    expect(twins?.before).toBeGreaterThan(0.9);
    expect(twins?.before).toBeLessThan(1);
    expect(twins?.after).toBeLessThan(0.7);
  });

  it.each([0, 1, 2])('numbers places that are all the same in the order of the page: %i', (nth) => {
    const text = `${'x'.repeat(300)}${TEASER}`.repeat(3) + 'x'.repeat(300);
    const start = nth * (300 + TEASER.length) + 300;
    expect(twinsAt(text, start, TEASER)).toMatchObject({ before: 1, after: 1, nth, of: 3 });
  });

  it('counts no two copies that stand over each other', () => {
    const text = 'over and '.repeat(100);
    const quote = 'over and over and over';
    expect(twinsAt(text, text.indexOf(quote, 300), quote)?.of).toBeGreaterThan(6);
  });

  it('says nothing where all places are about as alike, nor of a quote of which nothing is left when it is folded', () => {
    const row = 'nothing to declare, 0.00 ';
    const text = `${row.repeat(200)}something to declare, 0.00 ${row.repeat(200)}`;
    expect(
      twinsAt(text, text.indexOf('some'), `something to declare, 0.00 ${row.repeat(3)}`),
    ).toBeUndefined();
    expect(twinsAt('one\u1680two\u1680three', 3, '\u1680')).toBeUndefined();
  });
});
