/** Tables of notes: ours, as a spreadsheet gives it back, and that of Readwise. */
import { describe, expect, it } from 'vitest';
import { i18n } from '#i18n';
import { listNotes } from '@/lib/db/notes';
import { exportAs } from '@/lib/exchange/export-as';
import { importNotes } from '@/lib/exchange/import-notes';
import { toCsv } from '@/lib/exchange/to-csv';
import { createNote, editNote } from '@/lib/notes/write-note';
import { makeDraft, makeNote, makeQuote } from '@/tests/builders';
import { emptyDatabaseBeforeEach } from '@/tests/stored';

emptyDatabaseBeforeEach();

describe('our own table', () => {
  it('holds no cell that a spreadsheet runs', () => {
    const note = makeNote({ body: '=HYPERLINK("https://evil.example","x")', tags: ['+1', '@me'] });
    const [, row] = [...toCsv([note])].join('').split('\r\n');
    expect(row).toContain(`"'=HYPERLINK(""https://evil.example"",""x"")"`);
    expect(row).toContain(`"'+1, @me"`);
  });

  it('is read with other marks between its cells, and other columns and rows than ours', async () => {
    const table = [
      'Note;Mine;Address;Note ID;Tags',
      'Added by hand;x;https://news.example/a;;one, two',
      ';;;;',
    ];
    expect(await importNotes(table.join('\n'))).toMatchObject({ added: 1 });
    expect(await importNotes(table.join('\n'))).toMatchObject({ added: 0, known: 1 });
    expect(await listNotes()).toMatchObject([
      { body: 'Added by hand', tags: ['one', 'two'], target: { url: 'https://news.example/a' } },
    ]);
  });

  it('of before an edit changes nothing, and one with another text adds a version', async () => {
    const note = await createNote(makeDraft({ target: makeQuote('words'), body: 'First' }));
    const file = await exportAs('csv', { languages: ['en'], t: i18n.t }, new Date());
    const table = await file.content.text();
    await editNote(note.id, { body: 'Second' }, note);
    expect(await importNotes(table)).toEqual({ added: 0, updated: 0, known: 1, conflicts: 0 });
    const other = [...toCsv(await listNotes())].join('').replace('Second', 'Typed in a spreadsheet');
    expect(await importNotes(other)).toEqual({ added: 0, updated: 1, known: 0, conflicts: 1 });
    const [{ body, versions } = makeNote()] = await listNotes();
    expect([body, ...versions].sort()).toEqual(['Second', 'Typed in a spreadsheet']);
  });

  it.each([
    { row: '"a\nb",https://a.example,broken', detail: 'line 2: Note ID: not an id of a note' },
    {
      row: 'first,https://a.example,\n"two\nlines",https://a.example,bad',
      detail: 'line 3: Note ID: not an id of a note',
    },
    { row: '"never closed,https://a.example,', detail: /^line 2: / },
    { row: 'a,b,c,d,e', detail: 'line 2: more cells than columns' },
    { row: `${'x'.repeat(100_001)},https://a.example,`, detail: /^line 2: body: / },
  ])('is refused whole with the line: $detail', async ({ row, detail }) => {
    await expect(importNotes(`Note,Address,Note ID\n${row}`)).rejects.toMatchObject({
      code: 'import-invalid',
      detail: typeof detail === 'string' ? detail : expect.stringMatching(detail),
    });
    expect(await listNotes()).toEqual([]);
  });
});

const HEADER =
  'Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags';

describe('the table of Readwise', () => {
  it('becomes notes with the highlight as quote, and the book as their place', async () => {
    const table = [
      HEADER,
      '"A sentence, with a comma",Chip War,Chris Miller,B09TX24J5Y,"My ""own"" thought",blue,"fabs, history",page,3,2024-07-17 14:00:25+00:00,favourites',
      'Undated,An Article,,,,,,,,,',
    ].join('\n');
    expect(await importNotes(table)).toEqual({ added: 2, updated: 0, known: 0, conflicts: 0 });
    expect(await importNotes(table)).toEqual({ added: 0, updated: 0, known: 2, conflicts: 0 });
    expect((await listNotes()).sort((a, b) => a.createdAt - b.createdAt)).toMatchObject([
      {
        createdAt: Date.UTC(2024, 6, 17, 14, 0, 25),
        body: 'My "own" thought',
        tags: ['fabs', 'history', 'favourites'],
        target: {
          title: 'Chip War, Chris Miller',
          url: expect.stringMatching(/^tag:/),
          selectors: { quote: { exact: 'A sentence, with a comma' } },
        },
      },
      { body: '', target: { title: 'An Article' } },
    ]);
  });

  it('is read with the columns in which Readwise takes highlights in, which have an address', async () => {
    await importNotes(
      'Highlight,Title,Author,URL,Note,Location,Date\nWords,T,A,https://a.example/1,,,2024-01-02',
    );
    expect(await listNotes()).toMatchObject([
      { createdAt: Date.UTC(2024, 0, 2), target: { url: 'https://a.example/1', title: 'T, A' } },
    ]);
  });

  it.each([
    { row: 'Words,T,,,,,,,,yesterday,', detail: 'line 3: Highlighted at: not a date and time' },
    { row: `Words,T,,,,,${'t'.repeat(61)},,,,`, detail: /^line 3: Tags\[0\]: / },
    { row: `${'x'.repeat(10_001)},T,,,,,,,,,`, detail: /^line 3: Highlight: / },
  ])('is refused whole with the line: $detail', async ({ row, detail }) => {
    await expect(importNotes(`${HEADER}\nGood,T,,,,,,,,,\n${row}`)).rejects.toMatchObject({
      code: 'import-invalid',
      detail: typeof detail === 'string' ? detail : expect.stringMatching(detail),
    });
    expect(await listNotes()).toEqual([]);
  });
});
