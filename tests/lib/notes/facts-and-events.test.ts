import { describe, expect, it } from 'vitest';
import { database } from '@/lib/db/database';
import { loadNote } from '@/lib/db/notes';
import { NOTE_LIMITS } from '@/lib/model/note-limits';
import { applyChanges } from '@/lib/notes/apply-changes';
import { createNote, editNote } from '@/lib/notes/write-note';
import { makeChange, makeDraft, testId } from '@/tests/builders';
import { emptyDatabaseBeforeEach } from '@/tests/stored';
import { releaseAll } from '@/tests/written-out';
import { expectRowsToMakeState, listRows } from './note-rows';

emptyDatabaseBeforeEach();

describe('a note at a statement', () => {
  const fact = 'huawei/facts.roadmap';

  it('stands there also after an edit, and on another replica', async () => {
    const { id } = await createNote(makeDraft({ topics: ['huawei'], fact }));
    expect(await editNote(id, { body: 'Two years', tags: ['seen'] })).toMatchObject({ fact });
    const changes = await releaseAll();
    await database.delete();
    await database.open();
    await applyChanges(changes);
    expect(await loadNote(id)).toMatchObject({ fact, body: 'Two years' });
  });

  it('keeps its place where a replica that does not know of it edits the note', async () => {
    const { id, heads } = await createNote(makeDraft({ fact }));
    await applyChanges([
      makeChange({
        i: testId('c', 9),
        t: Date.now() * 1024 * 2,
        e: id,
        f: { 'tag:seen': true },
        x: 'Two years',
        b: 'Check the memory bandwidth',
        p: heads,
      }),
    ]);
    expect(await loadNote(id)).toMatchObject({ fact, body: 'Two years', tags: ['seen'] });
  });

  it.each([7, null, { topic: 'huawei' }, 'x'.repeat(NOTE_LIMITS.fact + 1)])(
    'is a note like others where the place has no shape that we know: %j',
    async (value) => {
      const change = makeChange({ f: { fact: value }, x: 'Hello', b: '', p: [] });
      await applyChanges([change]);
      expect(await loadNote(change.e)).not.toHaveProperty('fact');
    },
  );
});

describe("an event of the reader's own", () => {
  const event = { date: '2025-10-02', text: 'Export of the chip was licensed.' };

  it('is kept through an edit of something else, and on another replica', async () => {
    const { id } = await createNote(makeDraft({ topics: ['huawei'], body: '', event }));
    expect(await editNote(id, { body: 'Who said so?' })).toMatchObject({ event });
    const changes = await releaseAll();
    await database.delete();
    await database.open();
    await applyChanges(changes);
    expect(await loadNote(id)).toMatchObject({ event, body: 'Who said so?' });
  });

  it('is corrected, and taken off the timeline, by edits', async () => {
    const { id } = await createNote(makeDraft({ event }));
    const corrected = { ...event, date: '2025-10' };
    expect(await editNote(id, { event: corrected })).toMatchObject({ event: corrected });
    expect(await editNote(id, { event: null })).not.toHaveProperty('event');
    await expectRowsToMakeState(id);
  });

  it('writes nothing where it is saved as it is', async () => {
    const { id } = await createNote(makeDraft({ event }));
    const before = await listRows();
    await editNote(id, { event: { ...event } });
    expect(await listRows()).toEqual(before);
  });

  it.each([
    { date: '2025-13', text: 'x' },
    { date: '2025', text: ' ' },
    { date: '2025', text: 'x'.repeat(301) },
  ])('is refused where it is none: %j', async (wrong) => {
    await expect(createNote(makeDraft({ event: wrong }))).rejects.toMatchObject({ detail: 'event' });
    expect(await database.changes.count()).toBe(0);
  });

  it.each([7, 'today', { date: 'soon', text: 'x' }, { date: '2025' }])(
    'of a shape that we do not know leaves a note like others: %j',
    async (value) => {
      const change = makeChange({ f: { event: value }, x: 'Hello', b: '', p: [] });
      await applyChanges([change]);
      expect(await loadNote(change.e)).not.toHaveProperty('event');
    },
  );
});
