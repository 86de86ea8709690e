// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { readPageFacts } from '@/lib/page/article-facts';
import { toArticle } from '@/lib/page/to-article';

function published(html: string): string | null {
  const page = new DOMParser().parseFromString(html, 'text/html');
  return toArticle(readPageFacts(page), '2026-11-23').published;
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
    expect(published(html)).toBe(is);
  });
});

it('takes a month where the page says no more', () => {
  expect(published(ld({ '@type': 'Article', datePublished: '2025-09' }))).toBe('2025-09');
});
