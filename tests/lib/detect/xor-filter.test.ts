import { expect, test } from 'vitest';
import { hashAnchor } from '@/lib/detect/choose-anchors';
import { buildXorFilter, mayContain } from '@/lib/detect/xor-filter';

const others = Array.from({ length: 20_000 }, (_, number) => hashAnchor(`${number}other`));

test.each([1, 2, 3, 50, 2_000, 50_000])(
  'of %i hashes none is missed, and few others are taken for one',
  (count) => {
    const known = Array.from({ length: count }, (_, number) => hashAnchor(`word${number}`));
    const filter = buildXorFilter([...known, ...known]);
    expect(filter.length % 12).toBe(0);
    expect(known.filter((hash) => !mayContain(filter, hash))).toEqual([]);
    expect(others.filter((hash) => mayContain(filter, hash)).length).toBeLessThan(others.length / 128);
  },
);

test('the filter of nothing is empty', () => {
  expect(buildXorFilter([])).toHaveLength(0);
});
