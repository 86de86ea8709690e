import { describe, expect, it } from 'vitest';
import { canonicalAddress } from '@/lib/page/canonical-address';

const ADDRESS = 'https://news.example.com/a?id=1&utm_source=x';

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
    expect(canonicalAddress(ADDRESS, href === null ? '' : (URL.parse(href, ADDRESS)?.href ?? href))).toBe(is);
  });
});
