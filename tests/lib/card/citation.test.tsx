import { beforeEach, describe, expect, it } from 'vitest';
import { i18n } from '#i18n';
import { type Cited, citeStatement } from '@/lib/card/citation';
import type { Source } from '@/lib/model/pack';
import { makePack } from '../../builders';
import { speak } from '../../speak';

const KEYNOTE: Source = {
  id: 'keynote',
  origin: 'Huawei keynote, 18 Sep 2025',
  via: 'Reuters',
  url: 'https://example.com/keynote',
  date: '2025-09-18',
  tier: 'primary',
};

const { contents: _, ...PACK } = makePack();

const make = (fields: Partial<Cited> = {}): Cited => ({
  topic: { text: 'Huawei', lang: 'en' },
  text: { text: 'Set out a three-year chip roadmap.', lang: 'en' },
  mark: 'fact',
  date: '2025-09-18',
  sources: [KEYNOTE],
  pack: PACK,
  article: { title: 'Huawei shows its chips', canonical: 'https://news.example/huawei' },
  ...fields,
});

const cite = (fields: Partial<Cited> = {}) => citeStatement(make(fields), ['en'], i18n.t);

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html').body;

describe('a citation', () => {
  it('says in plain text what it is, of when, who said it and where, out of which pack, beside which article', () => {
    expect(cite().text).toBe(
      [
        'Set out a three-year chip roadmap.',
        'Huawei · fact · 18 Sep 2025',
        'Source: Huawei keynote, 18 Sep 2025 · https://example.com/keynote · Read at Reuters',
        'From Sidelight, pack “Tech war”, version 1.0.0',
        'Article: Huawei shows its chips · https://news.example/huawei',
      ].join('\n'),
    );
  });

  it('says the same in HTML, with the addresses as links and the language of the statement', () => {
    const body = parse(cite().html);
    expect(body.querySelector('blockquote')?.textContent).toBe('Set out a three-year chip roadmap.');
    expect(body.querySelector('blockquote')?.lang).toBe('en');
    expect([...body.querySelectorAll('a')].map((link) => [link.textContent, link.href])).toEqual([
      ['Source: Huawei keynote, 18 Sep 2025', 'https://example.com/keynote'],
      ['Article: Huawei shows its chips', 'https://news.example/huawei'],
    ]);
    expect(body.textContent).toContain('Huawei · fact · 18 Sep 2025');
    expect(body.textContent).toContain('Read at Reuters');
    expect(body.textContent).toContain('version 1.0.0');
  });

  it('says the same in Markdown', () => {
    expect(cite().markdown).toBe(
      [
        '> Set out a three-year chip roadmap.',
        '',
        'Huawei · fact · 18 Sep 2025  ',
        '[Source: Huawei keynote, 18 Sep 2025](<https://example.com/keynote>) · Read at Reuters  ',
        'From Sidelight, pack “Tech war”, version 1.0.0  ',
        '[Article: Huawei shows its chips](<https://news.example/huawei>)',
      ].join('\n'),
    );
  });

  it.each([
    { because: 'a claim is called one', fields: { mark: 'claim' as const }, says: 'Huawei · claim' },
    { because: 'a disputed statement is', fields: { mark: 'disputed' as const }, says: 'Huawei · disputed' },
    {
      because: 'a plan has its day',
      fields: { mark: 'plan' as const, plan: { is: 'open' as const, due: '2026-Q1' } },
      says: 'Huawei · plan · 18 Sep 2025 · Due Q1 2026',
    },
    {
      because: 'a plan whose day has passed says so',
      fields: { mark: 'plan' as const, plan: { is: 'overdue' as const, due: '2025-12' } },
      says: 'Was due Dec 2025; outcome not in this pack',
    },
    {
      because: 'a settled plan says what came of it',
      fields: {
        mark: 'plan' as const,
        plan: {
          is: 'settled' as const,
          outcome: { result: 'late' as const, text: 'Shipped in May.', date: '2026-05', sources: [] },
        },
      },
      says: '\nCame late · Shipped in May. · May 2026\n',
    },
    {
      because: 'a view says who holds it',
      fields: { mark: 'opinion' as const, by: { text: 'An analyst', lang: 'en' } },
      says: 'Huawei · opinion · 18 Sep 2025 · An analyst',
    },
    { because: 'no date is said', fields: { date: undefined }, says: 'Huawei · fact · no date given' },
    { because: 'a span has both ends', fields: { until: '2025-10' }, says: '18 Sep 2025 to Oct 2025' },
    { because: 'no source is said', fields: { sources: [] }, says: '\nNo source given\n' },
    {
      because: 'a translation is called one',
      fields: { text: { text: 'x', lang: 'de', isTranslation: true as const } },
      says: 'Translated',
    },
    {
      because: 'a source’s own date stands where its name does not say it',
      fields: { sources: [{ ...KEYNOTE, origin: 'Keynote', via: undefined }] },
      says: 'Source: Keynote · https://example.com/keynote · 18 Sep 2025',
    },
  ])('$because', ({ fields, says }) => {
    expect(cite(fields).text).toContain(says);
  });

  it('names every source, and nothing that there is not', () => {
    const { text } = cite({
      sources: [KEYNOTE, { id: 'b', origin: 'Reuters', tier: 'newsroom' }],
      pack: null,
      article: null,
    });
    expect(text.match(/Source: /g)).toHaveLength(2);
    expect(text).not.toMatch(/version|Article/);
  });

  it('names an article without a title by its address', () => {
    const { text } = cite({ article: { title: ' ', canonical: 'https://news.example/a' } });
    expect(text).toContain('Article: https://news.example/a');
  });
});

