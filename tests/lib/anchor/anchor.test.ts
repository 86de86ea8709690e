import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorAll } from '@/lib/anchor/anchor';
import { describeSpan } from '@/lib/anchor/describe';
import { toSelectors } from '@/lib/anchor/to-selectors';
import type { Selectors } from '@/lib/model/note';
import { createRandom, pick } from '@/scripts/bench/random';
import { median } from '@/scripts/bench/statistics';

const NO_HURRY = { isSpent: () => false, rest: async () => {} };

const ARTICLE = [
  'Chips in the dock',
  'The port of Rotterdam has stopped eleven crates of lithography spares that were on their way to Shenzhen, the customs office said on Tuesday.',
  'Nobody would say who had packed them. “We look at papers, not at people,” an officer told this paper—and shrugged.',
  'A spokesman for the maker said that its own papers were in order. He would not say more.',
  'The trade in second-hand tools has doubled since the spring, brokers in Singapore reckon; prices have followed.',
  'Analysts expect that the ministry will answer before the summer. It has done so twice.',
  'Share this page',
].join('\n\n');

/** The selectors of a span as a reader's note would have them. */
function select(text: string, start: number, end: number): Selectors {
  return toSelectors(describeSpan(text, start, end, text.slice(start, end)));
}

function selectText(text: string, quote: string): Selectors {
  const start = text.indexOf(quote);
  if (start < 0) throw new Error(`"${quote}" is not there.`);
  return select(text, start, start + quote.length);
}

/** What this thread has computed so far, whatever else the machine does. */
function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

async function anchorOne(text: string, selectors: Selectors) {
  const [found] = await anchorAll(text, [selectors], NO_HURRY);
  return found ?? null;
}

