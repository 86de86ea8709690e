// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { canonicalAddress, publishedDate, readArticleFacts } from '@/lib/page/article-facts';

const TODAY = '2026-11-23';

const ADDRESS = 'https://news.example.com/a?id=1&utm_source=x#part';

function page(html: string): Document {
  const parsed = new DOMParser().parseFromString(`<base href="${ADDRESS}">${html}`, 'text/html');
  Object.defineProperty(parsed, 'URL', { value: ADDRESS });
  return parsed;
}

const ld = (value: unknown) =>
  `<script type="application/ld+json">${typeof value === 'string' ? value : JSON.stringify(value)}</script>`;
const meta = '<meta property="article:published_time" content="2025-09-19T10:00:00Z">';
const time = '<article><time datetime="2025-09-20">20 Sep</time></article>';

describe('publishedDate', () => {
  it.each([
    {
      html: ld({ '@type': 'NewsArticle', datePublished: '2025-09-18T08:00:00+08:00' }) + meta + time,
      is: '2025-09-18',
      because: 'JSON-LD comes first',
    },
    { html: meta + time, is: '2025-09-19', because: 'then the meta element' },
    { html: time, is: '2025-09-20', because: 'then the time element' },
    {
      html: '<time datetime="2025-09-20"></time>',
      is: null,
      because: 'a time outside the article is not its own',
    },
    {
      html: ld({
        '@graph': [
          { '@type': 'Organization' },
          { '@type': ['Article', 'NewsArticle'], datePublished: '2025-09-18' },
        ],
      }),
      is: '2025-09-18',
      because: 'the article may stand in a graph, with two types',
    },
    {
      html: ld([
        { '@type': 'VideoObject', datePublished: '2024-01-01' },
        { '@type': 'BlogPosting', datePublished: '2025-01-02' },
      ]),
      is: '2025-01-02',
      because: 'a film is no article',
    },
    { html: ld('{ broken') + meta, is: '2025-09-19', because: 'broken JSON-LD is passed by' },
    {
      html: ld({ '@type': 'Article', datePublished: '2025-02-30' }) + meta,
      is: '2025-09-19',
      because: 'a day that is in no calendar is passed by',
    },
    {
      html: ld({ '@type': 'Article', datePublished: '2027-01-01' }) + meta,
      is: '2025-09-19',
      because: 'so is the future',
    },
    {
      html: ld({ '@type': 'Article', datePublished: '1970-01-01' }),
      is: null,
      because: "and a server's zero",
    },
    {
      html: `${ld({ '@type': 'Article', datePublished: 5 })}<article><time>x</time></article>`,
      is: null,
      because: 'and what is no text',
    },
    {
      html: '<meta name="article:published_time" content="2025-09-18T23:30:00-05:00">',
      is: '2025-09-18',
      because: 'the day stays as written, whatever the zone',
    },
    {
      html: ld(`${' '.repeat(200_000)}{"@type":"Article","datePublished":"2025-01-01"}`),
      is: null,
      because: 'endless JSON-LD is not parsed',
    },
    {
      html: ld(`${'['.repeat(50_000)}${']'.repeat(50_000)}`) + meta,
      is: '2025-09-19',
      because: 'nor does a bottomless one hurt',
    },
    { html: '<p>Published 2025-09-18</p>', is: null, because: 'prose is not read for dates' },
  ])('$because', ({ html, is }) => {
    expect(publishedDate(page(html), TODAY)).toBe(is);
  });
});

it('takes a month where the page says no more', () => {
  expect(publishedDate(page(ld({ '@type': 'Article', datePublished: '2025-09' })), TODAY)).toBe('2025-09');
});

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
  const facts = readArticleFacts(document, TODAY);
  expect(facts).toEqual({
    url: 'https://news.example.com/a?id=1&utm_source=x',
    canonical: 'https://news.example.com/a?id=1',
    title: 'A title',
    published: null,
    language: 'en-GB',
  });
});
