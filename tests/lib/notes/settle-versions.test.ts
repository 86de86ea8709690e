import { describe, expect, it } from 'vitest';
import { loadNote } from '@/lib/db/notes';
import { latestNotes } from '@/lib/notes/read-notes';
import { joinVersions, keepVersion, splitNote, unsettle } from '@/lib/notes/settle-versions';
import { createNote, editNote } from '@/lib/notes/write-note';
import { makeDraft } from '@/tests/builders';
import { emptyDatabaseBeforeEach } from '@/tests/stored';
import { releaseAll } from '@/tests/written-out';

emptyDatabaseBeforeEach();

async function meet() {
  const shown = await createNote(
    makeDraft({ body: 'first', topics: ['huawei'], tags: ['memory'], fact: 'huawei/facts.a' }),
  );
  await releaseAll();
  await editNote(shown.id, { body: 'mine' }, shown);
  await releaseAll();
  return editNote(shown.id, { body: 'theirs' }, { ...shown, body: 'another base' });
}

describe('versions of a note', () => {
  it('come down to the one that is kept, and stand again after undo', async () => {
    const shown = await meet();
    expect([shown.body, ...shown.versions]).toEqual(['theirs', 'mine']);
    const settled = await keepVersion(shown, 'mine');
    expect(settled.note).toMatchObject({ body: 'mine', versions: [] });
    const restored = await unsettle(settled);
    expect(restored).toMatchObject({ body: 'theirs', versions: ['mine'] });
    expect(await loadNote(shown.id)).toEqual(restored);
  });

  it('are joined on what both began from: a word that one side took out stays out', async () => {
    const shown = await createNote(makeDraft({ body: 'Yields of the new chip are good' }));
    await releaseAll();
    await editNote(shown.id, { body: 'Yields of the chip are low' }, shown);
    await releaseAll();
    const met = await editNote(shown.id, { body: 'Yields of the new chip are high' }, shown);
    expect(met.versions).toHaveLength(1);
    expect(await joinVersions(met)).toBe('Yields of the chip are high low');
  });

  it('stand again after undo also when the choice was sent', async () => {
    const settled = await keepVersion(await meet(), 'theirs');
    await releaseAll();
    expect(await unsettle(settled)).toMatchObject({ body: 'theirs', versions: ['mine'] });
  });

  it('become notes of their own about the same, and one note again after undo', async () => {
    const shown = await meet();
    const settled = await splitNote(shown);
    const notes = await latestNotes(9);
    expect(notes.map((note) => note.body).sort()).toEqual(['mine', 'theirs']);
    for (const note of notes) {
      expect(note).toMatchObject({
        versions: [],
        topics: ['huawei'],
        fact: 'huawei/facts.a',
        tags: ['memory'],
        target: shown.target,
      });
    }
    await unsettle(settled);
    expect(await latestNotes(9)).toMatchObject([{ id: shown.id, body: 'theirs', versions: ['mine'] }]);
  });

  it('leave a note that was made of one, and edited since, in sight after undo', async () => {
    const settled = await splitNote(await meet());
    const made = (await latestNotes(9)).find(({ id }) => id !== settled.note.id);
    await editNote(made?.id ?? '', { body: 'mine, and more' });
    await unsettle(settled);
    expect((await latestNotes(9)).map(({ body }) => body).sort()).toEqual(['mine, and more', 'theirs']);
  });

  it('keep a text that came in after they were shown', async () => {
    const shown = await meet();
    await releaseAll();
    await editNote(shown.id, { body: 'late' }, { body: 'unseen', versions: [], heads: [] });
    const { note } = await keepVersion(shown, 'mine');
    expect([note.body, ...note.versions].sort()).toEqual(['late', 'mine']);
  });
});
