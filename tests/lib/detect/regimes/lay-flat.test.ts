import { describe, expect, it, test } from 'vitest';
import { layFlat } from '@/lib/detect/regimes/lay-flat';
import { opened } from './opened';

describe('layFlat', () => {
  it('makes one space of each run of white space, and knows where every place has gone', () => {
    const text = 'the US\u00a0export\n   controls';
    const { line, placeOf } = layFlat(text);
    expect(line).toBe('the US export controls');
    for (const word of ['the', 'US', 'export', 'controls']) {
      const [start, end] = [text.indexOf(word), text.indexOf(word) + word.length];
      expect(line.slice(placeOf(start), placeOf(end))).toBe(word);
    }
  });

  it('takes a space at both ends, and a long text in a moment', () => {
    expect(layFlat(' \n a\u3000\n b \n').line).toBe(' a\u3000 b ');
    const began = performance.now();
    layFlat(`${'word '.repeat(40_000)}\n`);
    expect(performance.now() - began).toBeLessThan(1_500);
  });

  test.each([
    ['curbs imposed\n    by Washington: export controls\n    imposed by\n    Beijing stay.', 'cn'],
    ['As China complains, US\u00a0export\ncontrols stay.', 'us'],
  ])('tells who imposes across line breaks: “%s”', (text, topic) => {
    expect(opened(text)).toEqual([topic]);
  });

  test.each(['plain words', 'オランダ　輸出規制', ''])('leaves “%s” as it is', (text) => {
    expect(layFlat(text).line).toBe(text);
  });
});
