// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { readPageFacts } from '@/lib/page/article-facts';

const ADDRESS = 'https://news.example.com/a?id=1&utm_source=x#part';

function page(html: string): Document {
  const parsed = new DOMParser().parseFromString(`<base href="${ADDRESS}">${html}`, 'text/html');
  Object.defineProperty(parsed, 'URL', { value: ADDRESS });
  return parsed;
}

const written = (html: string) => readPageFacts(page(html)).written;
const texts = (html: string) => written(html).map(({ text }) => text);
const LONG =
  'A sentence of the article itself that goes on for so long that nobody would take it for a line below the headline of it, however little he had slept. ';

it('reads address, title and language', () => {
  const document = page('<title> A  title </title>');
  document.documentElement.lang = 'en-GB';
  const facts = readPageFacts(document);
  expect(facts).toEqual({
    url: 'https://news.example.com/a?id=1&utm_source=x',
    linked: '',
    title: 'A title',
    language: 'en-GB',
    isList: false,
    written: [],
  });
});

describe('where a page writes dates', () => {
  it.each([
    {
      html: '<script type="application/ld+json">{"a":1}</script>',
      says: [{ from: 'json-ld', label: '', text: '{"a":1}' }],
      because: 'data are handed over as they are',
    },
    {
      html: '<meta name="Parsely-Pub-Date" content=" 2025-09-18 ">',
      says: [{ from: 'meta', label: 'parsely-pub-date', text: '2025-09-18' }],
      because: 'a meta element is named in lower case',
    },
    {
      html: '<article><h1>A</h1><p>Updated <time class="x" datetime="2025-09-18">18 Sep</time></p></article>',
      says: [{ from: 'time', label: 'time updated x', text: '2025-09-18' }],
      because: 'a time says what stands before it',
    },
    {
      html: '<meta name="generator" content="MediaWiki 1.46"><meta name="generator" content="Shop 2025">',
      says: [{ from: 'meta', label: 'generator', text: 'MediaWiki' }],
      because: 'of what made the page only a wiki counts',
    },
    {
      html: '<meta name="description" content="In 2025"><meta name="publisher" content="A paper">',
      says: [],
      because: 'other meta elements hold no date',
    },
  ])('$because', ({ html, says }) => {
    expect(written(html).filter(({ text }) => text)).toEqual(says);
  });

  it.each([
    [
      '<article><time datetime="2025-09-18"></time><h1>A</h1></article>',
      true,
      'above the heading, in the article',
    ],
    ['<time datetime="2025-09-18"></time><main><h1>A</h1></main>', false, 'above the article'],
    ['<main><h1>A</h1><div>18 Sep 2025</div></main>', true, 'below the heading, as a text'],
    [
      `<main><h1>A</h1><p>${LONG}</p><time datetime="2025-09-18"></time></main>`,
      false,
      'after the text has begun',
    ],
    ['<main><h1>A</h1><h2>B</h2><div>18 Sep 2025</div></main>', false, 'a text below another heading'],
    [
      '<main><h1>A</h1><h2>B</h2><time datetime="2025-09-18"></time></main>',
      true,
      'a time below another heading',
    ],
    [
      '<main><h1>A</h1><aside><time datetime="2025-09-18"></time></aside></main>',
      false,
      'in what stands beside it',
    ],
    [
      '<main><h1>A</h1><article><time datetime="2025-09-18"></time></article></main>',
      false,
      'in another article',
    ],
    [
      '<main><h1>A</h1><h2><a href="/b">B</a></h2><time datetime="2025-09-18"></time></main>',
      false,
      'below the heading of another article',
    ],
    [
      '<main><h1>A</h1><a href="/b"><h3>B</h3><time datetime="2025-09-18"></time></a></main>',
      false,
      'in a link to another',
    ],
    [
      '<main><h1>A</h1><ul><li><a href="/b">B</a><time datetime="2025-09-18"></time></li></ul></main>',
      false,
      'in a list of others',
    ],
    [
      '<main><h1>A</h1><ul><li><time datetime="2025-09-18"></time></li></ul></main>',
      true,
      'in a list of what belongs to it',
    ],
    ['<main><h1>A</h1><table><tr><td>18 Sep 2025</td></tr></table></main>', false, 'as a text in a table'],
    [
      '<main><h1>A</h1><relative-time datetime="2025-09-18">18 Sep 2025</relative-time></main>',
      false,
      'in an element of its own making',
    ],
    [
      '<div class="related-list"><h1>A</h1><time datetime="2025-09-18"></time></div>',
      false,
      'in a list of related articles',
    ],
  ])('of %s is read: %s, %s', (html, isRead) => {
    expect(texts(html).some((text) => text.includes('2025'))).toBe(isRead);
  });

  it('takes of many marked dates those of the item that the heading stands in', () => {
    const item = (inner: string, date: string) =>
      `<div itemscope itemtype="https://schema.org/NewsArticle">${inner}<meta itemprop="datePublished" content="${date}"></div>`;
    expect(texts(item('<h1>A</h1>', '2025-09-18') + item('<h3>B</h3>', '2024-01-01'))).toEqual([
      '2025-09-18',
    ]);
  });

  it('hands over no more and no longer texts than a message may hold', () => {
    const metas = '<meta name="date" content="2025-09-18">'.repeat(300);
    expect(written(metas)).toHaveLength(200);
    expect(written(`<script type="application/ld+json">"${'x'.repeat(200_000)}"</script>`)).toEqual([]);
  });
});

describe('isList', () => {
  const teaser = (name: string) => `<article><h2><a href="/${name}">${name}</a></h2><p>${LONG}</p></article>`;
  it.each([
    [teaser('b') + teaser('c'), true, 'it leads to two others'],
    [teaser('b'), false, 'one teaser is no list'],
    [
      `<article><h1>A</h1><p>${LONG}</p></article>${teaser('b')}${teaser('c')}`,
      false,
      'it has a text of its own',
    ],
    [
      `<article><h1><a href="?id=1">A</a></h1><p>${LONG}</p></article>${teaser('b')}`,
      false,
      'its heading links itself',
    ],
    [`<p>Few words</p><aside>${teaser('b')}${teaser('c')}</aside>`, false, 'they stand beside it'],
  ])('of %s is %s: %s', (html, isList) => {
    expect(readPageFacts(page(html)).isList).toBe(isList);
  });
});
