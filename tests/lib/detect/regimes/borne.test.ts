import { expect, test } from 'vitest';
import { isAnswered, isBorne } from '@/lib/detect/regimes/borne';

test.each([
  { before: 'Washington believes Moscow evades ', behind: '', is: true },
  { before: 'keeps buying chips despite the ', behind: '', is: true },
  { before: 'Mittelsmänner nutzt, um ', behind: ' zu umgehen', is: true },
  { before: 'estime que Moscou contourne les ', behind: '', is: true },
  { before: 'usa intermediarios para eludir los ', behind: '', is: true },
  { before: 'ritiene che Mosca aggiri i ', behind: '', is: true },
  { before: 'что Москва обходит ', behind: '', is: true },
  { before: 'للالتفاف على ', behind: '', is: true },
  { before: '认为俄罗斯通过香港规避', behind: '', is: true },
  { before: 'ロシアが第三国経由で', behind: 'を回避している', is: true },
  { before: '러시아가 제3국을 통해 ', behind: '를 회피한다', is: true },
  { before: 'रूस हांगकांग के रास्ते ', behind: ' से बचता है', is: true },
  { before: 'Washington has tightened the ', behind: ' again', is: false },
  { before: 'オランダは', behind: 'を強化した', is: false },
])('the limit is borne or got round in “$before…$behind”: $is', ({ before, behind, is }) => {
  expect(isBorne(before, behind)).toBe(is);
});

test.each([
  { behind: ' не останутся без ответа', is: true },
  { behind: ' не изменятся', is: false },
  { behind: ' لن تمر دون رد', is: true },
  { behind: ' لن تتغير', is: false },
  { behind: ' का जवाब सहयोगी देशों के साथ दिया जाएगा', is: true },
  { behind: ' का असर दिखेगा', is: false },
])('the limit will be answered in “…$behind”: $is', ({ behind, is }) => {
  expect(isAnswered(behind)).toBe(is);
});
