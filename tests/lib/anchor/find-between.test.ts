import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBetween } from '@/lib/anchor/find-between';
import type { Wanted } from '@/lib/anchor/place';
import { countEdits } from '@/scripts/anchors/known-place';

const WANTED: Wanted = {
  prefix: 'whoeverpackedthecratesatthequay,',
  exact: 'theportofrotterdamhasstoppedelevenofthemontuesday',
  suffix: 'andnobodywouldsaywhattheywerefor',
  at: 0,
  cutBefore: '',
  cutAfter: '',
  telling: null,
  twins: null,
};
const toPage = (quote: string) => `weatherandtides${WANTED.prefix}${quote}${WANTED.suffix}imprintandcontact`;

describe('findBetween', () => {
  it.each([
    ['theportofrotterdamhasheldupelevenofthemontuesday', 'words were replaced'],
    ['theportofrotterdamhasstoppedallofelevenofthemontuesday', 'words were put in'],
    ['theportofrotterdamhasstoppedelevenontuesday', 'words were taken out'],
  ])('finds "%s": %s', (quote) => {
    const page = toPage(quote);
    const found = findBetween(page, WANTED);
    expect(page.slice(found?.start, found?.end)).toBe(quote);
  });

  it.each([
    { page: toPage(''), because: 'it is gone' },
    { page: toPage('brokersinsingaporereckonthatpriceswillgoupbyhalf'), because: 'all of it is another' },
    { page: toPage(`${WANTED.exact}butnotforlong`), because: 'it is much longer' },
    { page: toPage(WANTED.exact).replace('crates', 'chests'), because: 'what stood before it has changed' },
    { page: toPage(WANTED.exact).replace('nobody', 'no one'), because: 'what stood after it has changed' },
    { page: WANTED.prefix + toPage(WANTED.exact), because: 'what stood before it stands twice' },
    { page: toPage(WANTED.exact), telling: { before: true, after: true }, because: 'it had a twin' },
    { page: toPage('eleven'), exact: 'eleven', because: 'a short one must stand word for word' },
    { page: 'xtheportofrotterdamy', prefix: 'x', suffix: 'y', because: 'there is little around it' },
  ])('finds none: $because', ({ page, because, ...wanted }) => {
    expect(findBetween(page, { ...WANTED, ...wanted })).toBeNull();
  });

  it('law: never is more of a quote said to be left than is', () => {
    const some = fc.string({ maxLength: 12, unit: fc.constantFrom(...'abc') });
    const edits = fc.array(fc.record({ at: fc.nat(100), gone: fc.nat(5), fresh: some }), { maxLength: 4 });
    const long = fc.string({ minLength: 20, maxLength: 100, unit: fc.constantFrom(...'abc') });
    let finds = 0;
    fc.assert(
      fc.property(long, edits, (exact, changes) => {
        const quote = changes.reduce(
          (text, { at, gone, fresh }) => text.slice(0, at) + fresh + text.slice(at + gone),
          exact,
        );
        const found = findBetween(toPage(quote), { ...WANTED, exact });
        if (!found) return;
        finds++;
        const whole = WANTED.prefix.length + exact.length + WANTED.suffix.length;
        expect(found.score).toBeLessThanOrEqual(1 - countEdits(exact, quote) / whole);
      }),
    );
    expect(finds).toBeGreaterThan(10);
  });
});
