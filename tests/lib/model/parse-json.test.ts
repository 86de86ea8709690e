import { describe, expect, it } from 'vitest';
import { parseJson } from '@/lib/model/parse-json';

const LIMITS = { mostBytes: 1_000, mostDepth: 3, mostValues: 5 };

describe('parseJson', () => {
  it.each([
    ['of as many values as may be', '[1,2,3,4,5]', true],
    ['of one more', '[1,2,3,4,5,6]', false],
    ['of empty things', '[{},{},{},{},{}]', false],
    ['with commas and brackets in its words', '["a,b,c,[{,,,,,"]', true],
    ['as deep as may be', '[[[1]]]', true],
    ['one deeper', '[[[[1]]]]', false],
    ['too long', `"${'a'.repeat(1_000)}"`, false],
    ['too long in bytes', `"${'字'.repeat(400)}"`, false],
    ['that is none', '[1,', false],
  ])('a text %s', (_, text, ok) => {
    expect(parseJson(text, LIMITS).ok).toBe(ok);
  });

  it('counts no values where nobody asks for it', () => {
    expect(parseJson('[1,2,3,4,5,6,7]', { mostBytes: 1_000, mostDepth: 3 })).toEqual({
      ok: true,
      value: [1, 2, 3, 4, 5, 6, 7],
    });
  });
});
