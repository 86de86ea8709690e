import { describe, expect, test } from 'vitest';
import { isItsOwn, isOfAll, isOfThatCountry, ownsAhead, ownsBehind } from '@/lib/detect/regimes/ownership';
import { around } from './around';

describe('a name ahead of a mention', () => {
  const owns = (marked: string, isTarget: boolean) => {
    const [text, start, end] = around(marked);
    return ownsAhead(text, [start, end], text.length, isTarget);
  };
  test.each([
    '[China]’s sweeping ',
    '[US]-led ',
    '[米国]の',
    '[華府]新一波',
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
    '针对[美国]以芯片为筹码的',
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
    ' from ',
    ' الذي فرضته ',
    ', जिसे ',
    'を始めたのは、世界の9割を精錬する',
    'を続ける',
    '를 강화하는 ',
    ' на чипы, введённые ',
    ' written in ',
    ' in force in the ',
    ' herdados de ',
    ' decisi dal ',
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
    ' herdados de Biden empurraram clientes da ',
    ' on chips made in ',
    ' on tools from ',
    'を受けるのは、',
    'に苦しむ',
    '针对的是',
    ' on chips. Tightened by ',
    ', au grand dam de ',
    ' and ',
  ])('does not across “%s”', (gap) => {
    expect(ownsBehind(gap, false)).toBe(false);
  });
});

test.each([
  { before: 'ASML will follow that country’s new ', behind: '', is: true },
  { before: 'ASMLは同国政府による', behind: '', is: true },
  { before: 'ASML craint les ', behind: ' du pays', is: true },
  { before: 'every country’s view of ', behind: '', is: false },
])('a mention behind “$before”, ahead of “$behind”, is that country’s: $is', ({ before, behind, is }) => {
  expect(isOfThatCountry(before + behind, before.length, before.length)).toBe(is);
});

test.each([
  { before: 'so that America need not extend its ', is: true },
  { before: 'Den Haag will ihre nationalen ', is: true },
  { before: 'Washington dispense la Suisse de ses nouveaux ', is: true },
  { before: 'Pekín no levantará sus ', is: true },
  { before: 'Пекин смягчил свои ', is: true },
  { before: '日本は自国の', is: true },
  { before: 'America kept the ', is: false },
  { before: 'its neighbours fear that the new ', is: false },
])('a possessive stands before a mention behind “$before”: $is', ({ before, is }) => {
  expect(isItsOwn(before, before.length)).toBe(is);
});

test.each([
  { before: '大臣说，各国的', behind: '不应', is: true },
  { before: 'every country’s ', behind: '', is: true },
  { before: 'vergleicht die ', behind: ' aller Länder', is: true },
  { before: 'compare les ', behind: ' de tous les pays', is: true },
  { before: 'this country’s ', behind: '', is: false },
  { before: '美国的', behind: '', is: false },
])('a mention behind “$before”, ahead of “$behind”, is anyone’s: $is', ({ before, behind, is }) => {
  expect(isOfAll(before + behind, before.length, before.length)).toBe(is);
});
