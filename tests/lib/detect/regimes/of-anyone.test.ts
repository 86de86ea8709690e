import { expect, test } from 'vitest';
import { isLongAgo, isOfAll, isOfEach } from '@/lib/detect/regimes/of-anyone';

test.each([
  { before: '大臣说，各国的', behind: '', is: true },
  { before: 'every country’s ', behind: '', is: true },
  { before: 'this country’s ', behind: '', is: false },
  { before: '美国的', behind: '', is: false },
  { before: 'the unilateral ', behind: ' of other countries', is: true },
  { before: 'the unilateral ', behind: ' of that country', is: false },
  { before: 'the two ', behind: ' regimes of Washington and Beijing', is: true },
  { before: 'both ', behind: ' packages can return', is: true },
  { before: 'a treaty that governs whoever ', behind: '', is: true },
  { before: 'the GATT forbids ', behind: ' of food', is: true },
  { before: 'a book on ', behind: '', is: true },
  { before: 'a speech on the ', behind: '', is: false },
  { before: '', behind: ' are what governments reach for', is: true },
  { before: '', behind: ' are what the firm fears', is: false },
  { before: 'used both ', behind: ' and tariffs', is: false },
])('a mention behind “$before”, before “$behind” is anyone’s: $is', ({ before, behind, is }) => {
  expect(isOfAll(`${before}X${behind}`, before.length, before.length + 1)).toBe(is);
});

test.each([
  { before: 'Each has learned to use ', is: true },
  { before: 'But neither side says ', is: true },
  { before: 'Each of its ', is: false },
])('a mention behind “$before” is that of each of several: $is', ({ before, is }) => {
  expect(isOfEach(before)).toBe(is);
});

test.each([
  { before: 'In 1949 the allies drew up a list. Its ', is: true },
  { before: 'In 1949 the allies drew up a list. In 2022 Washington wrote ', is: false },
  { before: 'A chip with 1949 pins fell under ', is: false },
])('what a block that names years calls so is of long ago: $is', ({ before, is }) => {
  expect(isLongAgo(before)).toBe(is);
});
