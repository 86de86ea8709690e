import { describe, expect, it } from 'vitest';
import type { ArticleDate, PageFacts, Written } from '@/lib/messages/page';
import { decideDate } from '@/lib/page/article-date';
import { decideSaved, OWN_PAGES, readOwnPage } from './saved-pages';

const URL_HERE = 'https://news.example/chips/boards';

const meta = (label: string, text: string): Written => ({ from: 'meta', label, text });
const time = (text: string, label = 'time '): Written => ({ from: 'time', label, text });
const ld = (value: unknown): Written => ({
  from: 'json-ld',
  label: '',
  text: typeof value === 'string' ? value : JSON.stringify(value),
});
const article = (datePublished: unknown, fields = {}) => ({
  '@type': 'NewsArticle',
  datePublished,
  ...fields,
});

function decide(written: Written[], fields: Partial<PageFacts> = {}): ArticleDate {
  const facts = { url: URL_HERE, linked: '', title: '', language: '', isList: false, written, ...fields };
  return decideDate(facts, '2026-11-29');
}

/** What was decided, in a line. */
function toText(dated: ArticleDate): string {
  if (dated.is === 'none') return [dated.why, ...dated.dates].join(' ');
  return `${dated.date} ${dated.from}${dated.updated ? ` updated ${dated.updated}` : ''}`;
}

