import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldText, foldUnit, OTHER, WORD } from '@/lib/detect/fold';
import { tokenize } from '@/lib/detect/tokenize';

describe('tokenize', () => {
  test.each([
    { because: 'case folds', text: 'HUAWEI', words: ['huawei'] },
    { because: 'width folds', text: 'Ｎｖｉｄｉａ　Ｈ２０', words: ['nvidia', 'h20'] },
    { because: 'a soft hyphen is not there', text: 'Hua\u00adwei', words: ['huawei'] },
    { because: 'a zero-width space is not there', text: 'Hua\u200bwei', words: ['huawei'] },
    {
      because: 'no-break space and line break are spaces',
      text: 'export\u00a0controls\nof',
      words: ['export', 'controls', 'of'],
    },
    {
      because: 'each hyphen parts two words',
      text: 'export\u2011controls–now',
      words: ['export', 'controls', 'now'],
    },
    {
      because: 'a curly apostrophe parts like a straight one',
      text: "Huawei’s d'Nvidia",
      words: ['huawei', 's', 'd', 'nvidia'],
    },
    { because: 'a middle dot parts two words', text: '미·중 米・中', words: ['미', '중', '米', '中'] },
    { because: 'an underscore does not part', text: 'huawei_fan88', words: ['huawei_fan88'] },
    { because: 'each ideograph is a word', text: '昇腾910B', words: ['昇', '腾', '910b'] },
    { because: 'half-width kana are kana', text: 'ｱｾﾝﾄﾞ', words: ['ア', 'セ', 'ン', 'ド'] },
    { because: 'a decomposed letter is composed', text: 'contro\u0302le', words: ['contrôle'] },
    { because: 'decomposed Hangul is composed', text: '화웨이'.normalize('NFD'), words: ['화', '웨', '이'] },
    {
      because: 'Arabic vowel signs and stretching are not there',
      text: 'هُواوي هـواوي',
      words: ['هواوي', 'هواوي'],
    },
    { because: 'Indic vowel signs belong to their word', text: 'निर्यात', words: ['निर्यात'] },
    { because: 'many leave out the dot below of Hindi', text: '\u0916\u093c \u0959', words: ['ख', 'ख'] },
    { because: 'a ligature is its letters', text: 'oﬃce', words: ['office'] },
  ])('$because', ({ text, words }) => {
    expect(tokenize(text)).toEqual(words);
  });
});

describe('foldUnit', () => {
  test('has an answer for every unit', () => {
    const units = Array.from({ length: 65_536 }, (_, unit) => unit);
    expect(units.filter((unit) => !(foldUnit(unit) > 0))).toEqual([]);
  });

  test('letters fold to what they are in a normal form and small', () => {
    const text = 'ÀÉßØŠŽĐΑΩЖЯҐאשعग९Ⅷ';
    const folded = [...text].map((letter) => String.fromCharCode(foldUnit(letter.charCodeAt(0))));
    expect(folded.slice(0, -1).join('')).toBe('àéßøšžđαωжяґאשعग९');
    expect(folded.at(-1)?.charCodeAt(0)).toBe(OTHER);
  });

  test.each([...'«»©™·—…“”、。：（）€→★½¿¡×'])('%s is no letter', (sign) => {
    expect(foldUnit(sign.charCodeAt(0))).toBeLessThan(WORD);
  });
});

describe('foldText', () => {
  test('offsets rise, stay in the text, and end at its end', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const folded = foldText(text);
        expect(folded.offsets).toHaveLength(folded.text.length + 1);
        expect(folded.offsets.at(-1)).toBe(text.length);
        for (let at = 1; at < folded.offsets.length; at++) {
          expect(folded.offsets[at]).toBeGreaterThanOrEqual(folded.offsets[at - 1] as number);
        }
      }),
    );
  });

  test('a folded unit comes from the text at its offset', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aé한ﬁｱ\u0301\u00ad A.') }), (text) => {
        const folded = foldText(text);
        for (let at = 0; at < folded.text.length; at++) {
          const start = folded.offsets[at] as number;
          const end = folded.offsets.find((offset) => offset > start) ?? text.length;
          expect(text.slice(start, end).normalize('NFKC').toLowerCase().normalize('NFC')).toContain(
            folded.text[at],
          );
        }
      }),
    );
  });
});
