import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorAll } from '@/lib/anchor/anchor';
import { ARTICLE, anchorOne, NO_HURRY, quoteAt, select, selectText } from './article';

const word = fc.string({ minLength: 1, maxLength: 9, unit: fc.constantFrom(...'abcdefgh中文한글éß’-.,') });
const gap = fc.constantFrom(' ', ' ', '  ', '\n\n', '\u00a0');
/** A page text, and a span of it that holds more than white space. */
const spans = fc
  .tuple(fc.array(fc.tuple(word, gap), { minLength: 12, maxLength: 80 }), fc.nat(), fc.nat())
  .map(([words, one, other]) => {
    const text = words.flat().join('').trim();
    const [start, last] = [one % text.length, other % text.length].toSorted((a, b) => a - b) as [
      number,
      number,
    ];
    return { text, start, end: last + 1 };
  })
  .filter(({ text, start, end }) => text.slice(start, end).trim() !== '');

describe('anchorAll', () => {
  it('law: what was described anchors on the same text to the same span, but for white space at its ends', async () => {
    await fc.assert(
      fc.asyncProperty(spans, async ({ text, start, end }) => {
        const quote = text.slice(start, end);
        const first = start + quote.length - quote.trimStart().length;
        const found = await anchorOne(text, select(text, start, end));
        expect(found).toEqual({
          start: first,
          end: first + quote.trim().length,
          score: 1,
          isUnsure: false,
        });
      }),
    );
  });

  it('law: on any text a span lies within it, holds a character and is scored from 0 to 1', async () => {
    await fc.assert(
      fc.asyncProperty(spans, spans, async (here, there) => {
        const found = await anchorOne(there.text, select(here.text, here.start, here.end));
        if (!found) return;
        expect(found.start).toBeGreaterThanOrEqual(0);
        expect(found.end).toBeGreaterThan(found.start);
        expect(found.end).toBeLessThanOrEqual(there.text.length);
        expect(found.score).toBeGreaterThanOrEqual(0);
        expect(found.score).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('law: the answers are in the order of the selectors, each as if it were alone', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(spans, { maxLength: 6 }), spans, async (others, { text, start, end }) => {
        const all = [
          ...others.map((other) => select(other.text, other.start, other.end)),
          select(text, start, end),
        ];
        const alone = await Promise.all(all.map((selectors) => anchorOne(text, selectors)));
        expect(await anchorAll(text, all, NO_HURRY)).toEqual(alone);
      }),
    );
  });

  it.each([
    {
      quote: 'stopped eleven crates of lithography spares',
      change: (text: string) => `Corrected at noon.\n\n${text}`,
      finds: 'stopped eleven crates of lithography spares',
      because: 'all has moved down',
    },
    {
      quote: '“We look at papers, not at people,” an officer',
      change: (text: string) => text.replaceAll(/[“”]/g, '"').replaceAll(' ', '\u00a0'),
      finds: '"We\u00a0look\u00a0at\u00a0papers,\u00a0not\u00a0at\u00a0people,"\u00a0an\u00a0officer',
      because: 'entities are written otherwise',
    },
    {
      quote: 'the customs office said on Tuesday',
      change: (text: string) => text.replace('customs office', 'cus\u00adtoms\n\n office'),
      finds: 'the cus\u00adtoms\n\n office said on Tuesday',
      because: 'soft hyphens and new blocks are no difference',
    },
    {
      quote: 'The trade in second-hand tools has doubled since the spring',
      change: (text: string) => text.replace('has doubled', 'has more than doubled'),
      finds: 'The trade in second-hand tools has more than doubled since the spring',
      because: 'words were put in',
    },
    {
      quote: 'papers',
      change: (text: string) => text.replace('that its own', 'that all of its'),
      finds: 'papers',
      because: 'of two the context names one',
    },
    {
      quote: ARTICLE.split('\n\n')[4] as string,
      change: (text: string) => text.split('\n\n').toReversed().join('\n\n'),
      finds: ARTICLE.split('\n\n')[4] as string,
      because: 'a long quote needs no context',
    },
    {
      quote: 'He would not say more.',
      change: (text: string) => text.replace(/A spokesman[^\n]*/, ''),
      finds: null,
      because: 'its paragraph is gone',
    },
    {
      quote: 'say',
      change: (text: string) => text.replace('He would not say more.', ''),
      finds: 'say',
      because: 'the first "say" still stands in its context',
    },
    {
      quote: 'It',
      change: (text: string) => text.replace(/summer. It has done[\s\S]*/, 'winter: It rains.'),
      finds: null,
      because: 'a short quote with nothing beside it that was there is none',
    },
    {
      quote: 'It',
      change: (text: string) => text.replace('It has done', 'It may do'),
      finds: 'It',
      because: 'on one side all is as it was',
    },
  ])('$quote becomes $finds: $because', async ({ quote, change, finds }) => {
    const changed = change(ARTICLE);
    expect(changed).not.toBe(ARTICLE);
    expect(await quoteAt(changed, selectText(ARTICLE, quote))).toBe(finds);
  });

  it.each([
    ['papers were', 'papers were', ['that its own', 'that all of its']],
    ['doubled since the spring, brokers', 'doubled since the summer, brokers', ['spring', 'summer']],
    ['crates of', 'crates of', ['stopped eleven', 'held up some eleven']],
  ] as const)(
    'finds "%s" of an older note, with 32 characters of context',
    async (quote, finds, [from, to]) => {
      const { quote: whole, position } = selectText(ARTICLE, quote);
      const older = { ...whole, prefix: whole.prefix.slice(-32), suffix: whole.suffix.slice(0, 32) };
      const changed = ARTICLE.replace(from, to);
      expect(await quoteAt(changed, { quote: older, position })).toBe(finds);
    },
  );

  it('finds a long quote that stood nowhere else where it has gone, although its surroundings stand without it', async () => {
    const quote = 'A spokesman for the maker said that its own papers were in order.';
    const changed = `${ARTICLE.replace(quote, '')}\n\nImprint and contact\n\n${quote}\n\nTides`;
    expect((await anchorOne(changed, selectText(ARTICLE, quote)))?.start).toBe(changed.indexOf(quote));
  });

  it('finds a short quote where most of its context stands, although some of that stands elsewhere without it', async () => {
    const [before, after] = [
      'The harbour, its cranes and all who work there by night; ',
      ' The trade in tools, its prices and all who pay them by day.',
    ];
    const text = [ARTICLE, `${before}more soon.${after}`, 'Imprint and contact'].join('\n\n');
    const changed = [
      `${before.replace('cranes', 'boats')}${after.replace('tools', 'wines').trim()}`,
      text.replace('its cranes', 'its boats'),
    ].join('\n\n');
    expect((await anchorOne(changed, selectText(text, 'more soon.')))?.start).toBe(
      changed.indexOf('more soon.'),
    );
  });

  it('finds a quote that begins within a word that is another now, if both sides are as they were', async () => {
    const changed = ARTICLE.replace('eleven crates', 'twelve crates');
    expect(await quoteAt(changed, selectText(ARTICLE, 'n crates of'))).toContain('crates of');
  });

  it('tells signs from one another, but for kinds of quotation marks', async () => {
    const text = 'a = b < c > d = e < f > g = h < i > j "k" = l';
    const found = (sign: string, changed: string) =>
      anchorOne(changed, selectText(text, sign)).then((at) => at && changed.slice(at.start, at.end));
    expect(await found('"', text.replaceAll('"', '”'))).toBe('”');
    expect(await found('<', text.replace('<', '>'))).not.toBe('>');
  });

  it('ends a quote where its paragraph ends of which the next one has moved away', async () => {
    const [kept, gone] = ['shrugged.', 'A spokesman for the maker'];
    const from = ARTICLE.indexOf('We look at papers');
    const quote = select(ARTICLE, from, ARTICLE.indexOf(gone) + 12);
    const changed = ARTICLE.replace(/A spokesman[^\n]*\n\n/, '');
    expect(await quoteAt(changed, quote)).toBe(
      changed.slice(changed.indexOf('We look at papers'), changed.indexOf(kept) + kept.length),
    );
  });

  it('finds none where so much differs between the ends that it is another text', async () => {
    const [one, two] = [
      'Entries threshold: The least amount of entries that we want to hear of. We took ten of them.',
      'Z-score threshold: The z-score after which we call a value odd. We took six of them.',
    ];
    const text = `${ARTICLE}\n\nHow far we look for each of the codes. That is sixty minutes.\n\n${one}\n\n${two}`;
    const start = text.indexOf('ok for each');
    const quote = select(text, start, text.indexOf(' entries that'));
    expect(await quoteAt(text.replace(`${one}\n\n`, ''), quote)).toBeNull();
  });

  it('finds a part of a word in no other word', async () => {
    const changed = ARTICLE.replace('its own papers were', 'its own crates were');
    const start = ARTICLE.indexOf('papers were') + 4;
    expect(await anchorOne(changed, select(ARTICLE, start, start + 1))).toBeNull();
  });

  it('finds a quote of pages by its head and its tail', async () => {
    const paragraphs = Array.from({ length: 60 }, (_, at) =>
      Array.from({ length: 12 }, (_, word) =>
        `${at * 7919 + word * 104_729}`
          .split('')
          .map((digit) => 'abcdefghij'[+digit])
          .join(''),
      ).join(' '),
    );
    const text = paragraphs.join('\n\n');
    const changed = `New.\n\n${text.replace(paragraphs[2] as string, 'Another.')}`;
    const found = await anchorOne(changed, select(text, 10, text.length - 10));
    expect(found).toMatchObject({ start: 16, end: changed.length - 10 });
  });

  it('finds nothing for a quote of nothing', async () => {
    expect(await anchorOne(ARTICLE, select(ARTICLE, 5, 5))).toBeNull();
    expect(await anchorOne('', selectText(ARTICLE, 'papers'))).toBeNull();
  });

  it('finds a quote of pages by its halves, where what came between them is not too much', async () => {
    const quote = ARTICLE.slice(0, 700).trim();
    const text = `Tides\n\n${ARTICLE}`;
    const changed = text.replace('in order. He', 'in order and ready to be shown. He');
    expect(await quoteAt(changed, selectText(text, quote))).toBe(changed.slice(7, 7 + quote.length + 23));
  });
});
