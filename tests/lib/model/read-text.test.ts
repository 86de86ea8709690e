import { expect, it } from 'vitest';
import type { PackText } from '@/lib/model/pack-fields';
import { type ReadText, readText } from '@/lib/model/read-text';

it.each<[PackText, string[], ReadText, string]>([
  ['plain', ['zh-Hans'], { text: 'plain', lang: 'en' }, 'a plain text is English'],
  [
    { en: 'chip', 'zh-Hans': '芯片' },
    ['zh-Hans'],
    { text: '芯片', lang: 'zh-Hans', isTranslation: true },
    'the tag is there',
  ],
  [{ en: 'chip', 'zh-Hans': '芯片' }, ['en'], { text: 'chip', lang: 'en' }, 'the first is no translation'],
  [
    { en: 'chip', 'zh-Hans': '芯片' },
    ['zh-CN'],
    { text: '芯片', lang: 'zh-Hans', isTranslation: true },
    'the primary language is there',
  ],
  [
    { zh: '芯片', en: 'chip' },
    ['fr'],
    { text: 'chip', lang: 'en', isTranslation: true },
    'English stands in',
  ],
  [{ zh: '芯片' }, ['fr'], { text: '芯片', lang: 'zh' }, 'there is nothing else'],
])('readText(%o, %o) is %o because %s', (text, languages, expected) => {
  expect(readText(text, languages)).toEqual(expected);
});