async function quoteAt(text: string, selectors: Selectors) {
  const found = await anchorOne(text, selectors);
  return found && text.slice(found.start, found.end);
}

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

  it('takes no copy of a quote whose surroundings stand without it', async () => {
    const quote = 'prices have followed';
    const changed = `${ARTICLE.replace(quote, 'nobody minds')}\n\nBrokers in Singapore reckon; ${quote}.`;
    expect(await anchorOne(changed, selectText(ARTICLE, quote))).toBeNull();
  });

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

  describe('of a quote that stands twice', () => {
    const TEASER = 'Read more about the crates in the port.';
    const twice = (text: string) => `${TEASER}\n\nWeather and tides\n\n${text}`;
    const before = twice(`${ARTICLE}\n\n${TEASER}\n\nImprint and contact`);
    const start = before.lastIndexOf(TEASER);
    const second = select(before, start, start + TEASER.length);

    it('finds the one that was meant where both stand', async () => {
      const changed = `Corrected at noon.\n\n${before.replace('tides', 'winds')}`;
      expect((await anchorOne(changed, second))?.start).toBe(changed.lastIndexOf(TEASER));
    });

    it('takes the other one for none where the one that was meant is gone', async () => {
      const changed = twice(`${ARTICLE}\n\nImprint and contact`);
      expect(await anchorOne(changed, second)).toBeNull();
    });

    it('knows the one that was meant by what stands next to it, although all farther off is new', async () => {
      const [kept] = before.slice(0, start).match(/will answer before[\s\S]*$/) as [string];
      const others = Array.from({ length: 12 }, (_, at) => `港口${at}今日無事。`).join('');
      const part = select(before, start, start + 'Read more'.length);
      const changed = twice(`${others} ${kept}${TEASER}\n\nImprint and contact`);
      expect((await anchorOne(changed, part))?.start).toBe(changed.lastIndexOf(TEASER));
    });

    it('takes none where one side is only somewhat as it was and the other not at all', async () => {
      const changed = twice(
        `${ARTICLE.replace('the ministry', 'some people').replace('twice', 'before').replace('this page', 'that one')}\n\n${TEASER}\n\nNothing else`,
      );
      expect(await anchorOne(changed, second)).toBeNull();
    });

    it('takes none where only its twin is left, whose surroundings are much the same', async () => {
      const [one, two] = [
        'Second look: what other brokers think of the prices of tools in the spring. Letters: write to people who know the trade, and get an answer within the week. Insurance: what is paid for crates that are lost at sea or kept in port.',
        'A third look: what other papers think of the prices of crates in the autumn. Calls: write to people who know the tides, and get an answer before the night. Insurance: what is asked for tools that are lost at sea or sold in port.',
      ];
      const quote = selectText([one, ARTICLE, two].join('\n\n'), 'write to people who know');
      expect(await anchorOne([ARTICLE, two].join('\n\n'), quote)).toBeNull();
    });

    it('finds the one whose surroundings stand word for word, although the other is where it was', async () => {
      const arts =
        'Arts, books, films, theatre, music, dance, radio, games, puzzles and the crossword of the day.';
      const list = (name: string) =>
        `${arts} ${name}: Reader Centre\n\nTools we like\n\nLive from the hall\n\nWeather`;
      const text = [ARTICLE, list('Listings and more'), 'Tides.', list('More'), 'End.'].join('\n\n');
      const quote = selectText(text, 'Reader Centre');
      const changed = text.slice(text.lastIndexOf('Reader') - quote.position.start);
      expect(changed.lastIndexOf('Reader')).toBe(quote.position.start);
      expect((await anchorOne(changed, quote))?.start).toBe(changed.indexOf('Reader'));
    });

    it('takes none where nothing that was right beside it is there', async () => {
      const sum = (name: string, end: string) =>
        `Of all sets that are not empty and have no twin, let ${name} be the least of all sums ${end} of odd numbers for which it holds that they are even, with none left over.`;
      const [one, two] = [sum('i', 'up to n'), sum('R', 'below m')];
      const quote = selectText([one, ARTICLE, two].join('\n\n'), 'be the least of all sums');
      expect(await anchorOne([ARTICLE, two].join('\n\n'), quote)).toBeNull();
    });

    it('finds the one that was meant where it has changed, and the other has not', async () => {
      const changed = twice(`${ARTICLE}\n\n${TEASER.replace('crates', 'chests')}\n\nImprint and contact`);
      expect(await quoteAt(changed, second)).toBe(TEASER.replace('crates', 'chests'));
    });
  });

  describe('of a quote that stands several times in the same surroundings', () => {
    const card =
      'Letters to the editors are welcome at all times of the day, from near and far. Read more about the crates in the port. Imprint, contact, and what else there is to know of this house.';
    const rest = 'Weather and tides, tools and their prices. '.repeat(12);
    const text = [rest, card, rest, card, rest, card, rest].join('\n\n');
    const first = text.indexOf('Read more');
    const starts = [first, text.indexOf('Read more', first + 1), text.lastIndexOf('Read more')];

    it.each([0, 1, 2])('finds number %i of them where as many stand', async (nth) => {
      const quote = select(text, starts[nth] as number, (starts[nth] as number) + 'Read more'.length);
      const changed = `Corrected at noon by the editors.\n\n${text}`;
      const found = await anchorOne(changed, quote);
      expect(found?.start).toBe((starts[nth] as number) + changed.length - text.length);
    });

    it('takes none of them where one is gone, and two stand about as far away', async () => {
      const [, start = 0, last = 0] = starts;
      const quote = select(text, start, start + 'Read more'.length);
      const gone = text.indexOf(card);
      const changed = text.slice(0, gone) + text.slice(gone + (last - start) / 2);
      expect(await anchorOne(changed, quote)).toBeNull();
    });
  });

  describe('of a short quote that stands elsewhere, too', () => {
    const quote = selectText(ARTICLE, 'pap');

    it('finds it where more of what was beside it stands than beside any other, although its paragraph has moved', async () => {
      const paragraphs = ARTICLE.split('\n\n');
      const moved = [...paragraphs.slice(3), ...paragraphs.slice(0, 3)].join('\n\n');
      expect((await anchorOne(moved, quote))?.start).toBe(moved.indexOf('pap', moved.indexOf('We look')));
    });
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

  it('finds the same words at the place that their context names', async () => {
    const start = ARTICLE.indexOf('papers were');
    const changed = `One more.\n\n${ARTICLE}`;
    const found = await anchorOne(changed, select(ARTICLE, start, start + 6));
    expect(found?.start).toBe(changed.indexOf('papers were'));
  });

  it('leaves open which of two places it is where both are alike and about as near', async () => {
    const card = 'Read the whole of this story in the paper of tomorrow, or listen to it now.';
    const text = ['One.', card, 'x'.repeat(300), card, 'Two.'].join('\n\n');
    const { surroundings, ...selectors } = select(text, 170, 190);
    expect(surroundings).toBeDefined();
    selectors.quote = {
      ...selectors.quote,
      exact: card.slice(9, 40),
      prefix: card.slice(0, 9),
      suffix: card.slice(40),
    };
    expect(
      await anchorOne(text, { ...selectors, position: { ...selectors.position, start: 200, end: 231 } }),
    ).toBeNull();
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

  it('takes no long step where chance brings many runs of letters', async () => {
    const random = createRandom(5);
    const text = Array.from({ length: 2_000 }, () => pick(random, ['A', 'C', 'G'])).join('');
    const selectors = Array.from({ length: 9 }, (_, at) => {
      const { quote, ...rest } = select(text, 200 + at * 70, 1_100 + at * 70);
      const exact = `${'z'.repeat(90)}${quote.exact.slice(90, -90)}${'y'.repeat(90)}`;
      return { ...rest, quote: { ...quote, exact } };
    });
    const longest: number[] = [];
    for (const one of selectors) {
      let [last, most] = [cpuMs(), 0];
      const isSpent = () => {
        const now = cpuMs();
        most = Math.max(most, now - last);
        last = now;
        return false;
      };
      await anchorAll(text, [one], { isSpent, rest: NO_HURRY.rest });
      isSpent();
      longest.push(most);
    }
    expect(median(longest)).toBeLessThan(12);
  });

  it('rests whenever the slice is used up', async () => {
    let rests = 0;
    const pace = { isSpent: () => true, rest: async () => void rests++ };
    const all = ['papers', 'crates', 'brokers'].map((quote) => selectText(ARTICLE, quote));
    await anchorAll(ARTICLE, all, pace);
    expect(rests).toBeGreaterThanOrEqual(all.length);
  });
});
