import { expect, test } from 'vitest';
import { isOfPrivateParty } from '@/lib/detect/regimes/private-parties';
import { around } from './around';

test.each([
  '[Dutch] flower growers fear',
  'an [American] economist at the IMF',
  '[US] chip firms say',
  'a [Washington] law firm',
  'the [Washington] Post on',
  '[Washington] lobbyists for the Gulf',
  '[워싱턴] 특파원 출신인',
  '[韓国]2社の工場',
  'Bank of [America] expects',
  'a [Trump] biographer devotes',
  '[Tokyo]-based traders',
  '[India]’s carmakers asked',
  'un économiste [américain] doute',
  'un cercle de réflexion de [Washington]',
  'un centro de estudios de [Washington]',
  'il produttore [olandese] teme',
  'uno storico [olandese] paragona',
  'ein [niederländischer] Historiker vergleicht',
  'die [China]-Expertin sagt',
  '[Нидерландский] историк сравнивает',
  'غرفة التجارة [الأمريكية] في',
  'एक [डच] इतिहासकार',
  '[华盛顿]的智库',
  '这位[荷兰]学者',
  '[ワシントン]に本部を置くシンクタンク',
  '[워싱턴]의 한 싱크탱크',
  '[美国]游客大多',
  '[米国]の学生たちは輸出',
  '[미국] 유학생들은 수출',
  '[अमेरिकी] पर्यटकों ने निर्यात',
])('“%s” acts for no state', (marked) => {
  expect(isOfPrivateParty(...around(marked))).toBe(true);
});

test.each([
  'que les [américains] retirent',
  'le cabinet [néerlandais] étend',
  '[Dutch] trade minister says',
  'by the [Dutch], start on',
  '[DUTCH] TO WIDEN',
  'the [American] and Dutch rules',
  '[Japanese] deposition machines',
  '[Washington] told lawyers',
  '[Washington] will make companies apply',
  'Le autorità [americane] hanno',
  'l’exécutif [américain] a',
  '[네덜란드] 외교부는',
  '[US] tightens',
  'le Sénat [américain] veut',
  'el Tesoro [estadounidense] advierte',
  'controlo de exportações norte-[americano] sai',
  'das [niederländische] Außenhandelsministerium',
  '[американского] минюста',
  'وزارة التجارة [الأمريكية]',
  '[अमेरिकी] सीनेट में',
  '[미국]은 은행들에',
  '[米国]が企業に',
  '[美國]參眾兩院',
  '[米国]の新たな輸出',
  '[네덜란드]의 노광 기술 수출',
  '[美国]对企业实施',
])('“%s” acts for a state', (marked) => {
  expect(isOfPrivateParty(...around(marked))).toBe(false);
});