describe('a hostile text', () => {
  const HOSTILE =
    '<img src=x onerror=alert(1)>"\'&amp;</blockquote>\r\n# [a](javascript:b) *c* `d` ~~e~~ |f| ![g](h)';

  it('stays text in HTML, wherever it stands', () => {
    const { html } = cite({
      topic: { text: HOSTILE, lang: 'en' },
      text: { text: HOSTILE, lang: '"><script>' },
      by: { text: HOSTILE, lang: null },
      sources: [{ ...KEYNOTE, origin: HOSTILE, via: HOSTILE, url: 'https://example.com/"onclick="x' }],
      pack: { ...PACK, name: HOSTILE },
      article: { title: HOSTILE, canonical: 'https://news.example/"><script>' },
    });
    const body = parse(html);
    const used = new Set([...body.querySelectorAll('*')].map((element) => element.localName));
    expect([...used].sort()).toEqual(['a', 'blockquote', 'br', 'p']);
    expect([...body.querySelectorAll('a')].every((link) => link.getAttributeNames().join() === 'href')).toBe(
      true,
    );
    expect(body.querySelector('blockquote')?.textContent).toBe(HOSTILE.replace('\r\n', ' '));
  });

  it('stays text in Markdown: one line, and each sign of the language escaped', () => {
    const { markdown } = cite({ text: { text: HOSTILE, lang: 'en' } });
    const [quote, blank] = markdown.split('\n');
    expect(quote).toBe(
      '> \\<img src=x onerror=alert(1)\\>"\'\\&amp;\\</blockquote\\> \\# \\[a\\](javascript:b) \\*c\\* \\`d\\` \\~\\~e\\~\\~ \\|f\\| \\!\\[g\\](h)',
    );
    expect(blank).toBe('');
  });

  it.each([
    { text: '- item', markdown: '> \\- item' },
    { text: '12. item', markdown: '> 12\\. item' },
    { text: '+1', markdown: '> \\+1' },
    { text: '=== x', markdown: '> \\=== x' },
    { text: 'a\n\nb', markdown: '> a b' },
    { text: 'a\\*b', markdown: '> a\\\\\\*b' },
  ])('that begins as a list or goes on in a new line is one line of text: $text', ({ text, markdown }) => {
    expect(cite({ text: { text, lang: 'en' } }).markdown.split('\n')[0]).toBe(markdown);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'no address'])(
    'that is no address of the web becomes no link: %s',
    (canonical) => {
      const { html, markdown } = cite({ sources: [], article: { title: 'An article', canonical } });
      expect(parse(html).querySelector('a')).toBeNull();
      expect(markdown).not.toContain('](');
    },
  );

  it('cannot end the address of a link early', () => {
    const article = { title: 'x', canonical: 'https://news.example/a>b)?c=\\d e' };
    expect(cite({ article }).markdown).toContain('](<https://news.example/a%3Eb)?c=%5Cd%20e>)');
  });
});

describe('in Chinese', () => {
  beforeEach(() => speak('zh_CN'));

  it('is in the words of the card', () => {
    const { text } = citeStatement(make(), ['zh-Hans'], i18n.t);
    expect(text).toContain('Huawei · 事实 · 2025年9月18日');
    expect(text).toContain('出自侧记，知识包“Tech war”，版本1.0.0');
  });
});
