import { expect, test } from 'vitest';
import { isAddressed, isLicensor, isSummoned } from '@/lib/detect/regimes/addressed';
import { around, aroundMention } from './around';

test.each([
  { marked: 'China has urged [Japan] to scrap the {export controls}', is: true },
  { marked: 'Seoul asked the [US] to exempt a plant in Xi’an from the {export controls}', is: true },
  { marked: 'Brussels accused [Beijing] of abusing {export controls}', is: true },
  { marked: 'The Hague picks a fight with [Washington] over chip {export controls}', is: true },
  { marked: 'The Hague works with [Washington] on chip {export controls}', is: false },
  {
    marked: 'the {export controls} broke the rules, it said and called on [Washington] to reverse them',
    is: true,
  },
  { marked: 'The commissioner raised the {export controls} with [Wang Wentao]', is: true },
  { marked: 'Peking forderte [Washington] auf, die {Exportkontrollen} aufzuheben', is: true },
  { marked: 'Brüssel warf [China] vor, {Exportkontrollen} als Druckmittel einzusetzen', is: true },
  { marked: 'China warf [Den Haag] vor, mit den {Exportkontrollen} Washington nachzugeben', is: true },
  { marked: '中国は、[オランダ]が{輸出規制}で米国に追随していると非難した', is: true },
  { marked: 'Pékin a exhorté [Washington] à lever les {contrôles à l’exportation}', is: true },
  { marked: 'Pekín instó a [Washington] a levantar los {controles de exportación}', is: true },
  { marked: 'Washington elogiou o Governo [japonês] por alargar os {controlos à exportação}', is: true },
  { marked: 'Pequim instou [Washington] a suspender os {controles de exportação}', is: true },
  { marked: 'Pechino ha invitato [Washington] a revocare i {controlli sulle esportazioni}', is: true },
  { marked: 'Пекин призвал [Вашингтон] отменить {экспортный контроль}', is: true },
  { marked: 'دعت بكين [واشنطن] إلى رفع {ضوابط التصدير}', is: true },
  { marked: 'बीजिंग ने [वाशिंगटन] से {निर्यात नियंत्रण} हटाने की मांग की', is: true },
  { marked: '中方敦促[美方]立即取消{出口管制}', is: true },
  { marked: '欧盟指责[中国]将稀土{出口管制}当作武器', is: true },
  { marked: '歐盟貿易執委向[王文濤]表達對稀土{出口管制}的憂慮', is: true },
  { marked: '中国は[米国]に{輸出規制}の撤廃を求めた', is: true },
  { marked: '중국은 [미국]에 {수출 통제} 철회를 촉구했다', is: true },
  { marked: '中国は[オランダ政府]を批判し、DUV装置の{輸出規制}を撤回するよう求めた', is: true },
  { marked: '中国は[オランダ政府]を批判し、DUV装置の{輸出規制}を導入した', is: false },
  { marked: 'Washington urged [Tokyo] to end its dithering and backed its own {export controls}', is: false },
  { marked: 'China asked the [US] to stop complaining about {export controls}', is: false },
  { marked: '[Beijing] urged Washington to lift the {export controls}', is: false },
  { marked: 'The US accused [Moscow] of dodging {export controls}', is: false },
])('who is asked to undo a limit imposes it in “$marked”: $is', ({ marked, is }) => {
  const { text, names, mention } = aroundMention(marked);
  expect(names.map((name) => isAddressed(text, name, mention))).toEqual([is]);
});

test.each([
  { marked: 'Beijing summoned the [US] ambassador over it', is: true },
  { marked: 'Peking bestellte den [US]-Botschafter ein', is: true },
  { marked: 'Pékin a convoqué l’ambassadeur des [États-Unis]', is: true },
  { marked: '外交部召见[美国]驻华大使', is: true },
  { marked: '[Beijing] summoned the US ambassador over it', is: false },
  { marked: 'The [US] ambassador spoke about it', is: false },
])('an envoy is summoned in “$marked”: $is', ({ marked, is }) => {
  const [text, start, end] = around(marked);
  expect(isSummoned(text, [start, end], [0, text.length])).toBe(is);
});

test.each([
  { marked: 'A licence from [Washington] is needed', is: true },
  { marked: 'eine Genehmigung aus [Peking]', is: true },
  { marked: 'une licence de [Washington]', is: true },
  { marked: 'лицензия от [Вашингтона]', is: true },
  { marked: '取得[美国]的许可', is: true },
  { marked: '[미국]의 허가를', is: true },
  { marked: 'A letter from [Washington] came', is: false },
])('a licence is theirs to give in “$marked”: $is', ({ marked, is }) => {
  const [text, start, end] = around(marked);
  expect(isLicensor(text, [start, end])).toBe(is);
});
