// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { readPageFacts } from '@/lib/page/article-facts';

const ADDRESS = 'https://news.example.com/a?id=1&utm_source=x#part';

function page(html: string): Document {
  const parsed = new DOMParser().parseFromString(`<base href="${ADDRESS}">${html}`, 'text/html');
  Object.defineProperty(parsed, 'URL', { value: ADDRESS });
  return parsed;
}

it('reads address, title and language', () => {
  const document = page('<title> A  title </title>');
  document.documentElement.lang = 'en-GB';
  const facts = readPageFacts(document);
  expect(facts).toEqual({
    url: 'https://news.example.com/a?id=1&utm_source=x',
    linked: '',
    title: 'A title',
    language: 'en-GB',
    written: [],
  });
});
