import { describe, expect, it } from 'vitest';
import { listNotes } from '@/lib/db/notes';
import { importNotes } from '@/lib/exchange/import-notes';
import { NOTE_LIMITS } from '@/lib/model/note-limits';
import { emptyDatabaseBeforeEach } from '@/tests/stored';

emptyDatabaseBeforeEach();

const ANNO = 'http://www.w3.org/ns/anno.jsonld';
const bring = (value: unknown) => importNotes(JSON.stringify(value));

/** An annotation as another program may write it. */
const foreign = (fields: object = {}) => ({
  '@context': ANNO,
  id: 'https://annotations.example/1',
  type: 'Annotation',
  created: '2024-05-14T09:12:00Z',
  body: { type: 'TextualBody', value: 'My comment' },
  target: 'https://news.example/article?utm_source=feed',
  ...fields,
});

describe('annotations of other programs', () => {
  it('become notes on the article that their target is', async () => {
    expect(await bring(foreign())).toEqual({ added: 1, updated: 0, known: 0, conflicts: 0 });
    expect(await listNotes()).toMatchObject([
      {
        body: 'My comment',
        createdAt: Date.UTC(2024, 4, 14, 9, 12),
        modifiedAt: Date.UTC(2024, 4, 14, 9, 12),
        target: {
          url: 'https://news.example/article?utm_source=feed',
          canonical: 'https://news.example/article',
          title: '',
          selectors: null,
        },
      },
    ]);
  });

  it.each([
    { because: 'as a list', file: [foreign(), foreign({ id: 'urn:b', bodyValue: 'B', body: undefined })] },
    {
      because: 'as a page',
      file: {
        '@context': ANNO,
        type: 'AnnotationPage',
        items: [foreign(), foreign({ id: 'urn:b', bodyValue: 'B', body: undefined })],
      },
    },
    {
      because: 'as a collection whose pages follow one another in it',
      file: {
        '@context': ANNO,
        type: ['AnnotationCollection', 'Other'],
        first: {
          type: 'AnnotationPage',
          items: [foreign()],
          next: {
            type: 'AnnotationPage',
            items: [foreign({ id: 'urn:b', bodyValue: 'B', body: undefined })],
          },
        },
      },
    },
    {
      because: 'as a graph',
      file: {
        '@context': ANNO,
        '@graph': [foreign(), foreign({ id: 'urn:b', bodyValue: 'B', body: undefined })],
      },
    },
  ])('are found $because', async ({ file }) => {
    expect(await bring(file)).toMatchObject({ added: 2 });
    expect((await listNotes()).map(({ body }) => body).sort()).toEqual(['B', 'My comment']);
  });

  it('keep quote, place, tags and every text', async () => {
    await bring(
      foreign({
        body: [
          'https://other.example/video',
          { type: 'TextualBody', value: 'First', purpose: 'describing' },
          { type: 'TextualBody', value: ' two  words ', purpose: 'tagging' },
          { type: 'TextualBody', value: 'Second' },
        ],
        target: {
          source: { id: 'https://news.example/a', title: 'Its title' },
          selector: {
            type: 'CssSelector',
            value: 'p',
            refinedBy: [
              { type: 'TextQuoteSelector', exact: 'four\n petabits', prefix: 'x'.repeat(100) },
              { type: 'TextPositionSelector', start: 5, end: 18 },
            ],
          },
        },
      }),
    );
    expect(await listNotes()).toMatchObject([
      {
        body: 'https://other.example/video\n\nFirst\n\nSecond',
        tags: ['two words'],
        target: {
          title: 'Its title',
          selectors: {
            quote: { exact: 'four petabits', prefix: 'x'.repeat(NOTE_LIMITS.context), suffix: '' },
            position: { start: 5, end: 18 },
          },
        },
      },
    ]);
  });

  it('with several targets are a note on each', async () => {
    const file = foreign({ target: ['https://a.example/1', { source: 'https://b.example/2' }] });
    expect(await bring(file)).toMatchObject({ added: 2 });
    expect(await bring(file)).toEqual({ added: 0, updated: 0, known: 2, conflicts: 0 });
  });
});

describe('a bad file is refused whole, with the path', () => {
  const page = (second: object) => ({
    '@context': ANNO,
    type: 'AnnotationCollection',
    first: { type: 'AnnotationPage', items: [foreign(), foreign({ id: 'urn:b', ...second })] },
  });
  it.each([
    { file: page({ target: undefined }), detail: 'first.items[1].target: an annotation has a target' },
    { file: page({ created: 'yesterday' }), detail: 'first.items[1].created: not a date and time' },
    { file: page({ target: 'page one' }), detail: 'first.items[1].target: not an address' },
    { file: page({ type: 'Note' }), detail: /^first\.items\[1\]\.type: no annotation/ },
    {
      file: page({ target: { source: 'https://a.example', selector: [{ type: 'TextQuoteSelector' }] } }),
      detail: /^first\.items\[1\]\.target\[0\]\.selector\[0\]\.exact: /,
    },
    {
      file: page({ body: { type: 'TextualBody', value: 'x'.repeat(NOTE_LIMITS.body + 1) } }),
      detail: /^first\.items\[1\]\.body\[0\]\.value: /,
    },
    {
      file: { '@context': ANNO, type: 'AnnotationCollection', first: 'https://a.example/1' },
      detail: /^first: /,
    },
    {
      file: page({
        id: `tag:sidelight.example,2026:note/${'n'.repeat(16)}`,
        'sidelight:fact': 'x'.repeat(300),
      }),
      detail: /^first\.items\[1\]\.fact: /,
    },
  ])('$detail', async ({ file, detail }) => {
    await expect(bring(file)).rejects.toMatchObject({
      code: 'import-invalid',
      detail: typeof detail === 'string' ? detail : expect.stringMatching(detail),
    });
    expect(await listNotes()).toEqual([]);
  });
});
