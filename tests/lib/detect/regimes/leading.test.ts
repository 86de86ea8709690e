import { expect, test } from 'vitest';
import { isItsOwn, isOwn, leadingOf } from '@/lib/detect/regimes/leading';
import { aroundMention } from './around';

/** Which of the names in brackets lead, ahead of a mention in braces. */
function leadersIn(marked: string): string[] {
  const { text, names, mention } = aroundMention(marked);
  const spans = names.map(([start, end]) => ({ start, end }));
  return leadingOf(spans, text, mention, text.length).map(({ start, end }) => text.slice(start, end));
}

test.each([
  { marked: '[Seoul] said that [Washington] had tightened {export controls}', leads: ['Washington'] },
  { marked: '[Washington] assured [Seoul] that the {export controls} would stay', leads: ['Washington'] },
  { marked: '[Brüssel] sagte, [Washington] habe die {Exportkontrollen} verschärft', leads: ['Washington'] },
  { marked: '[Bruxelles] affirme que [Washington] a durci les {contrôles}', leads: ['Washington'] },
  { marked: '[Washington] prometió a [Seúl] relajar los {controles}', leads: ['Washington'] },
  {
    marked: '[Washington] lobbied before the [Netherlands] widened its {export controls}',
    leads: ['Netherlands'],
  },
  { marked: '[Брюссель] заявил, что [Вашингтон] ужесточил {контроль}', leads: ['Вашингтон'] },
  { marked: '[韩国]称[美国]收紧了{出口管制}', leads: ['美国'] },
  { marked: '[EU]は、[米国]が{輸出規制}を強化したと説明した', leads: ['米国'] },
  { marked: '[미국]은 [한국]에 {수출 통제} 완화를 약속했다', leads: ['미국'] },
  { marked: '[米国]は[韓国]に{輸出規制}を導入するよう求めた', leads: ['米国', '韓国'] },
  {
    marked: '[Seoul] said [Washington] had pressed it to adopt {export controls}',
    leads: ['Seoul', 'Washington'],
  },
  {
    marked: '[Washington] warned [Jakarta] that its {export ban} broke rules',
    leads: ['Washington', 'Jakarta'],
  },
])('of those named in “$marked” lead $leads', ({ marked, leads }) => {
  expect(leadersIn(marked)).toEqual(leads);
});

test.each([
  { before: 'Singapore said it would bring in its own ', is: true },
  { before: 'Singapur kündigte gestern an, seine eigenen ', is: true },
  { before: '新加坡政府上周五下午宣布，今后将会考虑实行自己的', is: true },
  { before: 'Singapore said it would bring in more ', is: false },
  { before: 'With its own ', is: false },
])('behind “$before” a mention is its subject’s own, known or not: $is', ({ before, is }) => {
  expect(isOwn(before)).toBe(is);
});

test('a possessive makes a mention its subject’s own', () => {
  expect(isItsOwn('discussed its export ban', 'discussed its '.length)).toBe(true);
  expect(isItsOwn('discussed the export ban', 'discussed the '.length)).toBe(false);
});