describe('the date of an article', () => {
  it.each([
    { says: [], is: 'silent', because: 'the page says nothing' },
    {
      says: [ld(article('2025-09-18T08:00:00+08:00')), meta('article:published_time', '2025-09-17T23:00Z')],
      is: '2025-09-18 json-ld',
      because: 'the data of the article come first',
    },
    {
      says: [time('2025-09-19'), meta('pubdate', '20250918')],
      is: '2025-09-18 meta',
      because: 'then the meta elements',
    },
    {
      says: [meta('article:published_time', '2025-09-20'), meta('date', '2025-09-22')],
      is: '2025-09-20 meta',
      because: 'two days apart is the same',
    },
    {
      says: [meta('article:published_time', '2025-09-20'), meta('date', '2025-09-23')],
      is: 'differ 2025-09-20 2025-09-23',
      because: 'three days apart is not',
    },
    {
      says: [
        meta('article:published_time', '2025-09-20'),
        meta('date', '2025-09-23'),
        meta('article:modified_time', '2025-09-23'),
      ],
      is: '2025-09-20 meta updated 2025-09-23',
      because: 'a vague date that is the last change is no other date',
    },
    {
      says: [meta('article:published_time', '2025-09-20'), meta('article:modified_time', '2025-09-21')],
      is: '2025-09-20 meta',
      because: 'a change of the next day is not worth a word',
    },
    { says: [meta('article:modified_time', '2025-09-21')], is: 'silent', because: 'a change is never used' },
    {
      says: [meta('article:modified_time', '2025-09-21'), time('2025-09-21')],
      is: 'silent',
      because: 'nor a time that may be the same change',
    },
    { says: [time('2025-09-21', 'time updated')], is: 'silent', because: 'nor one that is named in words' },
    {
      says: [ld(article('2025-09')), time('2025-09-18')],
      is: '2025-09-18 time',
      because: 'a day says more than its month',
    },
    { says: [ld(article('2025-09'))], is: '2025-09 json-ld', because: 'a month is a date' },
    { says: [ld(article('2026-11-30'))], is: '2026-11-30 json-ld', because: 'in the east it is tomorrow' },
    { says: [ld(article('2026-12-01'))], is: 'future 2026-12-01', because: 'nowhere is it the day after' },
    {
      says: [ld(article('2027-01-01')), meta('article:published_time', '2025-09-18')],
      is: 'future 2027-01-01',
      because: 'a page that gives a date to come is not to be trusted',
    },
    { says: [ld(article('1970-01-01'))], is: 'early 1970-01-01', because: "it is a server's zero" },
    {
      says: [ld(article('1995-01-01'))],
      is: '1995-01-01 json-ld',
      because: 'that early there were articles',
    },
    { says: [ld(article(5)), ld(article(null))], is: 'silent', because: 'a date is a text' },
    {
      says: [ld('{ broken'), time('2025-09-18')],
      is: '2025-09-18 time',
      because: 'broken data are passed by',
    },
    {
      says: [ld(`${'['.repeat(50_000)}${']'.repeat(50_000)}`), time('2025-09-18')],
      is: '2025-09-18 time',
      because: 'nor do bottomless ones hurt',
    },
    {
      says: [
        ld('//<![CDATA[\n{"@type":"Article","headline":"two\nlines","datePublished":"2025-09-18"}\n//]]>'),
      ],
      is: '2025-09-18 json-ld',
      because: 'wrapped data with a broken line are read',
    },
    {
      says: [
        ld({
          '@graph': [
            { '@type': 'Organization' },
            { '@type': ['Article', 'Thing'], datePublished: '2025-09-18' },
          ],
        }),
      ],
      is: '2025-09-18 json-ld',
      because: 'the article may stand in a graph, with two types',
    },
    {
      says: [ld({ '@type': 'WebPage', mainEntity: article('2025-09-18') })],
      is: '2025-09-18 json-ld',
      because: 'the article may be what the page is about',
    },
    {
      says: [
        ld({ '@type': 'JobPosting', datePublished: '2025-09-18' }),
        ld({ '@type': 'VideoObject', datePublished: '2025-09-18' }),
      ],
      is: 'silent',
      because: 'neither work nor a film is an article',
    },
    {
      says: [ld(article('2025-09-18', { headline: 'A' })), ld(article('2025-09-18', { headline: 'B' }))],
      is: 'several',
      because: 'two articles, and nothing says which one this is',
    },
    {
      says: [ld(article('2025-09-18', { headline: 'A' })), ld(article('2025-09-18', { headline: 'A' }))],
      is: '2025-09-18 json-ld',
      because: 'it is one article, described twice',
    },
    {
      says: [
        ld(article('2024-01-01', { url: '/old' })),
        ld(article('2025-09-18', { '@id': `${URL_HERE}/#article` })),
      ],
      is: '2025-09-18 json-ld',
      because: 'only one of them states this address',
    },
    {
      says: [ld(article('2024-01-01', { url: '/old' })), time('2025-09-18')],
      is: '2025-09-18 time',
      because: 'the data are of another page of this site',
    },
    {
      says: [ld(article('2025-09-18', { mainEntityOfPage: 'https://news.example' }))],
      is: '2025-09-18 json-ld',
      because: 'many sites state their front page there',
    },
    {
      says: [ld({ '@type': 'WebPage', datePublished: '2025-09-01', dateModified: '2025-10-01' })],
      is: '2025-09-01 json-ld updated 2025-10-01',
      because: 'a web page that was finished in its first month is of a day',
    },
    {
      says: [ld({ '@type': 'WebPage', datePublished: '2025-09-01', dateModified: '2025-10-02' })],
      is: 'silent',
      because: 'one that is changed later is kept up',
    },
    {
      says: [ld(article('2025-09-18')), meta('generator', 'MediaWiki')],
      is: 'living',
      because: 'a wiki is of no day',
    },
    {
      says: [meta('article:published_time', '2025-09-18')],
      at: { isList: true },
      is: 'several',
      because: 'it is a list',
    },
    {
      says: [ld({ '@type': 'WebPage', datePublished: '2025-09-18' })],
      at: { isList: true },
      is: 'several',
      because: 'a list is a web page as well',
    },
    {
      says: [ld(article('2025-09-18', { url: URL_HERE }))],
      at: { isList: true },
      is: '2025-09-18 json-ld',
      because: 'what looks like a list says that it is an article',
    },
    {
      says: [ld(article('2025-09-18'))],
      at: { url: 'https://news.example/en/' },
      is: 'several',
      because: 'it is a front page',
    },
    {
      says: [],
      at: { url: 'https://news.example/2025/09/18/boards' },
      is: '2025-09-18 address',
      because: 'the address says it',
    },
    {
      says: [],
      at: { url: 'https://news.example/2025/09/boards' },
      is: 'silent',
      because: 'a month in an address is too little',
    },
    {
      says: [meta('date', '2025-11-18')],
      at: { url: 'https://news.example/2025/09/boards' },
      is: 'differ 2025-09 2025-11-18',
      because: 'yet enough to doubt another month',
    },
    {
      says: [],
      at: { linked: 'https://news.example/2025/09/18/boards' },
      is: '2025-09-18 address',
      because: 'the canonical address says it',
    },
    {
      says: [time('18 Sep 2025, 10:00 by A. Writer', 'div ')],
      is: '2025-09-18 time',
      because: 'a line that is a date',
    },
    {
      says: [time('Posted by A. Writer on 18 Sep 2025', 'div ')],
      is: '2025-09-18 time',
      because: 'a line that says so',
    },
    {
      says: [time('What changed on 7 Oct 2022', 'p ')],
      is: 'silent',
      because: 'a line about a day is not its date',
    },
    {
      says: [time('SHENZHEN, Sept. 18, 2025 /Wire/ -- The company', 'dateline')],
      is: '2025-09-18 time',
      because: 'releases begin with it',
    },
    {
      says: [time('On Sept. 18, 2025 the company', 'dateline')],
      is: 'silent',
      because: 'a sentence can begin with any day',
    },
    { says: [meta('video:published_time', '2025-09-18')], is: 'silent', because: 'that is of a film' },
  ] as { says: Written[]; at?: Partial<PageFacts>; is: string; because: string }[])(
    'is $is: $because',
    ({ says, at, is }) => {
      expect(toText(decide(says, at))).toBe(is);
    },
  );

  it.each([
    'article:published',
    'og:article:published_time',
    'parsely-pub-date',
    'sailthru.date',
    'DC.date.issued',
    'dcterms.issued',
    'citation_publication_date',
    'publish_date',
    'publishdate',
    'datePublished',
    'pdate',
    'article:publicationdate',
    'DCSext.articleFirstPublished',
    'date',
  ])('is read from a meta element named %s', (name) => {
    expect(toText(decide([meta(name.toLowerCase(), '2025-09-18')]))).toBe('2025-09-18 meta');
  });
});

it.each([
  ['data that are blank for long', ld(`${' '.repeat(199_000)}]`)],
  ['data of brackets', ld(']'.repeat(199_000))],
  ['a date that never ends', ld(article('jan 1 '.repeat(30_000)))],
  [
    'an article inside an article without end',
    ld(`${'{"mainEntity":'.repeat(14_000)}1${'}'.repeat(14_000)}`),
  ],
  [
    'thousands of articles',
    ld(Array.from({ length: 3_000 }, (_, number) => article('2025-09-18', { url: `/a/${number}` }))),
  ],
])('%s cost no time', (_, said) => {
  const start = performance.now();
  expect(decide([said]).is).toBe('none');
  expect(performance.now() - start).toBeLessThan(1_000);
});

describe('our own pages', () => {
  it.each(OWN_PAGES)('$page: $because', ({ page, url, date }) => {
    const dated = decideSaved(readOwnPage(page), url);
    expect(dated.is === 'found' ? dated.date : null).toBe(date);
  });

  it('hold at least forty, and fifteen traps', () => {
    expect(OWN_PAGES.length).toBeGreaterThanOrEqual(40);
    expect(OWN_PAGES.filter(({ date }) => date === null).length).toBeGreaterThanOrEqual(15);
  });
});
