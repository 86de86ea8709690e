import { describe, expect, test } from 'vitest';
import { applyDensity } from '@/lib/detect/density';

const mention = (topic: string, start: number, group = topic) => ({
  start,
  end: start + 1,
  topic,
  group,
  opens: topic,
});
const starts = (blocks: { start: number }[][]) =>
  blocks.map((mentions) => mentions.map(({ start }) => start));

const blocks = [
  [mention('huawei', 0), mention('cuda', 1), mention('huawei', 2)],
  [mention('huawei', 0), mention('cuda', 1), mention('ascend-910c', 2, 'ascend'), mention('ascend', 3)],
];

describe('applyDensity', () => {
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
    expect(starts(applyDensity(blocks, density))).toEqual(is);
  });

  test('one topic under two regimes is two cards', () => {
    const two = [[mention('rules', 0), { ...mention('rules', 1), opens: 'us' }]];
    expect(starts(applyDensity(two, 'first'))).toEqual([[0, 1]]);
  });
});
