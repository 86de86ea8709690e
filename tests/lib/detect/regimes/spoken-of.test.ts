import { expect, test } from 'vitest';
import { isInGeneral, isKnown, isOfAnyTime, isSame } from '@/lib/detect/regimes/spoken-of';
import { aroundMention } from './around';

test.each([
  { marked: 'They say the {export controls} stay', is: true },
  { marked: 'After the first round of {export restrictions}', is: true },
  { marked: '这些{出口管制}措施', is: true },
  { marked: '应该{管制芯片出口}', is: false },
  { marked: 'Ces {contrôles des exportations}', is: true },
  { marked: 'Из-за этих {ограничений на экспорт}', is: true },
  { marked: '업계는 이번 {수출 통제}', is: true },
  { marked: '업체들이 {수출 통제}', is: false },
  { marked: 'Estas {restricciones a la exportación}', is: true },
  { marked: 'इन {निर्यात नियंत्रण}', is: true },
  { marked: 'to get around {export controls} for years', is: true },
  { marked: 'They say that {export controls} leak', is: false },
  { marked: 'the {export control} law', is: false },
  { marked: 'Of the island’s {export controls}', is: false },
  { marked: 'the Korean {export controls}', is: false },
])('$marked: of which was spoken before: $is', ({ marked, is }) => {
  const { text, mention } = aroundMention(marked);
  expect(isSame(text, ...mention)).toBe(is);
});

test.each([
  { marked: 'Analysten fürchten die {Exportkontrollen}', is: true },
  { marked: 'Fachleute über {Exportkontrollen}', is: false },
  { marked: "La Bourse s'inquiète des {contrôles}", is: true },
  { marked: "Il craint l'{interdiction d'exporter}", is: true },
  { marked: 'Los bancos temen los {controles}', is: true },
  { marked: 'Treinta años de {controles}', is: false },
  { marked: 'Il titolo soffre per le {restrizioni}', is: true },
  { marked: 'O setor teme as {restrições}', is: true },
  { marked: 'Firms got round {export controls}', is: false },
  { marked: 'Shares fell as {export controls} bit', is: false },
  { marked: 'There are no {export controls} on this', is: false },
  { marked: 'Nicht vom Tisch sind {Exportkontrollen}', is: false },
  { marked: 'Está sujeto a {restricciones a la exportación}', is: false },
  { marked: 'Mais de dez anos {restrições}', is: false },
  { marked: 'Die {Exportkontrollen} seien hart', is: true },
  { marked: 'Se il {blocco delle esportazioni} dovesse durare', is: true },
  { marked: 'cumpre as regras que {limitam as vendas externas}', is: true },
  { marked: 'que le nouveau régime de {contrôle des exportations}', is: true },
  { marked: 'ce qu’il {interdit d’exporter}', is: false },
  { marked: '業界は{輸出規制}を恐れる', is: true },
  { marked: '업계는 {수출 통제}를 우려한다', is: true },
  { marked: '业界担心{出口管制}', is: true },
  { marked: 'Рынок боится {ограничений}', is: true },
  { marked: 'يخشى السوق {قيود التصدير}', is: true },
  { marked: 'बाज़ार {निर्यात प्रतिबंधों} से डरता है', is: true },
])('$marked: can be one of which was spoken before: $is', ({ marked, is }) => {
  const { text, mention } = aroundMention(marked);
  expect(isKnown(text, ...mention)).toBe(is);
});

test.each([
  { marked: '{Exportkontrollen} laufen hinterher', is: true },
  { marked: 'Er sagt: „Die {Exportkontrollen} schaden uns“', is: true },
  { marked: 'Analysten fürchten die {Exportkontrollen}', is: false },
  { marked: 'Der Markt umgeht die {Exportkontrollen} immer', is: true },
  { marked: 'Das {Lieferverbot} nützt der Konkurrenz', is: false },
  { marked: "L'{interdiction d'exporter} a creusé l'écart", is: false },
  { marked: 'Los {controles} son una subvención', is: true },
  { marked: 'Los {controles} entran en vigor, en todo caso, en mayo', is: false },
  { marked: 'Cada capital decide sobre las {restricciones}', is: true },
  { marked: 'Die {Exportkontrollen} seien nicht hinnehmbar, hieß es', is: false },
  { marked: '« Les {contrôles à l’exportation} « auront un effet limité', is: false },
  { marked: 'Las {restricciones a la exportación} costaron millones', is: false },
  { marked: 'Le {restrizioni all’export} costeranno 400 milioni', is: false },
  { marked: 'As {restrições às exportações} chegam na pior altura', is: false },
  { marked: 'Afectan las {restricciones} a uno de cada cinco', is: false },
  { marked: 'La storia insegna che i {divieti di esportazione} funzionano', is: true },
  { marked: 'cético quanto aos {controlos de exportações} em geral', is: true },
  { marked: '「{輸出管理}は難しい」', is: true },
  { marked: '「{輸出管理}が続く前提だ」', is: false },
  { marked: '“{出口限制}压在我们肩上”', is: false },
  { marked: '業界は{輸出規制}を恐れる', is: false },
  { marked: '凡是{出口管制}都会漏', is: true },
  { marked: 'Im Mai griffen die {Exportkontrollen}', is: false },
  { marked: 'बाहर {निर्यात प्रतिबंधों} से', is: false },
  { marked: 'Рынок любопытно встретил {ограничения}', is: false },
  { marked: 'Он говорит: «{Ограничения} лишили завод сырья»', is: false },
  { marked: 'Он говорит: «{Ограничения} лечат симптом»', is: true },
  { marked: '‘{निर्यात प्रतिबंध} नहीं हटा तो हमें उत्पादन घटाना होगा’', is: false },
  { marked: '‘{निर्यात प्रतिबंध} आसान है’', is: true },
  { marked: '«{قيود التصدير} أوقفت مصنعنا»', is: false },
])('$marked: is told in general: $is', ({ marked, is }) => {
  const { text, mention } = aroundMention(marked);
  expect(isInGeneral(text, mention, [0, text.length])).toBe(is);
});

test('whenever tells of any time', () => {
  expect(isOfAnyTime('Whenever there is a quarrel, out come the export controls.')).toBe(true);
  expect(isOfAnyTime('When the quarrel began, out came the export controls.')).toBe(false);
});
