import { describe, expect, it } from 'vitest';
import { listNotes } from '@/lib/db/notes';
import { importNotes } from '@/lib/exchange/import-notes';
import { editNote, hideNote } from '@/lib/notes/write-note';
import { emptyDatabaseBeforeEach } from '@/tests/stored';

emptyDatabaseBeforeEach();

/** A row as the search of the API answers. */
const row = (fields: object = {}) => ({
  id: 'jWn0oBkLEeW',
  created: '2024-05-14T09:12:00.123456+00:00',
  updated: '2024-05-15T09:12:00.654321+00:00',
  user: 'acct:reader@hypothes.is',
  uri: 'https://news.example/article',
  text: 'Is that so?',
  tags: ['doubt'],
  group: '__world__',
  permissions: { read: ['group:__world__'] },
  target: [
    {
      source: 'https://news.example/article',
      selector: [
        {
          type: 'RangeSelector',
          startContainer: '/p[1]',
          startOffset: 0,
          endContainer: '/p[1]',
          endOffset: 9,
        },
        { type: 'TextPositionSelector', start: 120, end: 133 },
        { type: 'TextQuoteSelector', exact: 'four petabits', prefix: 'about ', suffix: ' a second' },
      ],
    },
  ],
  document: { title: ['An article'] },
  links: { html: 'https://hypothes.is/a/jWn0oBkLEeW' },
  flagged: false,
  hidden: false,
  ...fields,
});
const bring = (rows: object[]) => importNotes(JSON.stringify({ total: rows.length, rows }));

describe('annotations of Hypothesis', () => {
  it('become notes with quote, place, text, tags and times', async () => {
    expect(await bring([row()])).toEqual({ added: 1, updated: 0, known: 0, conflicts: 0 });
    expect(await listNotes()).toMatchObject([
      {
        createdAt: Date.UTC(2024, 4, 14, 9, 12, 0, 123),
        modifiedAt: Date.UTC(2024, 4, 15, 9, 12, 0, 654),
        body: 'Is that so?',
        tags: ['doubt'],
        target: {
          url: 'https://news.example/article',
          title: 'An article',
          selectors: {
            quote: { exact: 'four petabits', prefix: 'about ', suffix: ' a second' },
            position: { start: 120, end: 133 },
          },
        },
      },
    ]);
  });

  it('are read from what the client exports, too', async () => {
    const file = { export_date: '2024-06-01T00:00:00Z', client_version: '1.2', annotations: [row()] };
    expect(await importNotes(JSON.stringify(file))).toMatchObject({ added: 1 });
  });

  it('on a whole page, and replies, are notes on the page', async () => {
    await bring([row({ id: 'a', target: [{ source: 'x' }], references: ['jWn0oBkLEeW'], document: {} })]);
    expect(await listNotes()).toMatchObject([{ target: { title: '', selectors: null } }]);
  });

  it('are known the second time', async () => {
    await bring([row(), row({ id: 'other', text: 'Something else' })]);
    expect(await bring([row(), row({ id: 'other', text: 'Something else' })])).toEqual({
      added: 0,
      updated: 0,
      known: 2,
      conflicts: 0,
    });
  });

  it('that say the same at the same place are one note', async () => {
    expect(await bring([row(), row({ id: 'other' })])).toEqual({
      added: 1,
      updated: 0,
      known: 1,
      conflicts: 0,
    });
    expect(await bring([row({ id: 'third' })])).toMatchObject({ added: 0, known: 1 });
  });

  it('that were edited there since replace the text that came from there, and bring their new tags', async () => {
    await bring([row()]);
    const edited = row({ text: 'It is.', tags: ['doubt', 'settled'], updated: '2024-06-01T00:00:00+00:00' });
    expect(await bring([edited])).toEqual({ added: 0, updated: 1, known: 0, conflicts: 0 });
    expect(await listNotes()).toMatchObject([{ body: 'It is.', versions: [], tags: ['doubt', 'settled'] }]);
    // The older file again, which somebody kept.
    expect(await bring([row()])).toMatchObject({ known: 1 });
    expect(await listNotes()).toMatchObject([{ body: 'It is.', versions: [] }]);
  });

  it('that were edited here and there keep both texts', async () => {
    await bring([row()]);
    const [note] = await listNotes();
    await editNote(note?.id ?? '', { body: 'Mine' }, note);
    expect(await bring([row()])).toMatchObject({ known: 1, conflicts: 0 });
    const edited = row({ text: 'Theirs', updated: '2024-06-01T00:00:00+00:00' });
    expect(await bring([edited])).toEqual({ added: 0, updated: 1, known: 0, conflicts: 1 });
    expect(await listNotes()).toMatchObject([{ body: 'Mine', versions: ['Theirs'] }]);
  });

  it('that were deleted here stay deleted', async () => {
    await bring([row()]);
    const [note] = await listNotes();
    await hideNote(note?.id ?? '');
    expect(await bring([row()])).toEqual({ added: 0, updated: 0, known: 1, conflicts: 0 });
    expect(await listNotes()).toEqual([]);
  });

  it('dated ahead of our clock do not move it', async () => {
    await bring([row({ updated: '2150-01-01T00:00:00Z' })]);
    const [note] = await listNotes();
    expect(note?.modifiedAt).toBeLessThanOrEqual(Date.now());
  });

  it.each([
    { bad: { uri: 'no address' }, detail: 'rows[1].uri: not an address' },
    { bad: { created: 5 }, detail: /^rows\[1\]\.created: / },
    { bad: { text: 'x'.repeat(100_001) }, detail: /^rows\[1\]\.text: / },
    { bad: { tags: ['y'.repeat(61)] }, detail: /^rows\[1\]\.tags\[0\]: / },
    { bad: { id: undefined }, detail: /^rows\[1\]\.id: / },
    {
      bad: { target: [{ selector: [{ type: 'TextPositionSelector', start: -1, end: 2 }] }] },
      detail: /^rows\[1\]\.target\[0\]\.selector\[0\]/,
    },
  ])('are refused whole with the path: $detail', async ({ bad, detail }) => {
    await expect(bring([row(), row({ id: 'b', ...bad })])).rejects.toMatchObject({
      code: 'import-invalid',
      detail: typeof detail === 'string' ? detail : expect.stringMatching(detail),
    });
    expect(await listNotes()).toEqual([]);
  });
});
