import { describe, expect, test } from 'vitest';
import { ownsAhead, ownsBehind } from '@/lib/detect/regimes/ownership';
import { around, aroundMention } from './around';

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
    '[Washington]’s next round of ',
    '[美国]新一轮芯片',
    'moins que [La Haye], dont les ',
    'than [Beijing], whose ',
    'a concession to [Washington] and its ',
    'in talks with [the Americans] over their ',
    'la colère contre [Pékin] et ses ',
  ])('owns it in “%s”', (marked) => {
    expect(owns(marked, false)).toBe(true);
  });
  test.each([
    '[China] has widened ',
    'informed [China] about its ',
    'habló con [China] y suspendió ',
    '[China], ',
    'a plea to [Tokyo] for ',
    'exempté les [Pays-Bas] des ',
    '[中国は]',
    '答應[拜登]',
    '美国对[中国实施]芯片',
  ])('does not in “%s”', (marked) => {
    expect(owns(marked, false)).toBe(false);
  });
  test.each([
    'to [China]’s new ',
    'against [US] legislation that would sharply tighten semiconductor ',
    'to oppose the [MATCH Act], a bill that would widen ',
    '对[美国]刚刚生效的芯片',
    '[美国]收紧对华芯片',
    'an answer to [US] tech ',
    'adapted to [Dutch] ',
    'subject to [U.S]. chip ',
    '[米国]の業界団体は自国の',
    '[중국] 대표부는 자국의 희토류 ',
    '面對[中國]祭出稀土',
  ])('owns it as a target in “%s”', (marked) => {
    expect(owns(marked, true)).toBe(true);
  });
  test.each([
    'tough on [China] ',
    '对[美国]的',
    '对[美国]周四对盟友收紧的',
    'for [US] firms ',
    '[米国]は中国が自国の',
    '[미국]은 중국이 자국의 ',
    '美國對[中國]祭出晶片',
  ])('does not as a target in “%s”', (marked) => {
    expect(owns(marked, true)).toBe(false);
  });
});

