import { expect, test } from 'vitest';
import { isHandler } from '@/lib/detect/regimes/handlers';
import { around } from './around';

test.each([
  { marked: 'Brussels said that [China] defended export controls', is: true },
  { marked: '[China] has perfected export controls', is: true },
  { marked: 'After a call, [Singapore] tightened its export controls', is: true },
  { marked: 'Brüssel sagte, [China] rechtfertigt die Exportkontrollen', is: true },
  { marked: 'verschärfte [Singapur] die Exportkontrollen', is: true },
  { marked: 'Bruselas dijo que [China] simplificó los controles', is: true },
  { marked: 'Bruxelas disse que a [China] manteve os controles', is: true },
  { marked: 'la [Suisse] a durci les contrôles', is: true },
  { marked: 'la [Svizzera] ha inasprito i controlli', is: true },
  { marked: 'звонка [Сингапур] ужесточил контроль', is: true },
  { marked: '印度官员说，[中国]放松了稀土出口管制', is: true },
  { marked: 'إن [الصين] ألغت قيود', is: true },
  { marked: '[シンガポール]は輸出規制を強化した', is: true },
  { marked: '[싱가포르]는 수출 통제를 강화했다', is: true },
  { marked: '[सिंगापुर] ने निर्यात नियंत्रण कड़े किए', is: true },
  { marked: 'chips sold to [China] despite export controls', is: false },
  { marked: '[China] buys chips', is: false },
  { marked: 'shipped via [Singapore] and kept there', is: false },
  { marked: 'Вслед за [Вашингтоном] ограничить вывоз', is: false },
])('it is the subject of what is done to rules in “$marked”: $is', ({ marked, is }) => {
  expect(isHandler(...around(marked))).toBe(is);
});
