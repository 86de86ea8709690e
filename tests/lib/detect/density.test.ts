import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createChoice } from '@/lib/detect/density';
import { CORE_GROUPS } from '@/lib/model/look';
import type { Settings } from '@/lib/model/settings';

const mention = (topic: string, start: number, group = topic) => ({
  start,
  end: start + 1,
  topic,
  group,
  opens: topic,
});
type Mentions = ReturnType<typeof mention>[];

/** The starts of what is painted of each block; a block is a paragraph of 200 units. */
function starts(blocks: Mentions[], density: Settings['density'], text = 'x'.repeat(200)): number[][] {
  const choose = createChoice(density, CORE_GROUPS);
  return blocks.map((mentions, at) => {
    const chosen = choose(mentions, { text, end: (at + 1) * text.length });
    return chosen.map(({ start }) => start);
  });
}

const blocks = [
  [mention('huawei', 0), mention('cuda', 1), mention('huawei', 2)],
  [mention('huawei', 0), mention('cuda', 1), mention('ascend-910c', 2, 'ascend'), mention('ascend', 3)],
];

describe('createChoice', () => {
  test.each([
    {
      density: 'all' as const,
      because: 'every mention',
      is: [
        [0, 1, 2],
        [0, 1, 2, 3],
      ],
    },
    {
      density: 'calm' as const,
      because: 'core topics once in each block, others once on the page',
      is: [
        [0, 1],
        [0, 2, 3],
      ],
    },
    {
      density: 'first' as const,
      because: 'each topic once on the page',
      is: [
        [0, 1],
        [2, 3],
      ],
    },
  ])('$density: $because', ({ density, is }) => {
    expect(starts(blocks, density)).toEqual(is);
  });

  test('one topic under two regimes is two cards', () => {
    const two = [[mention('rules', 0), { ...mention('rules', 1), opens: 'us' }]];
    expect(starts(two, 'first')).toEqual([[0, 1]]);
  });

  test('law: no screen of 1,800 units has more than 12 % of them painted, unless every mention is asked for', () => {
    const block = fc.array(fc.tuple(fc.nat(20), fc.integer({ min: 2, max: 30 })), { maxLength: 12 });
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 60 }), (given) => {
        const choose = createChoice('calm', CORE_GROUPS);
        const places: { from: number; length: number }[] = [];
        let read = 0;
        for (const [at, pairs] of given.entries()) {
          let start = 0;
          const mentions = pairs.map(([gap, length], number) => {
            start += gap;
            const made = { ...mention(`t${at}-${number}`, start, 'huawei'), end: start + length };
            start += length;
            return made;
          });
          const text = 'x'.repeat(start + 10);
          read += text.length;
          for (const { start: from, end } of choose(mentions, { text, end: read })) {
            places.push({ from: read - text.length + from, length: end - from });
          }
        }
        for (const { from } of places) {
          const onScreen = places.filter(
            (place) => place.from >= from && place.from + place.length <= from + 1_800,
          );
          // The room of a block is counted before its mentions, so the last block's share may come early.
          const longest = Math.max(
            ...given.map((pairs) => pairs.reduce((sum, [gap, length]) => sum + gap + length, 10)),
          );
          expect(onScreen.reduce((sum, { length }) => sum + length, 0)).toBeLessThanOrEqual(
            216 + longest * 0.08,
          );
        }
      }),
    );
  });

  test('a crowded heading leaves some unpainted, and every mention is painted where that is asked for', () => {
    const crowd = Array.from({ length: 8 }, (_, at) => ({
      ...mention(`t${at}`, at * 12, 'huawei'),
      end: at * 12 + 10,
    }));
    expect(starts([crowd], 'calm', 'x'.repeat(100))[0]).toHaveLength(7);
    expect(starts([crowd], 'all', 'x'.repeat(100))[0]).toHaveLength(8);
  });
});
