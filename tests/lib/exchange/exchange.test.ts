/** Export and import together: what one profile writes, the other merges. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { database } from '@/lib/db/database';
import { importNotes } from '@/lib/exchange/import-notes';
import type { Note } from '@/lib/model/note';
import { latestNotes } from '@/lib/notes/read-notes';
import { createNote, editNote, hideNote, showNote } from '@/lib/notes/write-note';
import { makeDraft, makeQuote, makeTarget } from '@/tests/builders';
import { emptyDatabaseBeforeEach, putStore, takeStore } from '@/tests/stored';
import { exportText } from '@/tests/written-out';

emptyDatabaseBeforeEach();

/** Every note row, hidden ones too, in a fixed order: what two profiles are compared by. */
const listAll = () => database.notes.orderBy('id').toArray();

type Step =
  | { do: 'create'; body: string; tag: string }
  | { do: 'text'; note: number; body: string }
  | { do: 'tag'; note: number; tag: string }
  | { do: 'hide' | 'show'; note: number }
  | { do: 'export' };

const bodies = fc.constantFrom('one', 'two', 'three', '四', '');
const tags = fc.constantFrom('a', 'b');
const notes = fc.nat(3);
const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('create' as const), body: bodies, tag: tags }),
  fc.record({ do: fc.constant('text' as const), note: notes, body: bodies }),
  fc.record({ do: fc.constant('tag' as const), note: notes, tag: tags }),
  fc.record({ do: fc.constantFrom('hide' as const, 'show' as const), note: notes }),
  fc.record({ do: fc.constant('export' as const) }),
);
const histories = fc.array(steps, { maxLength: 8 });

async function play(history: Step[]): Promise<void> {
  for (const step of history) {
    if (step.do === 'create')
      await createNote(makeDraft({ body: step.body, tags: [step.tag], target: makeTarget() }));
    else if (step.do === 'export') await exportText();
    else {
      const row = (await listAll())[step.note];
      if (!row) continue;
      if (step.do === 'text') await editNote(row.id, { body: step.body });
      else if (step.do === 'tag')
        await editNote(row.id, { tags: row.tags.includes(step.tag) ? [] : [step.tag] });
      else if (step.do === 'hide') await hideNote(row.id);
      else await showNote(row.id);
    }
  }
}

describe('the laws of moving notes', () => {
  it('export, then import into an empty profile, is the identity of notes', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        await takeStore();
        await play(history);
        const [file, before] = [await exportText(), await listAll()];
        await takeStore();
        const report = await importNotes(file);
        expect(await listAll()).toEqual(before);
        expect(report).toMatchObject({ added: before.length, updated: 0, known: 0 });
      }),
      { numRuns: 40 },
    );
  });

  it('importing twice changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        await takeStore();
        await play(history);
        const file = await exportText();
        const before = await takeStore();
        await putStore(before);
        const report = await importNotes(file);
        expect(await takeStore()).toEqual(before);
        expect(report).toEqual({ added: 0, updated: 0, known: before['own notes']?.length, conflicts: 0 });
      }),
      { numRuns: 40 },
    );
  });

  it('two profiles that export to each other converge to equal notes', async () => {
    await fc.assert(
      fc.asyncProperty(histories, histories, histories, async (before, mine, theirs) => {
        await takeStore();
        await play(before);
        const common = await exportText();
        await play(mine);
        const mineFile = await exportText();
        const mineStore = await takeStore();

        await importNotes(common);
        await play(theirs);
        const theirsFile = await exportText();
        await importNotes(mineFile);
        const theirsNotes = await listAll();

        await putStore(mineStore);
        await importNotes(theirsFile);
        expect(await listAll()).toEqual(theirsNotes);
      }),
      { numRuns: 40 },
    );
  });
});

/** Plays a story of two profiles that begin with the same notes; resolves with mine after both were merged. */
async function meet(mine: () => Promise<unknown>, theirs: () => Promise<unknown>) {
  const common = await exportText();
  await mine();
  const mineStore = await takeStore();
  await importNotes(common);
  await theirs();
  const theirsFile = await exportText();
  await putStore(mineStore);
  return { report: await importNotes(theirsFile), notes: await latestNotes(9) };
}

describe('two profiles', () => {
  const bodiesOf = (note: Note | undefined) => [note?.body, ...(note?.versions ?? [])].sort();

  it('that edited the same text keep both texts', async () => {
    const { id } = await createNote(makeDraft({ body: 'first' }));
    const { report, notes } = await meet(
      () => editNote(id, { body: 'mine' }),
      () => editNote(id, { body: 'theirs' }),
    );
    expect(report).toEqual({ added: 0, updated: 1, known: 0, conflicts: 1 });
    expect(notes).toHaveLength(1);
    expect(bodiesOf(notes[0])).toEqual(['mine', 'theirs']);
  });

  it('of which one deleted what the other edited show the edit', async () => {
    const { id } = await createNote(makeDraft({ body: 'first' }));
    const { notes } = await meet(
      () => hideNote(id),
      () => editNote(id, { body: 'still needed' }),
    );
    expect(notes.map((note) => note.body)).toEqual(['still needed']);
  });

  it('of which one deleted what the other only tagged keep it deleted', async () => {
    const { id } = await createNote(makeDraft({ body: 'first' }));
    const { notes } = await meet(
      () => hideNote(id),
      () => editNote(id, { tags: ['late'] }),
    );
    expect(notes).toEqual([]);
  });

  it('that added different tags have both', async () => {
    const { id } = await createNote(makeDraft());
    const { notes } = await meet(
      () => editNote(id, { tags: ['a'] }),
      () => editNote(id, { tags: ['b'] }),
    );
    expect([...(notes[0]?.tags ?? [])].sort()).toEqual(['a', 'b']);
  });

  it('never overwrite each other when one keeps editing after it exported', async () => {
    const { id } = await createNote(makeDraft({ body: 'first' }));
    await exportText();
    await editNote(id, { body: 'second' });
    const older = await exportText();
    await editNote(id, { body: 'third' });
    expect(await importNotes(older)).toEqual({ added: 0, updated: 0, known: 1, conflicts: 0 });
    expect(await latestNotes(9)).toMatchObject([{ body: 'third', versions: [] }]);
  });
});

describe('many notes', () => {
  it('are known again like few', async () => {
    for (let number = 0; number < 120; number += 1) await createNote(makeDraft({ body: `note ${number}` }));
    const file = await exportText();
    expect(await importNotes(file)).toEqual({ added: 0, updated: 0, known: 120, conflicts: 0 });
    const before = await listAll();
    await takeStore();
    expect(await importNotes(file)).toEqual({ added: 120, updated: 0, known: 0, conflicts: 0 });
    expect(await listAll()).toEqual(before);
    expect(await database.changes.count()).toBe(120);
  });
});

describe('the file', () => {
  it('says what it is, and holds every change', async () => {
    const note = await createNote(makeDraft({ target: makeQuote('four petabits'), body: '侧记' }));
    const file = JSON.parse(await exportText());
    expect(file).toMatchObject({
      format: 'sidelight-notes',
      v: 1,
      replica: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
    expect(new Date(file.exportedAt).toISOString()).toBe(file.exportedAt);
    expect(file.changes).toMatchObject([
      { e: note.id, x: '侧记', f: { target: { title: note.target?.title } } },
    ]);
    expect(JSON.parse(await exportText()).replica).toBe(file.replica);
  });
});
