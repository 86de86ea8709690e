import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalAddress, ownAddress } from '@/lib/page/canonical-address';

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

  it('of a page in a cache is the word of the page, which speaks of its own site', () => {
    const cached = 'https://www-example-com.cdn.ampproject.org/c/s/www.example.com/story/amp';
    expect(canonicalAddress(cached, 'https://www.example.com/2025/story')).toBe(
      'https://www.example.com/2025/story',
    );
  });
});

describe('the usual version of a page, without a word of the site', () => {
  const usualAddress = (url: string) => canonicalAddress(url, '');
  const ARTICLE = 'https://www.example.com/2025/story';
  it.each([
    { url: `${ARTICLE}#part`, because: 'a fragment is a place on it' },
    { url: `${ARTICLE}?utm_source=a&utm_medium=b&fbclid=c`, because: 'trackers say where one came from' },
    { url: `${ARTICLE}?gclid=1&mc_cid=2&igshid=3&spm=4`, because: 'so do these' },
    { url: `${ARTICLE}/amp`, because: 'the page for telephones, as a last part' },
    { url: 'https://www.example.com/amp/2025/story', because: 'as a first part' },
    { url: 'https://www.example.com/2025/amp/story', because: 'as one in between' },
    { url: `${ARTICLE}.amp`, because: 'as an ending' },
    { url: `${ARTICLE}?amp`, because: 'as a bare parameter' },
    { url: `${ARTICLE}?amp=1`, because: 'as a parameter' },
    { url: `${ARTICLE}?output=amp`, because: 'as what is put out' },
    { url: `${ARTICLE}?outputType=amp`, because: 'as others call it' },
    { url: `${ARTICLE}?amp_js_v=0.1&usqp=mq331AQ`, because: 'what a cache adds' },
    { url: 'https://amp.example.com/2025/story', because: 'a host of its own' },
    { url: 'https://m.example.com/2025/story', because: 'the host for telephones' },
    { url: 'https://mobile.example.com/2025/story', because: 'the same' },
    {
      url: 'https://www-example-com.cdn.ampproject.org/c/s/www.example.com/2025/story',
      because: 'a cache holds the address itself',
    },
    {
      url: 'https://www-example-com.cdn.ampproject.org/v/s/www.example.com/2025/story/amp?amp_gsa=1',
      because: 'that of the page for telephones, too',
    },
    { url: 'https://www.google.co.uk/amp/s/www.example.com/2025/story', because: 'or one of a country' },
    { url: 'https://google.de/amp/s/www.example.com/2025/story', because: 'or another' },
    { url: 'https://www.google.com/amp/s/www.example.com/2025/story', because: 'so does a viewer' },
    { url: `${ARTICLE}/print`, because: 'the page for paper' },
    { url: `${ARTICLE}?print=1`, because: 'as a parameter' },
    { url: `${ARTICLE}?view=print`, because: 'as others call it' },
    { url: `${ARTICLE}?printable=yes`, because: 'and others' },
  ])('$url is the article: $because', ({ url }) => {
    expect(usualAddress(url)).toBe(ARTICLE);
  });

  it.each([
    { url: `${ARTICLE}/amp/`, is: `${ARTICLE}/`, because: 'a last stroke belongs to the address' },
    { url: `${ARTICLE}.amp.html`, is: `${ARTICLE}.html`, because: 'so does an ending' },
    { url: `${ARTICLE}/print//print`, is: ARTICLE, because: 'a doubled stroke is one' },
    {
      url: 'https://www.example.com/a?id=7&amp=1',
      is: 'https://www.example.com/a?id=7',
      because: 'an id stays',
    },
    {
      url: 'https://www-example-com.cdn.ampproject.org/c/example.org/a',
      is: 'http://example.org/a',
      because: 'without "s" it is not a secure one',
    },
    {
      url: 'https://google.news.example/amp/s/www.example.com/a',
      is: 'https://google.news.example/s/www.example.com/a',
      because: 'a site that only begins like a viewer holds no page of another',
    },
  ])('$url: $because', ({ url, is }) => {
    expect(usualAddress(url)).toBe(is);
  });

  it.each([
    { url: 'https://www.example.com/amplifiers/7', because: 'a word that begins so' },
    { url: 'https://www.example.com/2025/print-is-dead', because: 'another' },
    { url: 'https://www.example.com/a?output=html', because: 'another version' },
    { url: 'https://www.example.com/a?amplitude=3', because: 'another parameter' },
    { url: 'https://www.example.com/a?view=amplified', because: 'another value' },
    { url: 'https://amp.dev/documentation', because: 'a site whose name is that word' },
    { url: 'https://www.google.com/amplify/s/x.org/a', because: 'another path of the viewer' },
    { url: 'https://www.example.com/amp', because: 'a front page stands for no article' },
  ])('$url stays: $because', ({ url }) => {
    expect(usualAddress(url)).toBe(url);
  });

  it('of such a version is that version', () => {
    const part = fc.constantFrom('amp', 'print', 'story', '2025', 'a.amp', 'x.amp.html', '');
    const query = fc.constantFrom('', '?amp=1', '?id=1&print=1', '?utm_source=x');
    const host = fc.constantFrom('www.example.com', 'm.example.com', 'amp.example.com', 'example.com');
    fc.assert(
      fc.property(host, fc.array(part, { maxLength: 4 }), query, (host, parts, query) => {
        const own = usualAddress(`https://${host}/${parts.join('/')}${query}`);
        expect(usualAddress(own)).toBe(own);
      }),
    );
  });
});

describe('ownAddress', () => {
  it('is the address without fragment and trackers, whatever version of a page it is', () => {
    expect(ownAddress('https://m.example.com/story/amp?utm_source=x&print=1#top')).toBe(
      'https://m.example.com/story/amp?print=1',
    );
  });
});