describe('a name behind a mention', () => {
  test('owns it behind its goods where it says itself that it imposed them', () => {
    const text = 'restrições a exportações de ímãs impostas pela China';
    expect(
      ownsBehind(text, 'restrições a exportações'.length, [text.indexOf('impostas'), text.length], false),
    ).toBe(true);
    expect(
      ownsBehind(text, 'restrições a exportações'.length, [text.indexOf('China'), text.length], true),
    ).toBe(false);
  });
  test.each([
    { text: 'curbs on the export of seven rare earths that [China] announced in April', is: true },
    { text: 'a ban on the H20 chips that [China]’s firms had ordered', is: false },
    { text: 'curbs on sales in [China] announced on Friday', is: false },
  ])('owns what it did itself: $text: $is', ({ text: marked, is }) => {
    const [text, start, end] = around(marked);
    const [mention] = text.match(/curbs on the export|ban|curbs/) as RegExpMatchArray;
    expect(ownsBehind(text, text.indexOf(mention) + mention.length, [start, end], false)).toBe(is);
  });
  test.each([
    ' imposed by ',
    ' on chips, tightened by the ',
    ' that ',
    ', die ',
    ' que el ',
    ' dictadas por la Administración ',
    ' dictado por la ',
    ' imposées par ',
    ', которые ввёл ',
    ' from ',
    ' الذي فرضته ',
    ' на чипы, введённые ',
    ' written in ',
    ' in force in the ',
    ' écrits à ',
    ' of the ',
    ' by ',
    ' de l’administration ',
    ' do governo ',
    ' de los ',
    ' التي وضعتها إدارة ',
    ' voulue par le ',
    ' decididas pelo governo dos ',
    ' lo firmó el ',
    ' con la que ',
    ', mit denen ',
  ])('owns it across “%s”', (gap) => {
    expect(ownsBehind(`curbs${gap}X`, 5, [5 + gap.length, 6 + gap.length], false)).toBe(true);
  });
  test.each([
    ' vendus à ',
    ' on chips made in ',
    ' on gear after a visit by ',
    ' on tools from ',
    ' on chips. Tightened by ',
    ' and ',
    ' are its own, not a copy of those drafted in ',
    '. ',
    ', unlike the rules imposed by ',
    ' ne sont pas une copie de ceux dictés par ',
    ' — не копия введённых ',
  ])('does not across “%s”', (gap) => {
    expect(ownsBehind(`curbs${gap}X`, 5, [5 + gap.length, 6 + gap.length], false)).toBe(false);
  });

  test.each([
    { gap: ' of seven rare earths that ', name: 'China announced', is: true },
    { gap: ' of seven rare earths that ', name: 'China mines', is: false },
    { gap: ' für Chips aber hat allein ', name: 'Washington verfasst', is: true },
    { gap: ' für Chips aber hat allein ', name: 'Washington kritisiert', is: false },
    { gap: ' vom April, die das ', name: 'Weiße Haus dem Konzern zustellen ließ', is: true },
    { gap: ' vom April, die das ', name: 'Weiße Haus dem Konzern erklärt', is: false },
    { gap: ' de IA que o governo ', name: 'Biden desenhou', is: true },
    { gap: ' de puces que les ', name: 'Américains vendent', is: false },
    { gap: ' её экспорта ', name: 'Китай наложил', is: true },
    { gap: ' её экспорта ', name: 'Китай обходит', is: false },
  ])('is told across “$gap” by what “$name” did: $is', ({ gap, name, is }) => {
    expect(ownsBehind(`curbs${gap}${name}`, 5, [5 + gap.length, 5 + gap.length + name.length], false)).toBe(
      is,
    );
  });

  test.each([
    { gap: ' from ', is: true },
    { gap: ' con la que ', is: true },
    { gap: ' imposed by ', is: true },
    { gap: ' on magnets, put in place by ', is: false },
    { gap: ' on magnets put in place by ', is: true },
    { gap: ' condemned by ', is: false },
    { gap: ' against ', is: false },
  ])('reaches a target across “$gap”: $is', ({ gap, is }) => {
    expect(ownsBehind(`curbs${gap}X`, 5, [5 + gap.length, 6 + gap.length], true)).toBe(is);
  });

  test.each([
    { marked: '{輸出規制}を続ける[中国]', is: true },
    { marked: '{輸出を絞る}[中国]のやり方', is: true },
    { marked: '{輸出規制}に反対する[中国]', is: false },
    { marked: '{輸出許可制}は[ハーグ]が自ら決めたこと', is: true },
    { marked: '{輸出許可制}は[ハーグ]が批判した', is: false },
    { marked: '{輸出を止めた}のは北京ではなく[ホワイトハウス]だ', is: true },
    { marked: '{輸出規制}を批判したのは[中国]だ', is: false },
    { marked: '{수출 통제}를 강화한 [중국]', is: true },
    { marked: '{수출 통제}를 비판한 [중국]', is: false },
    { marked: '{수출 통제}는 [헤이그]의 독자 결정', is: true },
    { marked: '{수출 통제}는 [헤이그]의 기업', is: false },
    { marked: '{निर्यात नियंत्रण} लगाने वाले [चीन] ने', is: true },
    { marked: '{निर्यात नियंत्रण} [भारत] के केंद्रों पर', is: false },
    { marked: '{निर्यात नियंत्रण} [हेग] का अपना फ़ैसला था', is: true },
    { marked: 'जिस {निर्यात नियंत्रण} ने दरवाज़ा बंद कराया, वह [अमेरिकी विभाग] का था', is: true },
    { marked: '{出口管制}是[海牙]自己的决定', is: true },
    { marked: '{出口管制}是[海牙]的麻烦', is: false },
  ])('where verbs end the clause in “$marked”: $is', ({ marked, is }) => {
    const { text, names, mention } = aroundMention(marked);
    expect(names.map((name) => ownsBehind(text, mention[1], name, true))).toEqual([is]);
  });
});

test('an adjective behind what is sent is that of the goods', () => {
  const owns = (text: string) => {
    const start = text.indexOf('amerikanischer');
    return ownsBehind(text, start - 1, [start, start + 'amerikanischer'.length], false);
  };
  expect(owns('Genehmigungspflicht für die Ausfuhr amerikanischer Chips')).toBe(false);
  expect(owns('Exportkontrollen amerikanischer Behörden')).toBe(true);
});
