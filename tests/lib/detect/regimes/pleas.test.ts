import { expect, test } from 'vitest';
import { isAsked, isPlea, isRequest } from '@/lib/detect/regimes/pleas';
import { around } from './around';

test.each([
  { before: 'Tokyo asked for an exemption from the ', behind: '', is: true },
  { before: 'bat um eine Ausnahme von den ', behind: '', is: true },
  { before: '请求豁免芯片设备零件的', behind: '', is: true },
  { before: '部品を', behind: 'から外すよう求めた', is: true },
  { before: 'Washington rejected a plea for relief from its ', behind: '', is: false },
  { before: '산업부 장관은 베이징을 찾아 희토류 ', behind: ' 완화를 요청했다', is: true },
  { before: 'The minister flew there to win an exemption from ', behind: '', is: true },
  { before: '英国大臣争取', behind: '豁免', is: true },
  { before: 'Washington asked for more ', behind: '', is: false },
])('somebody asks to be let off in “$before…$behind”: $is', ({ before, behind, is }) => {
  expect(isPlea(before, behind)).toBe(is);
});

test.each([
  { marked: 'asked [Washington] to', is: true },
  { marked: 'demandé à [Washington] de', is: true },
  { marked: '[워싱턴]에 요청', is: true },
  { marked: '[Washington] asked', is: false },
])('somebody turns to the name in “$marked”: $is', ({ marked, is }) => {
  expect(isAsked(...around(marked))).toBe(is);
});

test.each([
  { sentence: 'The Commission has asked Beijing for licences', is: true },
  { sentence: 'Die Autobauer baten Berlin, mit Peking zu reden', is: true },
  { sentence: '印度车企请求新德里与北京交涉', is: true },
  { sentence: 'Parliament reached a compromise on ore', is: false },
])('somebody asks or treats with another in “$sentence”: $is', ({ sentence, is }) => {
  expect(isRequest(sentence)).toBe(is);
});
