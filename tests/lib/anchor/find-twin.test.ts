import { describe, expect, it } from 'vitest';
import { findTwin } from '@/lib/anchor/find-twin';
import { fold } from '@/lib/anchor/fold-page';

const TEASER = 'Read more about the crates that lie in the port.';
const PAGE = [
  'Weather and tides of the northern coast',
  TEASER,
  'Nobody would say who had packed them, or when.',
  'Prices of second-hand tools have followed',
  TEASER,
  'Imprint and contact of the editors',
].join('\n\n');

function twinOf(quote: string, page = PAGE, exact = fold(quote).text) {
  const { text } = fold(page);
  const start = text.indexOf(exact);
  return findTwin(text, start, start + exact.length);
}

describe('findTwin', () => {
  it.each([
    { quote: 'who had packed them', telling: null, because: 'it stands once' },
    { quote: TEASER, telling: { before: true, after: true }, because: 'both sides differ' },
    { quote: 'Read more', telling: { before: true, after: false }, because: 'it goes on the same way' },
    {
      quote: 'in the port.',
      telling: { before: false, after: true },
      because: 'it comes from the same words',
    },
    {
      quote: 'the crates',
      telling: { before: true, after: true },
      because: 'neither side tells more than the other',
    },
  ])('of "$quote" is $telling: $because', ({ quote, telling }) => {
    expect(twinOf(quote)?.telling ?? null).toEqual(telling);
  });

  it('takes no heed of white space', () => {
    const page = PAGE.replace(/ crates/g, '\n   crates').replace('\n   crates', ' crates');
    expect(twinOf(TEASER, page)?.telling).toEqual({ before: true, after: true });
  });

  it('knows a twin that differs a little', () => {
    const page = PAGE.replace(
      `${TEASER}\n\nImprint`,
      'Read more about the crates that lie in the park.\n\nImprint',
    );
    expect(twinOf(TEASER, page)).not.toBeNull();
  });

  it('knows a twin that differs a little in many places', () => {
    const page = PAGE.replace(
      `${TEASER}\n\nImprint`,
      'Read mere about the crotes that lie on the pork.\n\nImprint',
    );
    expect(twinOf(TEASER, page)).not.toBeNull();
  });

  it('says where a twin is that is alike', () => {
    const { text } = fold(PAGE);
    const start = text.lastIndexOf(fold(TEASER).text);
    const alike = { start, end: start + fold(TEASER).text.length, errors: 0 };
    expect(twinOf(TEASER)?.alike).toEqual([alike]);
  });

  it('of nothing is null', () => {
    expect(findTwin(fold(PAGE).text, 5, 5)).toBeNull();
  });

  it('looks for nothing alike on a page that says the same over and over: it is everywhere', () => {
    const row = 'nothing to declare, 0.00 ';
    const page = `${row.repeat(200)}something to declare, 0.00 ${row.repeat(200)}`;
    expect(twinOf(row.repeat(4), page)?.alike).toEqual([]);
    expect(twinOf(`something to declare, 0.00 ${row.repeat(3)}`, page)).toMatchObject({ alike: null });
  });
});
