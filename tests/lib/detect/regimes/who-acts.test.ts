import { expect, test } from 'vitest';
import { isAnswer, isWithAllies, joinOf } from '@/lib/detect/regimes/who-acts';

test.each([
  { text: 'Beijing answered, with anger', verb: 'answered', is: true },
  { text: 'Beijing answered within a day with a ban', verb: 'answered', is: false },
  { text: 'Beijing retaliated within hours: no more', verb: 'retaliated', is: false },
  { text: 'Tokyo, urged on by Washington', verb: 'urged', is: false },
  { text: 'Biden’s rules, denounced in Beijing', verb: 'denounced', is: false },
  { text: 'Kuala Lumpur counts on this limit', verb: 'counts on', is: false },
  { text: 'Kuala Lumpur counts on the limit', verb: 'counts on', is: true },
  { text: 'Beijing acted. Others condemned it', verb: 'condemned', is: false },
  { text: '日本把设备列入管制，中方业界反对', verb: '反对', is: false },
  { text: '荷兰的出口限制引发中方不满', verb: '不满', is: false },
  { text: '中方对此，表示强烈反对', verb: '反对', is: true },
  { text: 'オランダはASMLの反発を押し切り', verb: '反発', is: false },
  { text: 'オランダ政府は対象に加え、中国側は強く反発', verb: '反発', is: false },
  { text: '中国は、米国が規制を悪用していると反発', verb: '反発', is: true },
  { text: '일본이 규제하자 중국이 강력히 반발했다', verb: '반발', is: false },
  { text: '일본은 미국의 규제 확대에 반발했다', verb: '반발', is: true },
])('“$verb” in “$text” is an answer of the name at its start: $is', ({ text, verb, is }) => {
  const first = text.indexOf(verb);
  expect(isAnswer(text, [0, 2], [first, first + verb.length])).toBe(is);
});

test('an agent does not answer', () => {
  expect(isAnswer('limits set by Beijing condemned', [14, 21], [22, 31])).toBe(false);
  expect(isAnswer('limits that Beijing condemned', [12, 19], [20, 29])).toBe(true);
});

test.each([
  { first: 'Tokyo', between: ' and ', second: 'The Hague', join: 'both' },
  { first: 'America', between: '’s or ', second: 'Taiwan', join: 'both' },
  { first: 'Dutch', between: ', ', second: 'Japanese', join: 'list' },
  { first: '中国商務省は', between: '、', second: '米国', join: null },
  { first: '米', between: '、', second: '中国への輸出規制', name: '中国', join: null },
  { first: '中国', between: '、', second: '米の輸出規制に対抗', name: '米の輸出', join: null },
  { first: '日本', between: '、', second: 'オランダが輸出規制', name: 'オランダ', join: 'both' },
  { first: 'Beijing', between: ' told ', second: 'Tokyo', join: null },
  { first: '日本', between: '与', second: '美国协调后', name: '美国', join: null },
  { first: '일본', between: ', ', second: '네덜란드', join: 'both' },
  { first: 'Rubio', between: ' et son homologue ', second: 'néerlandais', join: 'both' },
])('“$first$between$second” is joined: $join', ({ first, between, second, name = second, join }) => {
  const next = first.length + between.length;
  expect(joinOf(first + between + second, first.length, [next, next + name.length])).toBe(join);
});

test.each([
  { text: ' and its allies imposed', is: true },
  { text: ' und seine Verbündeten', is: true },
  { text: '及其盟友', is: true },
  { text: ' and its chipmakers', is: false },
  { text: ' pressed its allies', is: false },
])('who is followed by "$text" imposes with others: $is', ({ text, is }) => {
  expect(isWithAllies(text, 0)).toBe(is);
});
