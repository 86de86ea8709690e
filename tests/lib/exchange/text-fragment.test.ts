import { expect, it } from 'vitest';
import { toTextFragment } from '@/lib/exchange/text-fragment';
import type { Selectors } from '@/lib/model/note';

const at = (exact: string, prefix = '', suffix = ''): Selectors => ({
  quote: { type: 'TextQuoteSelector', exact, prefix, suffix },
  position: { type: 'TextPositionSelector', start: 0, end: exact.length },
});
const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index}`).join(' ');

it.each([
  { because: 'a short quote is named whole', selectors: at('four petabits'), text: 'four%20petabits' },
  {
    because: 'what has a meaning in a fragment is written in percents',
    selectors: at('e-mail, A&B 100% #1'),
    text: 'e%2Dmail%2C%20A%26B%20100%25%20%231',
  },
  {
    because: 'context stands around it, without the words that may be cut',
    selectors: at('four petabits', 'th at about half of ', ' a second in eac'),
    text: 'about%20half%20of-,four%20petabits,-a%20second%20in',
  },
  {
    because: 'a long quote is named by its first and last words',
    selectors: at(words(40)),
    text: 'word0%20word1%20word2%20word3%20word4%20word5,word34%20word35%20word36%20word37%20word38%20word39',
  },
  {
    because: 'Chinese has words without spaces',
    selectors: at('华为', '他说', '发布了新'),
    text: `${encodeURIComponent('说')}-,${encodeURIComponent('华为')},-${encodeURIComponent('发布了')}`,
  },
  { because: 'half a character is no character', selectors: at('a\ud800b'), text: 'a%EF%BF%BDb' },
])('$because', ({ selectors, text }) => {
  const link = toTextFragment('https://news.example/a', selectors);
  expect(link.replace(/^https:\/\/news\.example\/a#:~:text=/, '')).toBe(text);
});

it('goes behind a fragment that the address has', () => {
  expect(toTextFragment('https://news.example/a#top', at('words'))).toBe(
    'https://news.example/a#top:~:text=words',
  );
});
