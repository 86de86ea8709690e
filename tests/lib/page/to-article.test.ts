import { expect, it } from 'vitest';
import type { PageFacts } from '@/lib/messages/page';
import { toArticle } from '@/lib/page/to-article';

const FACTS: PageFacts = {
  url: 'https://www.news.example/a?utm_source=feed',
  linked: '',
  title: 'A title',
  language: 'en-GB',
  isList: false,
  written: [{ from: 'meta', label: 'article:published_time', text: '2025-09-18T10:00:00Z' }],
};

it('gives the facts of an article with its address and its date', () => {
  expect(toArticle(FACTS, '2026-11-29')).toEqual({
    url: FACTS.url,
    canonical: 'https://www.news.example/a',
    title: 'A title',
    language: 'en-GB',
    published: '2025-09-18',
    dated: { is: 'found', date: '2025-09-18', from: 'meta', updated: null },
  });
});

it('has no date where the page has none', () => {
  const { published, dated } = toArticle({ ...FACTS, written: [] }, '2026-11-29');
  expect({ published, dated }).toEqual({ published: null, dated: { is: 'none', why: 'silent', dates: [] } });
});

it('has no language where the page names none', () => {
  expect(toArticle({ ...FACTS, language: 'English, mostly' }, '2026-11-29').language).toBe('');
});
