import { expect, test } from 'vitest';
import type { IndexTables } from '@/lib/detect/layout';
import { expandLists, shareLists } from '@/lib/detect/shared-lists';

const tables: IndexTables = {
  terms: { 0: [0, 1, 1] },
  topics: { 0: { id: 'ascend', group: 'ascend' } },
  rules: [
    { text: 'Ascend', upper: true, near: [3, 4, 5], notNear: [7] },
    { near: [3, 4, 5], withTopic: [0] },
    { onPage: [7], before: [] },
  ],
  regimes: {},
};

test('a list that many rules ask for stands once', () => {
  const stored = shareLists(tables);
  expect(stored.lists).toEqual([[3, 4, 5], [7], [0], []]);
  expect(stored.rules[1]).toEqual({ near: 0, withTopic: 2 });
});

test('what was stored is read back as it was', () => {
  expect(expandLists(JSON.parse(JSON.stringify(shareLists(tables))))).toMatchObject(tables);
});
