/** What one profile writes out as notes, and not as changes, another takes in: nothing a reader sees is lost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listNotes } from '@/lib/db/notes';
import { fromCell, toCell } from '@/lib/exchange/csv-cell';
import { importNotes } from '@/lib/exchange/import-notes';
import { toCsv } from '@/lib/exchange/to-csv';
import { toJsonLd } from '@/lib/exchange/to-json-ld';
import type { Note } from '@/lib/model/note';
import { emptyDatabaseBeforeEach, readStore, takeStore } from '@/tests/stored';
import { arbitraryNotes, asShown } from './arbitrary-notes';

emptyDatabaseBeforeEach();

const FORMATS = [
  {
    format: 'JSON-LD',
    write: (notes: Note[]) => [...toJsonLd(notes, { id: 'a', label: 'Notes', at: new Date(0) })].join(''),
  },
  { format: 'CSV', write: (notes: Note[]) => [...toCsv(notes)].join('') },
];

const listShown = async () => (await listNotes()).map(asShown).sort((a, b) => (a.id < b.id ? -1 : 1));

describe.each(FORMATS)('the laws of $format', ({ write }) => {
  it('export, then import into an empty profile, is the identity of notes as shown', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryNotes, async (notes) => {
        await takeStore();
        const report = await importNotes(write(notes));
        expect(await listShown()).toEqual(notes.map(asShown));
        expect(report).toMatchObject({ added: notes.length, updated: 0, known: 0 });
      }),
      { numRuns: 60 },
    );
  });

  it('importing the same file again changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryNotes, async (notes) => {
        await takeStore();
        const file = write(notes);
        await importNotes(file);
        const before = await readStore();
        expect(await importNotes(file)).toEqual({ added: 0, updated: 0, known: notes.length, conflicts: 0 });
        expect(await readStore()).toEqual(before);
      }),
      { numRuns: 40 },
    );
  });

  it('two machines that import the same file write the same changes', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryNotes, async (notes) => {
        await takeStore();
        await importNotes(write(notes));
        const here = await takeStore();
        await importNotes(write(notes));
        const there = await takeStore();
        expect(there['own changes']).toEqual(here['own changes']);
      }),
      { numRuns: 20 },
    );
  });
});

it('a cell is never one that a spreadsheet runs, and reads back as the text that it was', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '＝', '\t', '\r', '\n', ' ', 'a') }),
      (text) => {
        expect(toCell(text)).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r]/);
        expect(fromCell(toCell(text))).toBe(text);
      },
    ),
    { numRuns: 2_000 },
  );
});
