import { expect, it } from 'vitest';
import { readDay } from '@/lib/page/read-day';

it.each<[string, string | null, string]>([
  ['2025-09-18', '2025-09-18', 'a day'],
  ['2025-09-18T23:30:00-05:00', '2025-09-18', 'the day stays as written, whatever the zone'],
  [' 2025-09-18 10:00 ', '2025-09-18', 'a time after it'],
  ['2025-09', '2025-09', 'a month where it says no more'],
  ['2025', null, 'a year is no day'],
  ['20250918', '2025-09-18', 'written together'],
  ['20250918103000', '2025-09-18', 'with the time'],
  ['1442501820000', null, 'milliseconds'],
  ['1711111111', null, 'seconds'],
  ['2025/9/8', '2025-09-08', 'with strokes, year first'],
  ['2025年9月18日 09:00', '2025-09-18', 'Chinese and Japanese'],
  ['05/29/2007 09:49', '2007-05-29', 'no month has 29'],
  ['29/05/2007', '2007-05-29', 'the same the other way'],
  ['05/08/2014', null, 'May or August'],
  ['08/08/2014', '2014-08-08', 'the same both ways'],
  ['07.12.2017', '2017-12-07', 'with dots the day comes first'],
  ['Sept. 18, 2025, 10:00 PM UTC', '2025-09-18', 'English, month first'],
  ['Fri Mar 13 21:30:09 EST 2015', '2015-03-13', 'as a program writes it'],
  ['Friday, March 13th 2015', '2015-03-13', 'with an ordinal'],
  ['18. September 2025', '2025-09-18', 'day first'],
  ['2025-02-30', null, 'a day that is in no calendar'],
  ['2025-13', null, 'a month that is in none'],
  ['8h', null, 'no date at all'],
])('%s is %s: %s', (text, day) => {
  expect(readDay(text)).toBe(day);
});
