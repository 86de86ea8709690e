import { expect, test } from 'vitest';
import { isPlace, isWhere } from '@/lib/detect/regimes/places';
import { around } from './around';

test.each([
  { marked: 'told reporters in [Washington] that', is: true },
  { marked: 'flew to [Washington] to plead', is: true },
  { marked: 'flog nach [Washington], um', is: true },
  { marked: 's’est rendu à [Washington] pour', is: true },
  { marked: 'habló en [Washington] de', is: true },
  { marked: 'прилетел в [Вашингтон] просить', is: true },
  { marked: 'سافر وزير الاقتصاد إلى [واشنطن] ليطلب', is: true },
  { marked: '大臣赴[华盛顿]，请求', is: true },
  { marked: '経産相は[ワシントン]を訪れ', is: true },
  { marked: '장관은 [워싱턴]을 찾아', is: true },
  { marked: 'मंत्री ने [वाशिंगटन] में निर्यात पर चर्चा की', is: true },
  { marked: 'ahead of the [Beijing] summit', is: true },
  { marked: 'experts who gathered in [The Hague] agreed', is: true },
  { marked: 'Эксперты, собравшиеся в [Гааге], сошлись', is: true },
  { marked: '部长访[美]期间', is: true },
  { marked: 'the International Court of Justice in [The Hague] heard', is: true },
  { marked: 'said officials in [Washington] would', is: false },
  { marked: 'In [Washington] pressure grows', is: false },
  { marked: '[Washington] went on', is: false },
])('the name in “$marked” is a place to speak at or to go to: $is', ({ marked, is }) => {
  expect(isPlace(...around(marked))).toBe(is);
});

test.each([
  { marked: 'In [Washington] bat', is: true },
  { marked: '[ワシントン]で', is: true },
  { marked: 'within [Washington]', is: false },
])('the name in “$marked” says where: $is', ({ marked, is }) => {
  expect(isWhere(...around(marked))).toBe(is);
});
