import { expect, test } from 'vitest';
import { isLikened } from '@/lib/detect/regimes/likened';
import { around } from './around';

test.each([
  { marked: 'surveille le germanium comme le [lait] sur le feu', is: true },
  { marked: 'gehütet wie [Milch]', is: true },
  { marked: '[コメ]のように', is: true },
  { marked: 'curbs on [milk]', is: false },
])('others are likened to the goods in “$marked”: $is', ({ marked, is }) => {
  expect(isLikened(...around(marked))).toBe(is);
});
