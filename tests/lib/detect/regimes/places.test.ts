import { expect, test } from 'vitest';
import { isPlace } from '@/lib/detect/regimes/places';
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
  { marked: 'experts who gathered in [The Hague] agreed', is: true },
  { marked: 'Эксперты, собравшиеся в [Гааге], сошлись', is: true },
  { marked: '部长访[美]期间', is: true },
  { marked: 'the International Court of Justice in [The Hague] heard', is: true },
  { marked: 'In [Washington] pressure grows', is: true },
  { marked: 'De passage à [Washington], le ministre', is: true },
  { marked: 'Desde [Pekín], la presidenta', is: true },
  { marked: 'De [Pequim], o ministro', is: true },
  { marked: 'Da [Washington] il ministro argentino', is: true },
  { marked: 'Aus [Peking] zurückgekehrt', is: true },
  { marked: 'Из [Пекина] президент Замбии', is: true },
  { marked: 'من [بكين] أعلن الرئيس', is: true },
  { marked: '贸工部长在[华盛顿]表示', is: true },
  { marked: '[東京]での会議で', is: true },
  { marked: '[베이징]에서 열린 회담', is: true },
  { marked: 'Reçu à la [Maison-Blanche], il', is: true },
  { marked: 'added tools to [Japan]’s list', is: false },
  { marked: 'said officials in [Washington] would', is: false },
  { marked: 'Das Kabinett in [Den Haag] beschloss', is: false },
  { marked: 'A [Holanda] amplia', is: false },
  { marked: 'in [Washington]’s view', is: false },
  { marked: 'from the [Bureau of Industry and Security]', is: false },
  { marked: 'within [Washington]', is: false },
  { marked: '[Washington] went on', is: false },
])('the name in “$marked” only says where something happens: $is', ({ marked, is }) => {
  expect(isPlace(...around(marked))).toBe(is);
});
