import { expect, test } from 'vitest';
import { isBystander } from '@/lib/detect/regimes/bystanders';
import { around } from './around';

test.each([
  { marked: 'at the urging of [Washington] the Dutch', is: true },
  { marked: 'under [US] pressure the Dutch', is: true },
  { marked: '[Washington]’s request', is: true },
  { marked: 'По просьбе [Вашингтона] власти', is: true },
  { marked: 'sous la pression de [Washington], La Haye', is: true },
  { marked: '[미국]의 거듭된 요구에', is: true },
  { marked: '[米国]の要請で', is: true },
  { marked: '在[美国]施压下', is: true },
  { marked: 'two [Taiwanese] tool makers', is: true },
  { marked: '[中国]企業', is: true },
  { marked: 'urged on by [Washington], The Hague', is: true },
  { marked: '[वाशिंगटन] के दबाव में हेग ने', is: true },
  { marked: 'it consulted neither Brussels nor [Washington] before', is: true },
  { marked: 'n’a pas consulté [Bruxelles] avant d’étendre', is: true },
  { marked: 'لم تستشر [بروكسل] قبل توسيع', is: true },
  { marked: 'following [Washington]’s decision', is: false },
  { marked: 'Pressure from [America] explains', is: true },
  { marked: '[Washington] asked firms', is: false },
  { marked: '[卢特尼克]，要求全面禁止', is: false },
  { marked: '[米国]が中国企業への', is: false },
  { marked: 'Tokio, sollecitata dagli [americani], estende', is: true },
  { marked: 'la stretta, su pressione degli [americani]', is: true },
  { marked: 'под [американским] давлением Гаага', is: true },
  { marked: 'unlike [Washington], Tokyo', is: true },
  { marked: 'Anders als die [Amerikaner] beschränkt', is: true },
  { marked: '日本擬比照[美方]做法', is: true },
  { marked: '日本与[美国]协调后', is: true },
  { marked: '[Berlin] was not informed before', is: true },
  { marked: '트럼프는 [시진핑]에게 수출 통제는 유지된다고 말했다', is: true },
  { marked: '外交部回应[荷兰]的限制', is: false },
  { marked: '[オランダ政府]は米国の要請に応じ', is: false },
])('the name in “$marked” is that of a bystander: $is', ({ marked, is }) => {
  expect(isBystander(...around(marked))).toBe(is);
});
