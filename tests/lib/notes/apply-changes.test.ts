import { describe, expect, it } from 'vitest';
import { database } from '@/lib/db/database';
import { loadNote } from '@/lib/db/notes';
import { writeNotes } from '@/lib/db/write-notes';
import type { Change } from '@/lib/model/note';
import { applyChanges, mergeIn } from '@/lib/notes/apply-changes';
import { latestNotes } from '@/lib/notes/read-notes';
import { createNote, editNote } from '@/lib/notes/write-note';
import { makeChange, makeDraft, makeNote, makeTarget, testId } from '@/tests/builders';
import { emptyDatabaseBeforeEach } from '@/tests/stored';

emptyDatabaseBeforeEach();

const created = makeChange({
  t: 1_024_000,
  f: { createdAt: 1_000, target: makeTarget(), 'tag:a': true },
  x: 'one',
  b: '',
  p: [],
});

const applySegment = (changes: Change[]) =>
  writeNotes((writing) => mergeIn(writing, changes, '0'.repeat(32)));

describe('applyChanges', () => {
  it('makes the notes that the changes say, waiting to be sent', async () => {
    expect(await applyChanges([created])).toEqual({ added: 1, updated: 0, known: 0, conflicts: 0 });
    expect(await loadNote(created.e)).toEqual(
      makeNote({
        createdAt: 1_000,
        modifiedAt: 1_000,
        target: makeTarget(),
        topics: [],
        tags: ['a'],
        body: 'one',
      }),
    );
    expect(await database.changes.toArray()).toMatchObject([{ pending: 1, left: 1, own: 0 }]);
  });

  it('lets the clock follow, so that a later edit here wins', async () => {
    const ahead = 8_000_000_000_000_000;
    await applyChanges([{ ...created, t: ahead }]);
    await editNote(created.e, { tags: [] });
    expect((await loadNote(created.e))?.tags).toEqual([]);
  });

  it('knows a change again: it still waits to be sent, and is not rewritten any more', async () => {
    await createNote(makeDraft());
    const rows = await database.changes.toArray();
    const again = await applySegment(rows.map((row) => row.change));
    expect(again).toEqual({ added: 0, updated: 0, known: 1, conflicts: 0 });
    expect(await database.changes.toArray()).toEqual(rows.map((row) => ({ ...row, left: 1 })));
  });

  it('drops what the state no longer stands on, once it has been sent', async () => {
    await applySegment([created]);
    await applySegment([
      makeChange({
        i: testId('c', 2),
        t: 2_048_000,
        f: { createdAt: 1_000, target: null, 'tag:a': false },
        x: 'two',
        p: [created.i],
      }),
    ]);
    expect((await database.changes.toArray()).map((row) => row.i)).toEqual([testId('c', 2)]);
  });

  it.each([
    { early: makeChange({ i: testId('c', 2), t: 2, f: { 'tag:b': true } }), because: 'a field' },
    { early: makeChange({ i: testId('c', 2), t: 2, p: [testId('c', 9)] }), because: 'a lineage' },
    { early: makeChange({ i: testId('c', 2), t: 2, del: false, seen: [] }), because: 'a showing again' },
  ])(
    'shows nothing of a note of which only $because has come, and all of it afterwards',
    async ({ early }) => {
      await applyChanges([early]);
      expect(await latestNotes(9)).toEqual([]);
      await applyChanges([created]);
      expect((await latestNotes(9)).map(({ body }) => body)).toEqual(['one']);
    },
  );

  it('stores and carries what it does not understand', async () => {
    const strange = [
      makeChange({ i: testId('s', 1), e: 'device:0011', f: { label: 'Desk' } }),
      makeChange({ i: testId('s', 2), colour: { rgb: [1, 2, 3] } }),
    ];
    await applyChanges([created, ...strange]);
    expect((await database.changes.toArray()).map((row) => row.change)).toEqual(
      expect.arrayContaining(strange),
    );
    expect(await latestNotes(9)).toHaveLength(1);
  });

  it.each([
    { f: { target: 5, 'tag:': true, [`topic:${'x'.repeat(90)}`]: true }, because: 'fields of a wrong shape' },
    { f: { target: { url: 'x' } }, because: 'half a target' },
    {
      f: JSON.parse('{"__proto__": {"polluted": true}, "constructor": 1}'),
      because: 'names of the language',
    },
  ])('reads $because as absent', async ({ f }) => {
    await applyChanges([makeChange({ f, x: 'text' })]);
    expect(await loadNote(created.e)).toMatchObject({ target: null, tags: [], topics: [], body: 'text' });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('counts a note that now holds two texts', async () => {
    const [mine, theirs] = ['mine', 'theirs'].map((x, n) =>
      makeChange({ i: testId('c', n + 2), t: n + 2, x, p: [created.i] }),
    );
    await applyChanges([created]);
    expect(await applyChanges([mine ?? created])).toMatchObject({ updated: 1, conflicts: 0 });
    expect(await applyChanges([theirs ?? created])).toMatchObject({ updated: 1, conflicts: 1 });
    expect(await applyChanges([theirs ?? created])).toMatchObject({ updated: 0, known: 1, conflicts: 0 });
  });

  it('takes more notes than it holds at once, and writes none again that stands as it stood', async () => {
    const changes = Array.from({ length: 600 }, (_, number) =>
      makeChange({ i: testId('c', number), t: number + 1, e: `note:${testId('n', number)}`, x: 'text' }),
    );
    let written = 0;
    const apply = () =>
      writeNotes((writing) => {
        const saveNotes: typeof writing.saveNotes = (notes) => {
          written += notes.length;
          return writing.saveNotes(notes);
        };
        return mergeIn({ ...writing, saveNotes }, changes, null);
      });
    expect(await apply()).toEqual({ added: 600, updated: 0, known: 0, conflicts: 0 });
    expect(written).toBe(600);
    expect(await apply()).toEqual({ added: 0, updated: 0, known: 600, conflicts: 0 });
    expect(written).toBe(600);
  });
});
