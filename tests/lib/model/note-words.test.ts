import { describe, expect, it } from 'vitest';
import { MARKS, toNoteWords } from '@/lib/model/note-words';
import { makeNote, makeQuote } from '@/tests/builders';

describe('toNoteWords', () => {
  it('weighs a tag more than a text, and a text more than title and quote', () => {
    const words = toNoteWords(
      makeNote({ tags: ['tagged'], body: 'written', target: makeQuote('quoted', { title: 'titled' }) }),
    );
    const [tag, body, title, quote] = ['tagged', 'written', 'titled', 'quoted'].map((word) =>
      words.get(word),
    );
    expect(tag).toBeGreaterThan(body ?? 0);
    expect(body).toBeGreaterThan(title ?? 0);
    expect(title).toBe(quote);
  });

  it('weighs no word more than four bits hold, however often it stands there', () => {
    expect(toNoteWords(makeNote({ body: 'chip '.repeat(99) })).get('chip')).toBe(15);
  });

  it('has the topics, tags and sites of the note, each site with those that it is part of', () => {
    const target = makeQuote('', { canonical: 'https://www.asia.nikkei.com/a' });
    const words = toNoteWords(makeNote({ topics: ['huawei'], tags: ['To Read'], target }));
    for (const mark of [
      MARKS.topic('huawei'),
      MARKS.tag('to read'),
      MARKS.site('asia.nikkei.com'),
      MARKS.site('nikkei.com'),
    ])
      expect(words.get(mark)).toBe(1);
    expect(words.has(MARKS.site('com'))).toBe(false);
  });

  it('has none for a hidden note', () => {
    expect(toNoteWords(makeNote({ hidden: true })).size).toBe(0);
  });
});
