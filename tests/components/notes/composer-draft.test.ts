import { describe, expect, it } from 'vitest';
import {
  aboutOf,
  canHoldNotes,
  lackOf,
  proposeEvent,
  restOf,
  startDraft,
  turnDraft,
} from '@/components/notes/composer-draft';
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

  it('keeps the address of the article where the one that was visited is too long for a note', () => {
    const article = { ...ARTICLE, url: `https://news.example/a?state=${'x'.repeat(100_000)}` };
    expect(startDraft('page', article, null).target).toMatchObject({ url: ARTICLE.canonical });
    expect(canHoldNotes(article)).toBe(true);
    expect(canHoldNotes({ ...article, canonical: article.url })).toBe(false);
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

describe('a draft on a passage', () => {
  const near = { within: ['nvidia'], around: ['huawei'] };
  const onPassage = () => startDraft('selection', ARTICLE, PASSAGE && { ...PASSAGE, near });

  it('is on the topics that the passage names; one on the page is on none', () => {
    expect(onPassage().topics).toEqual(['nvidia']);
    expect(startDraft('page', ARTICLE, PASSAGE && { ...PASSAGE, near }).topics).toEqual([]);
  });

  it('keeps the topics that were chosen when it becomes one on something else', () => {
    const chosen = { ...onPassage(), topics: ['huawei'] };
    expect(turnDraft(chosen, 'page', ARTICLE, PASSAGE).topics).toEqual(['huawei']);
  });
});

describe('the event that a draft is proposed to be', () => {
  it.each([
    {
      draft: startDraft('selection', ARTICLE, PASSAGE),
      date: '2025-10-02',
      text: 'two new SuperPods',
      because: 'article and passage say it',
    },
    {
      draft: startDraft('page', { ...ARTICLE, published: null }, null),
      date: '2026-11-29',
      text: '',
      because: 'neither says anything',
    },
  ])('is of $date, "$text": $because', ({ draft, date, text }) => {
    expect(proposeEvent(draft, '2026-11-29')).toEqual({ date, text });
  });

  it('says no more than an event may, cut between words', () => {
    const { selectors } = makeQuote('a sentence '.repeat(60).trim());
    const { text } = proposeEvent(
      startDraft('selection', ARTICLE, selectors && { text: '', selectors }),
      '2026',
    );
    expect(text.length).toBeLessThanOrEqual(300);
    expect(text).toMatch(/(?:a sentence )*a(?: sentence)?…$/);
  });

  it.each([
    { event: { date: '2025-Q3', text: 'x' }, topics: ['nvidia'], lack: null, because: 'a quarter is a date' },
    { event: { date: '2025', text: 'x' }, topics: [], lack: 'topic', because: 'it stands on no timeline' },
    { event: { date: '2025', text: ' ' }, topics: ['nvidia'], lack: 'event', because: 'nothing happened' },
    {
      event: { date: '2025', text: 'x'.repeat(301) },
      topics: ['nvidia'],
      lack: 'eventLength',
      because: 'it is too long',
    },
    {
      event: { date: '2025-02-30', text: 'x' },
      topics: ['nvidia'],
      lack: 'date',
      because: 'there is no such day',
    },
  ])('lacks $lack: $because', ({ event, topics, lack }) => {
    expect(lackOf({ ...startDraft('page', ARTICLE, null), event, topics })).toBe(lack);
  });
});

describe('what is left of a draft once its note is stored', () => {
  const stored = { ...startDraft('page', ARTICLE, null), body: 'My doubt' };

  it('is nothing where nothing was typed meanwhile', () => {
    expect(restOf(stored, stored)).toBeNull();
    expect(restOf(null, stored)).toBeNull();
  });

  it.each([
    { typed: 'My doubt Ask', body: 'Ask', because: 'it was typed behind the stored text' },
    { typed: 'Ask', body: 'Ask', because: 'it was typed in its place' },
  ])('is “$body”: $because', ({ typed, body }) => {
    expect(restOf({ ...stored, body: typed }, stored)).toEqual({ ...stored, body });
  });
});
