import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toJsonLd } from '@/lib/exchange/to-json-ld';
import type { Note } from '@/lib/model/note';
import { makeNote, makeQuote, testId } from '@/tests/builders';
import { arbitraryNotes } from './arbitrary-notes';
import { collectionSchema } from './w3c-model';

const AT = new Date('2026-11-29T10:00:00Z');
const write = (notes: Note[]) =>
  JSON.parse([...toJsonLd(notes, { id: 'one', label: 'My notes', at: AT })].join(''));

describe('toJsonLd', () => {
  it('writes what the W3C model asks for, whatever the notes are', () => {
    fc.assert(
      fc.property(arbitraryNotes, (notes) => {
        const { error } = collectionSchema.safeParse(write(notes));
        expect(error?.issues).toBeUndefined();
      }),
      { numRuns: 200 },
    );
  });

  it('says in the terms of W3C what they can say, and under its own name what they cannot', () => {
    const note = makeNote({
      target: makeQuote('four petabits', { url: 'https://news.example/a?b=1' }),
      topics: ['huawei'],
      tags: ['bandwidth'],
      fact: 'huawei/facts.roadmap',
      body: 'Check this',
      versions: ['Check that'],
    });
    const { items } = write([note]).first;
    expect(items).toEqual([
      {
        id: `tag:sidelight.example,2026:note/${testId('n', 1)}`,
        type: 'Annotation',
        motivation: 'commenting',
        created: '2025-10-02T00:00:00.000Z',
        modified: '2025-10-02T00:00:00.000Z',
        body: [
          { type: 'TextualBody', value: 'Check this', format: 'text/plain', purpose: 'commenting' },
          { type: 'TextualBody', value: 'bandwidth', format: 'text/plain', purpose: 'tagging' },
          {
            type: 'SpecificResource',
            source: 'tag:sidelight.example,2026:topic/huawei',
            purpose: 'classifying',
          },
        ],
        target: {
          type: 'SpecificResource',
          source: {
            id: 'https://news.example/a?b=1',
            type: 'Text',
            'dc:title': 'Huawei shows its chip roadmap',
            'sidelight:canonical': 'https://news.example/huawei-connect',
            'sidelight:published': '2025-09-18',
          },
          selector: [
            { type: 'TextQuoteSelector', exact: 'four petabits', prefix: '', suffix: '' },
            { type: 'TextPositionSelector', start: 10, end: 23 },
          ],
        },
        'sidelight:fact': 'huawei/facts.roadmap',
        'sidelight:versions': ['Check that'],
        'sidelight:heads': [testId('c', 1)],
      },
    ]);
  });

  it.each([
    { note: makeNote({ target: makeQuote('words'), body: '' }), motivation: 'highlighting' },
    { note: makeNote({ body: '' }), motivation: 'bookmarking' },
  ])('has no empty body: then the note is $motivation', ({ note, motivation }) => {
    const [item] = write([note]).first.items;
    expect(item).toMatchObject({ motivation, body: [{ purpose: 'classifying' }] });
  });

  it.each([
    { fields: { topics: ['huawei', 'ascend'] }, target: 'tag:sidelight.example,2026:topic/huawei' },
    { fields: { topics: [] }, target: 'tag:sidelight.example,2026:no-page' },
  ])('gives a note on no page the target $target', ({ fields, target }) => {
    expect(write([makeNote({ target: null, ...fields })]).first.items[0].target).toBe(target);
  });
});

type Raw = Record<string, unknown>;
type RawAnnotation = { body: Raw[]; target: { source: Raw; selector: Raw[] } } & Raw;
type RawFile = { first: { items: [RawAnnotation] } & Raw } & Raw;

describe('the model that they are held against', () => {
  it.each<{ because: string; harm: (file: RawFile, annotation: RawAnnotation) => unknown }>([
    {
      because: 'the context of annotations is missing',
      harm: (file) => (file['@context'] = ['http://a.example', {}]),
    },
    { because: 'a collection has no id', harm: (file) => delete file.id },
    { because: 'a filled collection has no first page', harm: (file) => delete (file as Raw).first },
    { because: 'a total is no number', harm: (file) => (file.total = '1') },
    { because: 'a page has no annotations', harm: (file) => ((file.first as Raw).items = []) },
    { because: 'a page is no page', harm: (file) => (file.first.type = 'Page') },
    { because: 'an annotation has no id', harm: (_, annotation) => delete annotation.id },
    { because: 'an id is no IRI', harm: (_, annotation) => (annotation.id = 'note one') },
    { because: 'an annotation is none', harm: (_, annotation) => (annotation.type = 'Note') },
    { because: 'it has no target', harm: (_, annotation) => delete (annotation as Raw).target },
    { because: 'it was created several times', harm: (_, annotation) => (annotation.created = [1, 2]) },
    {
      because: 'a time is not in UTC',
      harm: (_, annotation) => (annotation.created = '2025-10-02T00:00:00+02:00'),
    },
    { because: 'it has body and bodyValue', harm: (_, annotation) => (annotation.bodyValue = 'twice') },
    { because: 'a text has no value', harm: (_, annotation) => delete annotation.body[0]?.value },
    { because: 'a motivation is none', harm: (_, annotation) => (annotation.motivation = 'thinking') },
    { because: 'a specific resource has no source', harm: (_, { target }) => delete (target as Raw).source },
    { because: 'a source has no id', harm: (_, { target }) => delete target.source.id },
    { because: 'a quote has no words', harm: (_, { target }) => delete target.selector[0]?.exact },
    {
      because: 'a position is before the text',
      harm: (_, { target }) => Object.assign(target.selector[1] ?? {}, { start: -1 }),
    },
    { because: 'a position has no end', harm: (_, { target }) => delete target.selector[1]?.end },
  ])('refuses a file when $because', ({ harm }) => {
    const file = write([makeNote({ target: makeQuote('words') })]) as RawFile;
    expect(collectionSchema.safeParse(file).success).toBe(true);
    harm(file, file.first.items[0]);
    expect(collectionSchema.safeParse(file).success).toBe(false);
  });
});
