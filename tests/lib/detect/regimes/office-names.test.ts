import { expect, test } from 'vitest';
import { isAnyMinistry, isField, isOfAnyCountry, isTitleOf } from '@/lib/detect/regimes/office-names';
import { around } from './around';

test.each([
  { marked: 'o artigo [XI] do GATT', is: true },
  { marked: 'Al [congresso] della CDU', is: true },
  { marked: 'Nvidia pede ao [Congresso] que', is: false },
  { marked: 'TRUMP AND [XI] TALK', is: false },
  { marked: 'Hefei and [Xi]’an', is: true },
  { marked: '[Xi]’s answer', is: false },
  { marked: 'if [Commerce] adopts', is: false },
  { marked: '[COMMERCE] TO TIGHTEN', is: false },
  { marked: 'U.S. [Commerce] says', is: false },
  { marked: 'in [commerce] as in war', is: true },
  { marked: 'security against [commerce].', is: true },
  { marked: 'with an [entity list] of its own', is: true },
  { marked: 'to the [Entity List]', is: false },
  { marked: 'the Chamber of [Commerce] says', is: true },
  { marked: 'India’s [Commerce] Ministry', is: true },
  { marked: 'le ministère du [Commerce]', is: true },
  { marked: 'after the [commerce] ministry tightened', is: true },
  { marked: '[米]、対中規制を強化', is: false },
  { marked: '【[米]、中国への輸出を禁止', is: false },
  { marked: '[米]、中の応酬', is: true },
  { marked: '欧[米]、対中規制で協議', is: true },
  { marked: '[米]の輸出', is: true },
  { marked: '[中], 희토류 수출통제', is: false },
  { marked: '[中]·日 갈등에', is: true },
  { marked: '15[日], 반도체 수출', is: true },
])('“$marked” is of a field, not of an office: $is', ({ marked, is }) => {
  expect(isField(...around(marked))).toBe(is);
});

test('a ministry is any country’s where it is named without one', () => {
  expect(isAnyMinistry(...around('要求[商務部]把'))).toBe(true);
  expect(isAnyMinistry(...around('要求[中国商务部]把'))).toBe(false);
});

test('a ministry before a name is but its title', () => {
  expect(isTitleOf('商務部長盧特尼克', 0, 3, 4)).toBe(true);
  expect(isTitleOf('商務部對盧特尼克', 0, 3, 4)).toBe(false);
});

test('a paper that reports what others do imposes only where the goods are its country’s', () => {
  expect(isOfAnyCountry(...around('The [People’s Daily] wrote'))).toBe(true);
  expect(isOfAnyCountry(...around('[Beijing] wrote'))).toBe(false);
});
