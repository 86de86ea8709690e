import { describe, expect, test } from 'vitest';
import { actsByAnswering, isAgent, isBystander, joinOf, ownsAhead, ownsBehind } from '@/lib/detect/who-acts';

/** The text around a name in brackets: it without them, and where the name begins and ends. */
function around(marked: string): [text: string, start: number, end: number] {
  const start = marked.indexOf('[');
  return [marked.replace(/[[\]]/g, ''), start, marked.indexOf(']') - 1];
}

describe('a name ahead of a mention', () => {
  test.each(['’s sweeping ', '-led ', 'の', ' '])('owns it across “%s”', (gap) => {
    expect(ownsAhead(gap, false)).toBe(true);
  });
  test.each([' has widened ', ', ', ' and its '])('does not across “%s”', (gap) => {
    expect(ownsAhead(gap, false)).toBe(false);
  });
  test.each(['’s new ', '刚刚生效的芯片', '收紧对华芯片'])('owns it as a target across “%s”', (gap) => {
    expect(ownsAhead(gap, true)).toBe(true);
  });
  test.each([' ', '的', '周四对盟友收紧的'])('does not as a target across “%s”', (gap) => {
    expect(ownsAhead(gap, true)).toBe(false);
  });
});

describe('a name behind a mention', () => {
  test.each([
    ' imposed by ',
    ' on chips, tightened by the ',
    ' that ',
    ', die ',
    ' que el ',
    ' dictado por la ',
    ' imposées par ',
    ' decise da ',
    ', которые ввёл ',
    ' التي فرضتها ',
  ])('owns it across “%s”', (gap) => {
    expect(ownsBehind(gap, false)).toBe(true);
  });
  test.each([
    ' criticised by ',
    ' denunciado por ',
    ' on chips. Tightened by ',
    ', au grand dam de ',
    ' and ',
  ])('does not across “%s”', (gap) => {
    expect(ownsBehind(gap, false)).toBe(false);
  });
});

test.each([
  { marked: 'at the urging of [Washington] the Dutch', is: true },
  { marked: 'under [US] pressure the Dutch', is: true },
  { marked: '[Washington]’s request', is: true },
  { marked: 'По просьбе [Вашингтона] власти', is: true },
  { marked: 'sous la pression de [Washington], La Haye', is: true },
  { marked: '[미국]의 거듭된 요구에', is: true },
  { marked: '[米国]の要請で', is: true },
  { marked: '在[美国]施压下', is: true },
  { marked: 'two [Taiwanese] tool makers', is: true },
  { marked: '[中国]企業', is: true },
  { marked: '[Washington] asked firms', is: false },
  { marked: '[US] firms up its controls', is: false },
  { marked: '[卢特尼克]，要求全面禁止', is: false },
  { marked: '[米国]が中国企業への', is: false },
])('the name in “$marked” is that of a bystander: $is', ({ marked, is }) => {
  expect(isBystander(...around(marked))).toBe(is);
});

test.each([
  { marked: 'imposed by the [US] and', is: true },
  { marked: '[米国]による', is: true },
  { marked: 'the [US] and', is: false },
])('the name in “$marked” is an agent or a genitive: $is', ({ marked, is }) => {
  expect(isAgent(...around(marked))).toBe(is);
});

test('who answers with something acts', () => {
  const end = 'Beijing answered'.length;
  expect(actsByAnswering('Beijing answered within a day with a ban', end)).toBe(true);
  expect(actsByAnswering('Beijing answered, with anger', end)).toBe(false);
});

test.each([
  { first: 'Tokyo', between: ' and ', second: 'The Hague', join: 'both' },
  { first: 'Dutch', between: ', ', second: 'Japanese', join: 'list' },
  { first: '中国商務省は', between: '、', second: '米国', join: null },
  { first: 'Beijing', between: ' told ', second: 'Tokyo', join: null },
])('“$first$between$second” is joined: $join', ({ first, between, second, join }) => {
  expect(joinOf(first + between + second, first.length, first.length + between.length)).toBe(join);
});
