import { describe, expect, it } from 'vitest';
import { toBody, toFileName, toTag, toYaml } from '@/lib/exchange/markdown-parts';

describe('a reader’s text', () => {
  it.each([
    {
      text: '**bold** and [a link](https://a.example) #tag',
      body: '**bold** and [a link](https://a.example) #tag',
      because: 'Markdown is left as it is',
    },
    { text: 'one\ntwo\n\nthree', body: 'one  \ntwo\n\nthree', because: 'lines stay lines' },
    { text: '<img src=x> a < b <b>', body: '\\<img src=x> a < b \\<b>', because: 'HTML is text' },
    {
      text: '![x](https://tracker.example)',
      body: '\\![x](https://tracker.example)',
      because: 'no image is fetched',
    },
    { text: '# Mine\n#tag', body: '\\# Mine  \n#tag', because: 'headings are those of the document' },
    { text: 'title\n---', body: 'title  \n\\---', because: 'a line under a text makes it a heading' },
    {
      text: '```\nopen',
      body: '\\`\\`\\`  \nopen',
      because: 'code that is never closed would take in what follows',
    },
    { text: '```\ncode\n```', body: '```  \ncode  \n```', because: 'code that is closed is code' },
    { text: 'a %% b', body: 'a \\%\\% b', because: 'a comment that is never closed would hide what follows' },
    { text: '$$ b', body: '\\$\\$ b', because: 'so would a formula' },
  ])('$because', ({ text, body }) => {
    expect(toBody(text)).toBe(body);
  });
});

it.each([
  { text: 'Plain: "quoted" \\ #no', yaml: '"Plain: \\"quoted\\" \\\\ #no"' },
  { text: 'two\nlines\u2028three\u0000', yaml: '"two lines three"' },
  { text: '\ud800', yaml: '"\ufffd"' },
])('front matter quotes $yaml', ({ text, yaml }) => {
  expect(toYaml(text)).toBe(yaml);
});

it.each([
  { tag: 'export controls', as: 'export-controls' },
  { tag: '侧记/芯片', as: '侧记/芯片' },
  { tag: '2025', as: '_2025' },
  { tag: '#!?', as: '' },
])('Obsidian knows the tag “$tag” as “$as”', ({ tag, as }) => {
  expect(toTag(tag)).toBe(as);
});

it('a file has a name that any system takes, and none twice', () => {
  const taken = new Map<string, number>();
  const names = ['../../etc/passwd', 'CON', 'A: B? [c]', 'a b c', '', 'x'.repeat(200), '...'].map((title) =>
    toFileName(title, taken),
  );
  expect(names).toEqual(['etc passwd', '_CON', 'A B c', 'a b c 2', '_', 'x'.repeat(80), '_ 2']);
});

it('a name that is taken gets the next number, also where that was a title of its own', () => {
  const taken = new Map<string, number>();
  const names = ['a', 'A 2', 'a', 'a', 'a 2'].map((title) => toFileName(title, taken));
  expect(names).toEqual(['a', 'A 2', 'a 3', 'a 4', 'a 2 2']);
});

it('as many articles as there may be have the same title, and each soon has a name', () => {
  const taken = new Map<string, number>();
  const names = Array.from({ length: 65_534 }, () => toFileName('Live updates', taken));
  expect(new Set(names).size).toBe(65_534);
  expect(names.at(-1)).toBe('Live updates 65534');
});
