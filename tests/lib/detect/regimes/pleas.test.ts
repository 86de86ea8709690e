import { expect, test } from 'vitest';
import { isPlea, isRaised } from '@/lib/detect/regimes/pleas';

test.each([
  { before: 'Tokyo asked for an exemption from the ', behind: '', is: true },
  { before: 'bat um eine Ausnahme von den ', behind: '', is: true },
  { before: '请求豁免芯片设备零件的', behind: '', is: true },
  { before: '部品を', behind: 'から外すよう求めた', is: true },
  { before: 'The minister flew there to win an exemption from ', behind: '', is: true },
  { before: '英国大臣争取', behind: '豁免', is: true },
  { before: 'va a Washington pedir que a Samsung fique fora dos ', behind: '', is: true },
  { before: '訪米し、サムスンへの', behind: 'の適用猶予を求める', is: true },
  { before: 'Washington asked for more ', behind: '', is: false },
  { before: 'China will exempt some chips from an ', behind: '', is: false },
  { before: 'Peking will eine Ausnahme von den ', behind: '', is: true },
])('somebody asks to be let off in “$before…$behind”: $is', ({ before, behind, is }) => {
  expect(isPlea(before, behind)).toBe(is);
});

test.each([
  { before: 'has asked Berlin to raise the ', is: true },
  { before: 'Berlin took up these ', is: true },
  { before: 'Berlin raised the wall and the ', is: false },
  { before: 'Berlin discussed ', is: false },
])('what comes is but spoken of in “$before”: $is', ({ before, is }) => {
  expect(isRaised(before)).toBe(is);
});
