import { expect, test } from 'vitest';
import { compileIndex } from '@/lib/detect/compile-index';
import { expandLists, type StoredTables } from '@/lib/detect/expand-lists';
import { loadIndex } from '@/lib/detect/load-index';
import { makeTopic } from './make-topic';

const near = ['exporters', 'tariff'];

function storedTables(): StoredTables {
  const { cues } = compileIndex([
    makeTopic('ascend', {
      terms: [
        { text: 'Ascend', lang: 'en', near, notNear: ['hotel'] },
        { text: 'Bis', lang: 'en', near, withTopic: ['ascend'] },
      ],
      regimes: [{ id: 'us', name: 'US', imposers: ['US'], goods: ['chips'], targets: ['to the US'] }],
    }),
  ]);
  return loadIndex(cues)?.tables() as unknown as StoredTables;
}

test('a list that many rules ask for stands once, and one that nobody asks for is empty', () => {
  const { lists, rules, regimes } = storedTables();
  expect(rules[1]?.near).toBe(rules[2]?.near);
  expect(rules[2]?.withTopic).toMatchObject({ numbers: [0] });
  const asked = new Set(
    [...Object.values(rules), ...Object.values(regimes).flat()].flatMap((one) => Object.values(one)),
  );
  lists.forEach((list, place) => {
    if (!asked.has(place)) expect(list).toEqual([]);
  });
});

test('what was stored is read as sets', () => {
  const stored = storedTables();
  const [list, regime] = [stored.lists[stored.rules[1]?.near as number], stored.regimes[0]?.[0]];
  const goods = stored.lists[regime?.goods as number];
  const { rules, regimes } = expandLists(stored);
  expect(rules[2]?.near?.numbers).toEqual(list);
  expect(rules[2]?.withTopic?.numbers).toEqual([0]);
  expect(regimes[0]?.[0]).toMatchObject({ id: 'us', topic: 0, goods: { numbers: goods } });
});
