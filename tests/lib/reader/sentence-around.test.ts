import { expect, it } from 'vitest';
import { sentenceAround } from '@/lib/reader/sentence-around';

it.each([
  {
    text: 'One here. Huawei rose by 1.4 TB/s today. Two.',
    word: 'Huawei',
    is: 'Huawei rose by 1.4 TB/s today.',
    because: 'a sentence among others',
  },
  {
    text: 'on\n  Huawei\n  alone',
    word: 'Huawei',
    is: 'on Huawei alone',
    because: 'white space is evened out',
  },
  {
    text: '第一句。华为发布了芯片。第三句。',
    word: '华为',
    is: '华为发布了芯片。',
    because: 'Chinese sentences end otherwise',
  },
  {
    text: `${'a '.repeat(2_000)}Huawei${' b'.repeat(2_000)}`,
    word: 'Huawei',
    is: expect.stringContaining('Huawei'),
    because: 'an endless text is cut',
  },
])('$because', ({ text, word, is }) => {
  const start = text.indexOf(word);
  const sentence = sentenceAround(text, { start, end: start + word.length });
  expect(sentence).toEqual(is);
  expect(sentence.length).toBeLessThan(1_100);
});
