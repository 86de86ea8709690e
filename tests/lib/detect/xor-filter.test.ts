import { expect, test } from 'vitest';
import { hashAnchor } from '@/lib/detect/choose-anchors';
import { buildXorFilter, toldOf } from '@/lib/detect/xor-filter';

const others = Array.from({ length: 20_000 }, (_, number) => hashAnchor(`${number}other`));

test.each([1, 2, 3, 50, 2_000, 50_000])(
  'of %i hashes none is missed, each has what is told of it, and few others are taken for one',
  (count) => {
    const told = new Map(
      Array.from({ length: count }, (_, number) => [hashAnchor(`word${number}`), (number * 7) % 16]),
    );
    const filter = buildXorFilter(told);
    expect(filter.length % 60).toBe(0);
    expect([...told].filter(([hash, number]) => toldOf(filter, hash) !== number)).toEqual([]);
    expect(others.filter((hash) => toldOf(filter, hash) >= 0).length).toBeLessThan(others.length / 32);
  },
);

test.each([1, 2, 3, 50, 2_000, 50_000])(
  'of %i hashes none of the others given to it is taken for one',
  (count) => {
    const told = new Map(
      Array.from({ length: count }, (_, number) => [hashAnchor(`word${number}`), (number * 7) % 16]),
    );
    const filter = buildXorFilter(told, [...others, ...told.keys()]);
    expect(others.filter((hash) => toldOf(filter, hash) >= 0)).toEqual([]);
    expect([...told].filter(([hash, number]) => toldOf(filter, hash) !== number)).toEqual([]);
  },
);

test('the filter of nothing is empty', () => {
  expect(buildXorFilter(new Map())).toHaveLength(0);
});
