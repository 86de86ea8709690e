import { expect, test } from 'vitest';
import {
  isAgent,
  isAnswer,
  isAside,
  isAskedToEase,
  isCounterpart,
  isSource,
  joinOf,
} from '@/lib/detect/regimes/who-acts';
import { around } from './around';

test.each([
  { marked: 'Washington urges [Tokyo] to drop its', is: true },
  { marked: 'Washington urges [Tokyo] to adopt its', is: false },
  { marked: 'Seoul waits for [Washington] to say whether', is: true },
  { marked: 'has asked [China]’s commerce ministry for general licences', is: true },
  { marked: 'बीजिंग ने [वाशिंगटन] पर निर्यात नियंत्रण के दुरुपयोग का आरोप लगाया', is: true },
  { marked: 'Seoul wants [Washington] to say', is: false },
  { marked: 'has asked [China]’s rivals for help', is: false },
])('who is asked in “$marked” is asked about limits of their own: $is', ({ marked, is }) => {
  expect(isAskedToEase(...around(marked))).toBe(is);
});

test.each([
  { marked: 'decretadas por [Pekín], encarecen', is: true },
  { marked: 'введённые [Пекином], удорожают', is: true },
  { marked: 'imposed by the [US] and', is: true },
  { marked: '[米国]による', is: true },
  { marked: 'the [US] and', is: false },
  { marked: 'L’ambassadeur de Chine à [La Haye] a qualifié', is: true },
  { marked: '中国驻[荷兰]大使称', is: true },
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

test.each([
  { marked: 'Tokyo[, incalzata da ]Washington', is: true },
  { marked: 'Tokio[, von ]Washington gedrängt', is: false },
  { marked: 'Tokyo[ and Seoul, told by ]Washington', is: false },
])('what stands between two names in “$marked” is told in passing: $is', ({ marked, is }) => {
  const [text, end, next] = around(marked);
  expect(isAside(text, end, next)).toBe(is);
});

test.each([
  { marked: 'et son homologue [néerlandais] ont discuté', is: true },
  { marked: 'met his [Dutch] counterpart', is: true },
  { marked: 'the [Dutch] government', is: false },
])('the name in “$marked” is that of a counterpart: $is', ({ marked, is }) => {
  expect(isCounterpart(...around(marked))).toBe(is);
});

test.each([
  { marked: 'According to [Washington], they stay', is: true },
  { marked: 'Selon [Pékin], elles restent', is: true },
  { marked: 'sold to [Washington]', is: false },
])('the name in “$marked” is quoted: $is', ({ marked, is }) => {
  const [text, start] = around(marked);
  expect(isSource(text, start)).toBe(is);
});
