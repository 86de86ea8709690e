import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWords, fitWords } from '@/lib/card/fit-words';

describe('countWords', () => {
  it.each([
    ['', 0, 'there is nothing'],
    ['Ascend 950 · AI chip', 3, 'numbers and separators are none'],
    ['950PR for prefill', 3, 'a number with letters is one'],
    ['昇腾芯片', 2, 'two characters count as a word'],
    ['华为AI芯片，950PR用于预填充。', 7, 'letters between characters count too, marks do not'],
    ['2025年9月18日公布', 3, 'numbers between characters are none'],
  ])('of "%s" is %i because %s', (text, expected) => {
    expect(countWords(text)).toBe(expected);
  });
});

describe('fitWords', () => {
  it.each([
    ['one two three', 3, 'one two three', 'it fits'],
    ['one two, three four five', 4, 'one two, three four…', 'the clause would keep too little'],
    ['one two three, four five', 4, 'one two three…', 'the clause keeps three quarters'],
    ['规则涉及内存、设备，并新增清单。', 5, '规则涉及内存、设备…', 'a clause ends in Chinese too'],
    ['英伟达芯片规则', 3, '英伟达芯片…', 'no Chinese word is cut in two'],
    ['警告（BIS）针对芯片', 1, '警告…', 'no bracket is left open'],
  ])('"%s" in %i words is "%s" because %s', (text, maximum, expected) => {
    expect(fitWords(text, maximum)).toBe(expected);
  });

  it('law: never more words than allowed, and whole where they fit', () => {
    const word = fc.constantFrom('chip', 'rule,', '950PR', '12', 'China;', 'is', '华为AI芯片，', '审查');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), fc.integer({ min: 1, max: 20 }), (words, maximum) => {
        const text = words.join(' ');
        const fitted = fitWords(text, maximum);
        return countWords(fitted) <= maximum && (countWords(text) > maximum || fitted === text);
      }),
    );
  });
});
