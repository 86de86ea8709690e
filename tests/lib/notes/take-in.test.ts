import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listNotes } from '@/lib/db/notes';
import { importNotes } from '@/lib/exchange/import-notes';
import type { Note } from '@/lib/model/note';
import { type ForeignNote, takeIn } from '@/lib/notes/take-in';
import { createNote, editNote } from '@/lib/notes/write-note';
import { makeDraft, makeNote, makeQuote, testId } from '@/tests/builders';
import { emptyDatabaseBeforeEach, putStore, takeStore } from '@/tests/stored';
import { exportText } from '@/tests/written-out';

emptyDatabaseBeforeEach();

/** A note as a file of another program has it. */
function makeForeign(fields: Partial<ForeignNote> = {}): ForeignNote {
  const { v: _, hidden: __, heads: ___, ...note } = makeNote({ target: makeQuote('words'), topics: [] });
  return { ...note, isOurs: false, ...fields };
}

const NOTHING = { added: 0, updated: 0, known: 0, conflicts: 0 };

describe('a note that says what one here says at the same place', () => {
  it('is that one, whoever wrote it', async () => {
    await createNote(makeDraft({ target: makeQuote('words'), body: 'Same' }));
    expect(await takeIn([makeForeign({ body: 'Same' })])).toEqual({ ...NOTHING, known: 1 });
    expect(await listNotes()).toHaveLength(1);
  });

  it.each([
    { because: 'its text is another', fields: { body: 'Other' } },
    { because: 'its quote is another', fields: { body: 'Same', target: makeQuote('other words') } },
    {
      because: 'its article is another',
      fields: { body: 'Same', target: makeQuote('words', { canonical: 'https://news.example/other' }) },
    },
    { because: 'it is on no page', fields: { body: 'Same', target: null } },
  ])('is another when $because', async ({ fields }) => {
    await createNote(makeDraft({ target: makeQuote('words'), body: 'Same' }));
    expect(await takeIn([makeForeign(fields)])).toEqual({ ...NOTHING, added: 1 });
  });

  it('is another where both stand in one file of ours: somebody wrote it twice', async () => {
    const twice = [1, 2].map((number) =>
      makeForeign({ id: `note:${testId('n', number)}`, body: 'Same', isOurs: true }),
    );
    expect(await takeIn(twice)).toEqual({ ...NOTHING, added: 2 });
    expect(await takeIn(twice)).toEqual({ ...NOTHING, known: 2 });
  });
});

it('keeps several texts as versions, the newest first, also where one of them is empty', async () => {
  await takeIn([makeForeign({ body: '', versions: ['older', 'oldest'] })]);
  expect(await listNotes()).toMatchObject([{ body: '', versions: ['older', 'oldest'] }]);
});

it('merges tags and topics of a note that is here, and takes none away', async () => {
  await takeIn([makeForeign({ tags: ['a'], topics: ['huawei'] })]);
  const newer = makeForeign({ tags: ['b'], topics: ['nvidia'], modifiedAt: Date.UTC(2025, 10, 1) });
  expect(await takeIn([newer])).toEqual({ ...NOTHING, updated: 1 });
  expect(await listNotes()).toMatchObject([{ tags: ['a', 'b'], topics: ['huawei', 'nvidia'] }]);
});

it('does not bring a tag back that was taken off here since', async () => {
  await takeIn([makeForeign({ tags: ['a'] })]);
  const [note] = await listNotes();
  await editNote(note?.id ?? '', { tags: [] });
  expect(await takeIn([makeForeign({ tags: ['a'] })])).toEqual({ ...NOTHING, known: 1 });
  expect(await listNotes()).toMatchObject([{ tags: [] }]);
});

const steps = fc.array(
  fc.record({
    body: fc.constantFrom('one', 'two', 'three', ''),
    tag: fc.constantFrom('a', 'b'),
    at: fc.nat(3),
    isMine: fc.boolean(),
  }),
  { maxLength: 4 },
);
type Step = { body: string; tag: string; at: number; isMine: boolean };

/** Takes in a file of each step's text, or writes the text here. */
async function play(history: Step[]): Promise<void> {
  for (const { body, tag, at, isMine } of history) {
    const [note] = await listNotes();
    if (isMine && note) await editNote(note.id, { body, tags: [tag] }, note);
    else await takeIn([makeForeign({ body, tags: [tag], modifiedAt: Date.UTC(2025, 10, 1 + at) })]);
  }
}

it('two machines that took in and wrote what they liked come to equal notes', async () => {
  const listSorted = async (): Promise<Note[]> => listNotes();
  await fc.assert(
    fc.asyncProperty(steps, steps, async (mine, theirs) => {
      await takeStore();
      await play(mine);
      const mineFile = await exportText();
      const mineStore = await takeStore();
      await play(theirs);
      const theirsFile = await exportText();
      await importNotes(mineFile);
      const theirsNotes = await listSorted();
      await putStore(mineStore);
      await importNotes(theirsFile);
      expect(await listSorted()).toEqual(theirsNotes);
    }),
    { numRuns: 60 },
  );
});
