import { describe, expect, it } from 'vitest';
import { ARTICLE, anchorOne, quoteAt, select, selectText } from './article';

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

describe('of places that are alike', () => {
  it('takes no copy of a quote whose surroundings stand without it', async () => {
    const quote = 'prices have followed';
    const changed = `${ARTICLE.replace(quote, 'nobody minds')}\n\nBrokers in Singapore reckon; ${quote}.`;
    expect(await anchorOne(changed, selectText(ARTICLE, quote))).toBeNull();
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
});
