import { describe, expect, it } from 'vitest';
import { aboutOf, lackOf, startDraft, turnDraft } from '@/components/notes/composer-draft';
import type { ArticleFacts } from '@/lib/messages/page';
import { makeQuote } from '../../builders';

const ARTICLE: ArticleFacts = {
  url: 'https://news.example/a#part-2',
  canonical: 'https://news.example/a',
  title: 'An article',
  published: '2025-10-02',
  language: 'en',
  dated: { is: 'found', date: '2025-10-02', from: 'meta', updated: null },
};
const { selectors } = makeQuote('two new SuperPods');
const PASSAGE = selectors && { text: 'two new SuperPods', selectors };

describe('what a draft is about', () => {
  it.each([
    { about: 'page' as const, article: ARTICLE, becomes: 'page', because: 'a page was chosen' },
    { about: 'selection' as const, article: ARTICLE, becomes: 'selection', because: 'a passage was chosen' },
    { about: 'topic' as const, article: ARTICLE, becomes: 'topic', because: 'a topic keeps no page' },
    { about: 'page' as const, article: null, becomes: 'topic', because: 'there is no page' },
  ])('is $becomes: $because', ({ about, article, becomes }) => {
    expect(aboutOf(startDraft(about, article, PASSAGE))).toBe(becomes);
  });

  it('keeps the page without the part of it that was scrolled to', () => {
    expect(startDraft('page', ARTICLE, null).target).toEqual({
      url: 'https://news.example/a',
      canonical: 'https://news.example/a',
      title: 'An article',
      published: '2025-10-02',
      selectors: null,
    });
  });

  it('changes without losing the text', () => {
    const begun = { ...startDraft('selection', ARTICLE, PASSAGE), body: 'When?' };
    const turned = turnDraft(begun, 'topic', ARTICLE, PASSAGE);
    expect(turned).toMatchObject({ body: 'When?', target: null });
    expect(turnDraft(turned, 'selection', ARTICLE, PASSAGE)).toEqual(begun);
  });
});

describe('what is missing', () => {
  it.each([
    { about: 'page' as const, body: ' \n', topics: [], lack: 'body', because: 'white space is no text' },
    { about: 'page' as const, body: 'Text', topics: [], lack: null, because: 'it has a text' },
    {
      about: 'selection' as const,
      body: '',
      topics: [],
      lack: null,
      because: 'a passage can be kept without words',
    },
    { about: 'topic' as const, body: 'Text', topics: [], lack: 'topic', because: 'no topic is chosen' },
    {
      about: 'topic' as const,
      body: '',
      topics: ['huawei'],
      lack: 'body',
      because: 'a topic alone says nothing',
    },
  ])('of a note on a $about is $lack: $because', ({ about, body, topics, lack }) => {
    expect(lackOf({ ...startDraft(about, ARTICLE, PASSAGE), body, topics })).toBe(lack);
  });
});
