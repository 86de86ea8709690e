import { afterEach, describe, expect, it, vi } from 'vitest';
import { maySlip, toWanted, toWords } from '@/lib/model/search-words';

describe('toWords', () => {
  it.each([
    {
      text: 'Chip-maker’s U.S. 910C',
      words: ['chip', 'maker', 's', 'u', 's', '910c'],
      because: 'runs of letters and digits',
    },
    {
      text: 'AI芯片',
      words: ['ai', '芯片', '片'],
      because: 'scripts are kept apart, and the last character is one too',
    },
    { text: '出口管制', words: ['出口', '口管', '管制', '制'], because: 'pairs' },
    {
      text: 'メモリー',
      words: ['メモ', 'モリ', 'リー', 'ー'],
      because: 'the long vowel belongs to the word',
    },
    { text: '𠮷野', words: ['𠮷野', '野'], because: 'a character of two units is one' },
    { text: '화웨이가 발표', words: ['화웨이가', '발표'], because: 'Korean has spaces' },
    { text: 'Ｈｕａｗｅｉ café', words: ['huawei', 'cafe'], because: 'width and accents make no difference' },
    { text: 'ภาษาไทย ໄທ', words: ['ภาษา', 'ไทย', 'ໄທ'], because: 'Thai and Lao have words without spaces' },
    { text: 'x'.repeat(90), words: ['x'.repeat(48)], because: 'nobody types more' },
    { text: '—!?', words: [], because: 'there is no word' },
  ])('of "$text": $because', ({ text, words }) => {
    expect(toWords(text)).toEqual(words);
  });
});

describe('the dictionary of words without spaces', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    vi.resetModules();
  });

  it('is loaded once, by the first text that has use for it', async () => {
    const made = vi.spyOn(Intl, 'Segmenter');
    vi.resetModules();
    const words = await import('@/lib/model/search-words');
    words.toWords('Chip 芯片 メモリー 화웨이가');
    expect(made).not.toHaveBeenCalled();
    words.toWords('ภาษาไทย');
    words.toWords('ໄທ');
    expect(made).toHaveBeenCalledOnce();
  });
});

describe('toWanted', () => {
  it('asks for the beginnings of words, and for pairs of characters as they are', () => {
    expect(toWanted('chip 出口管 制 chip')).toEqual([
      { word: 'chip', isWhole: false },
      { word: '出口', isWhole: true },
      { word: '口管', isWhole: true },
      { word: '制', isWhole: false },
    ]);
  });
});

describe('maySlip', () => {
  it('forgives long words, and neither numbers nor pairs', () => {
    expect(['bandwith', 'chip', '910cd', '出口管制出口'].map(maySlip)).toEqual([true, false, false, false]);
  });
});
