// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { describeRange, describeSpan } from '@/lib/anchor/describe';
import { toSelectors } from '@/lib/anchor/to-selectors';
import { readPageText } from '@/lib/page/read-page-text';

function describeBetween(html: string, from: [string, number], to: [string, number]) {
  document.body.innerHTML = html;
  const range = document.createRange();
  const place = ([selector, offset]: [string, number]): [Node, number] => {
    const element = document.querySelector(selector.replace('>text', '')) as Element;
    return [selector.endsWith('>text') ? (element.firstChild as Node) : element, offset];
  };
  range.setStart(...place(from));
  range.setEnd(...place(to));
  const page = readPageText(document);
  return { page, ...toSelectors(describeRange(range, page)) };
}

describe('describeRange', () => {
  it.each([
    {
      html: '<p>one two three</p>',
      from: ['p>text', 4],
      to: ['p>text', 7],
      exact: 'two',
      because: 'within a text',
    },
    {
      html: '<p>one <b>two</b> three</p>',
      from: ['p>text', 0],
      to: ['b>text', 3],
      exact: 'one two',
      because: 'across inline elements',
    },
    {
      html: '<p id="a">one</p><p id="b">two</p>',
      from: ['#a>text', 1],
      to: ['#b>text', 2],
      exact: 'ne tw',
      because: 'across blocks',
    },
    {
      html: '<p id="a">one</p><p id="b">two</p>',
      from: ['#a', 0],
      to: ['#b', 0],
      exact: 'one',
      because: 'a triple click ends in the next block',
    },
    {
      html: '<p>one\n   two</p>',
      from: ['p>text', 0],
      to: ['p>text', 10],
      exact: 'one two',
      because: 'white space is evened out',
    },
    {
      html: '<nav>menu</nav><p>x</p>',
      from: ['nav>text', 0],
      to: ['nav>text', 4],
      exact: 'menu',
      because: 'quiet text can be noted, too',
    },
  ] as const)('$because', ({ html, from, to, exact }) => {
    const { page, quote, position } = describeBetween(html, [...from], [...to]);
    expect(quote.exact).toBe(exact);
    expect(page.text.slice(position.start, position.end).replace(/\s+/g, ' ').trim()).toBe(exact);
  });

  it('quotes code, which is not in the page text, as the browser gives it', () => {
    const { quote, position } = describeBetween('<p>a</p><pre>let b</pre>', ['pre>text', 0], ['pre>text', 5]);
    expect(quote.exact).toBe('let b');
    expect(position).toEqual({ type: 'TextPositionSelector', start: 0, end: 0 });
  });

  it('keeps 64 characters of context on each side, however much white space is in it', () => {
    const { quote } = describeBetween(
      `<p>${'a'.repeat(90)} word ${' '.repeat(900)} ${'b'.repeat(90)}</p>`,
      ['p>text', 91],
      ['p>text', 95],
    );
    expect(quote).toEqual({
      type: 'TextQuoteSelector',
      exact: 'word',
      prefix: `${'a'.repeat(63)} `,
      suffix: ` ${'b'.repeat(63)}`,
    });
  });
});

describe('toSelectors', () => {
  it('takes over of a passage what it knows, and nothing else', () => {
    const twins = { before: 0, after: 0.5, row: 9, nth: 1, of: 3 };
    const passage = { ...describeSpan('one two', 4, 7, 'two'), twins: { ...twins, more: 'x'.repeat(99) } };
    expect(toSelectors(passage).twins).toEqual(twins);
  });
});
