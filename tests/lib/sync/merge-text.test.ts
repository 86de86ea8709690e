import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Head } from '@/lib/sync/merge';
import { compareWords, cutWords, foldHeads, joinTexts } from '@/lib/sync/merge-text';

const base = 'Huawei shows a roadmap. The memory is its own. Yields are not known.';
/** The one text that the heads come to; null where they stay apart. */
const mergeTexts = (heads: Head[]) => {
  const { body, versions } = foldHeads(heads);
  return versions.length === 0 ? body : null;
};

const makeHead = (i: string, text: string, from = base): Head => ({ i, t: 1, text, base: from, p: [] });

describe('foldHeads', () => {
  it.each([
    {
      texts: [base.replace('a roadmap', 'a three-year roadmap'), base.replace('not known', 'said to be low')],
      merged: 'Huawei shows a three-year roadmap. The memory is its own. Yields are said to be low.',
      because: 'edits in different sentences both stand',
    },
    { texts: ['same', 'same'], merged: 'same', because: 'the same text twice is one' },
    {
      texts: [base.replace('own', 'own design'), base.replace('own', 'own work')],
      merged: null,
      because: 'two edits of one word do not merge',
    },
    {
      texts: [`${base} Mine.`, `${base} Theirs.`],
      merged: null,
      because: 'two texts at one place do not merge',
    },
    {
      texts: [base.replace(' The memory is its own.', ''), `Note: ${base}`],
      merged: 'Note: Huawei shows a roadmap. Yields are not known.',
      because: 'a deletion merges with an insertion elsewhere',
    },
  ])('$because', ({ texts, merged }) => {
    expect(mergeTexts(texts.map((text, at) => makeHead(`c${at}`, text)))).toBe(merged);
  });

  it('merges Chinese, which has no spaces', () => {
    const from = '华为公布了芯片路线图。内存是自己设计的。良率没有公布。';
    const texts = [from.replace('芯片路线图', '三年芯片路线图'), from.replace('没有公布', '据说很低')];
    expect(mergeTexts(texts.map((text, at) => makeHead(`c${at}`, text, from)))).toBe(
      '华为公布了三年芯片路线图。内存是自己设计的。良率据说很低。',
    );
  });

  it('does not merge what started from different texts', () => {
    expect(mergeTexts([makeHead('a', `${base} More.`), makeHead('b', `So: ${base}`, 'another')])).toBeNull();
  });

  it('leaves very long texts side by side', () => {
    const long = 'one word and another '.repeat(4_000);
    expect(mergeTexts([makeHead('a', `${long}mine`, long), makeHead('b', `yours ${long}`, long)])).toBeNull();
  });

  it('leaves a text of one word over and over side by side, instead of comparing for minutes', () => {
    const from = 'ai '.repeat(6_000);
    expect(mergeTexts([makeHead('a', `${from}more`, from), makeHead('b', `less ${from}`, from)])).toBeNull();
  });

  it('does not depend on the order of the heads', () => {
    const texts = fc.array(fc.constantFrom('a b c d e', 'a b X d e', 'Y a b c d e', 'a b c d e Z', 'b c'), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(texts, (found) => {
        const heads = found.map((text, at) => makeHead(`c${at}`, text, 'a b c d e'));
        expect(foldHeads(heads.toReversed())).toEqual(foldHeads(heads));
      }),
    );
  });

  it('keeps everything that both wrote, where the edits are apart', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 6, maxLength: 30 }), word, word, (words, one, two) => {
        const from = words.join(' ');
        const early = [words[0], `ONE${one}`, ...words.slice(1)].join(' ');
        const late = [...words.slice(0, -1), `TWO${two}`, words.at(-1)].join(' ');
        const merged = mergeTexts([makeHead('a', early, from), makeHead('b', late, from)]);
        // Words that repeat can move edits together: then both texts stay.
        if (merged === null) return;
        expect(merged).toContain(`ONE${one}`);
        expect(merged).toContain(`TWO${two}`);
      }),
    );
  });
});

describe('cutWords', () => {
  it('loses nothing of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(cutWords(text).join('')).toBe(text);
      }),
    );
  });
});

describe('compareWords', () => {
  it('gives back both texts, whatever they are', () => {
    const text = fc.string({ unit: 'binary', maxLength: 100 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const runs = compareWords(one, other);
        expect(runs.one.map((run) => run.text).join('')).toBe(one);
        expect(runs.other.map((run) => run.text).join('')).toBe(other);
        const common = (side: typeof runs.one) =>
          side
            .filter((run) => !run.isOwn)
            .map((run) => run.text)
            .join('');
        expect(common(runs.one)).toBe(common(runs.other));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('joinTexts', () => {
  it.each([
    {
      texts: ['Yields are low', 'Yields are high'],
      joined: 'Yields are low high',
      because: 'parts that differ follow one another',
    },
    { texts: ['One', 'Two'], joined: 'One Two', because: 'words never grow together' },
    { texts: ['a b', 'a', 'a c'], joined: 'a b c', because: 'any number of texts' },
    { texts: ['same', 'same'], joined: 'same', because: 'what is shared stands once' },
  ])('$because', ({ texts, joined }) => {
    expect(joinTexts(texts, null)).toBe(joined);
  });

  it('holds every word of each text', () => {
    const words = fc
      .array(fc.stringMatching(/^[a-f]{1,3}$/), { maxLength: 12 })
      .map((found) => found.join(' '));
    fc.assert(
      fc.property(words, words, (one, other) => {
        const joined = cutWords(joinTexts([one, other], null)).map((word) => word.trim());
        for (const word of [...cutWords(one), ...cutWords(other)]) expect(joined).toContain(word.trim());
      }),
      { numRuns: 2_000 },
    );
  });
});
