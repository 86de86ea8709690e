// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { canonicalAddress, readPageFacts } from '@/lib/page/article-facts';

const ADDRESS = 'https://news.example.com/a?id=1&utm_source=x#part';

function page(html: string): Document {
  const parsed = new DOMParser().parseFromString(`<base href="${ADDRESS}">${html}`, 'text/html');
  Object.defineProperty(parsed, 'URL', { value: ADDRESS });
  return parsed;
}

describe('canonicalAddress', () => {
  it.each([
    {
      href: 'https://news.example.com/story',
      is: 'https://news.example.com/story',
      because: 'the site knows best',
    },
    {
      href: '/story?id=1#top',
      is: 'https://news.example.com/story?id=1',
      because: 'relative, without fragment',
    },
    {
      href: 'https://www.news.example.com/story',
      is: 'https://www.news.example.com/story',
      because: 'www is the same site',
    },
    {
      href: 'https://evil.example.net/story',
      is: 'https://news.example.com/a?id=1',
      because: 'another site has no say',
    },
    {
      href: 'https://news.example.com/',
      is: 'https://news.example.com/a?id=1',
      because: 'a front page stands for no article',
    },
    { href: 'http://[', is: 'https://news.example.com/a?id=1', because: 'nor does a broken address' },
    { href: null, is: 'https://news.example.com/a?id=1', because: 'without one, trackers are cut off' },
  ])('$href: $because', ({ href, is }) => {
    expect(canonicalAddress(page(href === null ? '' : `<link rel="canonical" href="${href}">`))).toBe(is);
  });
});

it('reads address, title and language', () => {
  const document = page('<title> A  title </title>');
  document.documentElement.lang = 'en-GB';
  const facts = readPageFacts(document);
  expect(facts).toEqual({
    url: 'https://news.example.com/a?id=1&utm_source=x',
    canonical: 'https://news.example.com/a?id=1',
    title: 'A title',
    language: 'en-GB',
    written: [],
  });
});
