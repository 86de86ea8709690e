import { describe, expect, test } from 'vitest';
import {
  isAgent,
  isAnswer,
  isAskedToEase,
  isBystander,
  joinOf,
  ownsAhead,
  ownsBehind,
} from '@/lib/detect/who-acts';

/** The text around a name in brackets: it without them, and where the name begins and ends. */
function around(marked: string): [text: string, start: number, end: number] {
  const start = marked.indexOf('[');
  return [marked.replace(/[[\]]/g, ''), start, marked.indexOf(']') - 1];
}

describe('a name ahead of a mention', () => {
  const owns = (marked: string, isTarget: boolean) => {
    const [text, start, end] = around(marked);
    return ownsAhead(text, [start, end], text.length, isTarget);
  };
  test.each([
    '[China]’s sweeping ',
    '[US]-led ',
    '[米国]の',
    '[Dutch] ',
    'she thanked the [Netherlands] for ',
  ])('owns it in “%s”', (marked) => {
    expect(owns(marked, false)).toBe(true);
  });
  test.each(['[China] has widened ', '[China], ', '[China] and its ', 'a plea to [Tokyo] for '])(
    'does not in “%s”',
    (marked) => {
      expect(owns(marked, false)).toBe(false);
    },
  );
  test.each([
    'to [China]’s new ',
    '对[美国]刚刚生效的芯片',
    '[美国]收紧对华芯片',
    'an answer to [US] tech ',
    'adapted to [Dutch] ',
    'they criticise [China] for its ',
  ])('owns it as a target in “%s”', (marked) => {
    expect(owns(marked, true)).toBe(true);
  });
  test.each(['tough on [China] ', '对[美国]的', '对[美国]周四对盟友收紧的', 'for [US] firms '])(
    'does not as a target in “%s”',
    (marked) => {
      expect(owns(marked, true)).toBe(false);
    },
  );
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
    ' на чипы, введённые ',
    ' written in ',
    ' écrits à ',
    ' التي فرضتها ',
  ])('owns it across “%s”', (gap) => {
    expect(ownsBehind(gap, false)).toBe(true);
  });
  test.each([
    ' criticised by ',
    ' denunciado por ',
    ', осуждённые ',
    ' vendus à ',
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
  { marked: 'urged on by [Washington], The Hague', is: true },
  { marked: '[वाशिंगटन] के दबाव में हेग ने', is: true },
  { marked: 'it consulted neither Brussels nor [Washington] before', is: true },
  { marked: 'n’a pas consulté [Bruxelles] avant d’étendre', is: true },
  { marked: 'لم تستشر [بروكسل] قبل توسيع', is: true },
  { marked: 'فرضت [بكين] قبل عام', is: false },
  { marked: '[Berlin] was not informed before', is: true },
  { marked: 'restrictions set by [Washington] before leaving', is: false },
  { marked: 'following [Washington]’s decision', is: false },
  { marked: 'ahead of the [Beijing] summit', is: true },
  { marked: '[Washington]’s envoy thanked', is: true },
  { marked: 'посол Китая в [Гааге]', is: false },
  { marked: '[Washington] asked firms', is: false },
  { marked: '[卢特尼克]，要求全面禁止', is: false },
  { marked: '[米国]が中国企業への', is: false },
])('the name in “$marked” is that of a bystander: $is', ({ marked, is }) => {
  expect(isBystander(...around(marked))).toBe(is);
});

test.each([
  { marked: 'Washington urges [Tokyo] to drop its', is: true },
  { marked: 'Washington urges [Tokyo] to adopt its', is: false },
])('who is asked in “$marked” has limits to ease: $is', ({ marked, is }) => {
  const [text, , end] = around(marked);
  expect(isAskedToEase(text, end)).toBe(is);
});

test.each([
  { marked: 'decretadas por [Pekín], encarecen', is: true },
  { marked: 'введённые [Пекином], удорожают', is: true },
  { marked: 'imposed by the [US] and', is: true },
  { marked: '[米国]による', is: true },
  { marked: 'the [US] and', is: false },
])('the name in “$marked” is an agent or a genitive: $is', ({ marked, is }) => {
  expect(isAgent(...around(marked))).toBe(is);
});

test.each([
  { text: 'Beijing answered, with anger', verb: 'answered', is: true },
  { text: 'Beijing answered within a day with a ban', verb: 'answered', is: false },
  { text: 'Beijing retaliated within hours: no more', verb: 'retaliated', is: false },
  { text: 'Tokyo, urged on by Washington', verb: 'urged', is: false },
  { text: 'Biden’s rules, denounced in Beijing', verb: 'denounced', is: false },
  { text: 'Beijing acted. Others condemned it', verb: 'condemned', is: false },
  { text: '日本把设备列入管制，中方业界反对', verb: '反对', is: false },
  { text: '中方对此，表示强烈反对', verb: '反对', is: true },
  { text: 'オランダはASMLの反発を押し切り', verb: '反発', is: false },
])('“$verb” in “$text” is an answer of the name at its start: $is', ({ text, verb, is }) => {
  const first = text.indexOf(verb);
  expect(isAnswer(text, 2, [first, first + verb.length])).toBe(is);
});

test.each([
  { first: 'Tokyo', between: ' and ', second: 'The Hague', join: 'both' },
  { first: 'Dutch', between: ', ', second: 'Japanese', join: 'list' },
  { first: '中国商務省は', between: '、', second: '米国', join: null },
  { first: 'Beijing', between: ' told ', second: 'Tokyo', join: null },
  { first: 'Tokio', between: ' se alineó con ', second: 'Washington', join: 'both' },
  { first: '日本', between: '与', second: '美国协调后', name: '美国', join: null },
])('“$first$between$second” is joined: $join', ({ first, between, second, name = second, join }) => {
  const next = first.length + between.length;
  expect(joinOf(first + between + second, first.length, [next, next + name.length])).toBe(join);
});
