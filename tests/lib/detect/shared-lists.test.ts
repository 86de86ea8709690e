import { expect, test } from 'vitest';
import type { CueTables } from '@/lib/detect/layout';
import { expandLists, shareLists } from '@/lib/detect/shared-lists';

const tables: CueTables<number[]> = {
  rules: [
    { near: [3, 4, 500], notNear: [7] },
    { near: [3, 4, 500], withTopic: [0] },
    { onPage: [7], before: [] },
  ],
  regimes: { 2: [{ id: 'us', topic: 5, imposers: [1, 9], goods: [], reactions: [8] }] },
};

test('a list that many rules ask for stands once', () => {
  const stored = shareLists(tables);
  expect(stored.lists).toEqual([[3, 4, 500], [7], [0], []]);
  expect(stored.rules[1]).toEqual({ near: 0, withTopic: 2 });
});

test('what was stored is read back as it was, its lists as sets', () => {
  const read = expandLists(JSON.parse(JSON.stringify(shareLists(tables))));
  const written = (of: object) =>
    Object.fromEntries(
      Object.entries(of).map(([name, value]) => [name, typeof value === 'object' ? value.numbers : value]),
    );
  expect(read.rules.map(written)).toEqual(tables.rules);
  expect(read.regimes[2]?.map(written)).toEqual(tables.regimes[2]);
});
