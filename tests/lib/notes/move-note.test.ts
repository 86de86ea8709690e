import { describe, expect, it } from 'vitest';
import { listNotes } from '@/lib/db/notes';
import { loadReplica } from '@/lib/db/replica';
import { rememberSharedVault } from '@/lib/db/shared-vault';
import { writeNotes } from '@/lib/db/write-notes';
import { applyChanges } from '@/lib/notes/apply-changes';
import { editIn } from '@/lib/notes/edit-in';
import { copyNote, moveNote, unmoveNote } from '@/lib/notes/move-note';
import { findNote, latestNotes } from '@/lib/notes/read-notes';
import { createNote, editNote, hideNote } from '@/lib/notes/write-note';
import { makeDraft } from '@/tests/builders';
import { emptyDatabaseBeforeEach } from '@/tests/stored';
import { searchFor } from './search-for';

emptyDatabaseBeforeEach();

const texts = async (vault: 'own' | 'shared') => (await listNotes(vault)).map((note) => note.body);

describe('a moved note', () => {
  it('stands in the other vault with all that it had, and in no other', async () => {
    const fact = 'huawei/facts.roadmap';
    const draft = makeDraft({ body: 'Plum blossom', tags: ['seen'], topics: ['huawei'], fact });
    const note = await createNote(draft);
    const { to } = await moveNote(note, 'shared');
    const { target, tags, topics, createdAt } = note;
    expect(to).toMatchObject({
      target,
      tags,
      topics,
      fact,
      createdAt,
      body: 'Plum blossom',
      vault: 'shared',
    });
    expect(to.author).toBe(await loadReplica('shared'));
    expect(to.id).not.toBe(note.id);
    expect(await texts('own')).toEqual([]);
    expect(await texts('shared')).toEqual(['Plum blossom']);
  });

  it('is one note there when two pages move it at the same moment', async () => {
    const note = await createNote(makeDraft({ body: 'Plum blossom' }));
    const moves = await Promise.allSettled([moveNote(note, 'shared'), moveNote(note, 'shared')]);
    expect(moves.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await texts('own')).toEqual([]);
    expect(await texts('shared')).toEqual(['Plum blossom']);
  });

  it('comes back where it was when the move is undone', async () => {
    const note = await createNote(makeDraft({ body: 'Plum blossom' }));
    const moved = await moveNote(note, 'shared');
    await unmoveNote(moved);
    expect(await listNotes()).toMatchObject([{ id: note.id, body: 'Plum blossom' }]);
    expect(await texts('shared')).toEqual([]);
  });

  it('stays there too where it was edited there since', async () => {
    const moved = await moveNote(await createNote(makeDraft({ body: 'Plum' })), 'shared');
    await editNote(moved.to.id, { body: 'Plum, and pear' }, moved.to, 'shared');
    await unmoveNote(moved);
    expect(await texts('own')).toEqual(['Plum']);
    expect(await texts('shared')).toEqual(['Plum, and pear']);
  });

  it('takes along a text that came in after it was shown', async () => {
    const note = await createNote(makeDraft({ body: 'Plum' }));
    await editNote(note.id, { body: 'Pear' });
    await moveNote(note, 'shared');
    expect(await texts('shared')).toEqual(['Pear']);
  });

  it('takes along every version of it', async () => {
    const note = await createNote(makeDraft({ body: 'Plum' }));
    const [head = ''] = note.heads;
    const elsewhere = {
      i: 'e'.repeat(16),
      t: Date.now() * 1024 + 1e9,
      e: note.id,
      x: 'Fig',
      b: 'Plum',
      p: [head],
    };
    await editNote(note.id, { body: 'Pear' });
    await applyChanges([elsewhere]);
    await moveNote(note, 'shared');
    expect(await listNotes('shared')).toMatchObject([{ body: 'Fig', versions: ['Pear'] }]);
  });

  it("loses the name of who shared it when it becomes the reader's own", async () => {
    const { to } = await moveNote(await createNote(makeDraft()), 'shared');
    const { to: back } = await moveNote(to, 'own');
    expect(back.author).toBeUndefined();
    expect(back.vault).toBeUndefined();
    expect(await texts('shared')).toEqual([]);
  });
});

describe('a copied note', () => {
  it('leaves the shared one as it is, and is gone again when undone', async () => {
    const { to } = await moveNote(await createNote(makeDraft({ body: 'Plum' })), 'shared');
    const before = await listNotes('shared');
    const copied = await copyNote(to, 'own');
    expect(await texts('own')).toEqual(['Plum']);
    await unmoveNote(copied);
    expect(await texts('own')).toEqual([]);
    expect(await listNotes('shared')).toEqual(before);
  });
});

describe('notes of both vaults', () => {
  it('are read together, newest first, and found by one search', async () => {
    await rememberSharedVault();
    const shared = await moveNote(await createNote(makeDraft({ body: 'Plum one' })), 'shared');
    const own = await createNote(makeDraft({ body: 'Plum two' }));
    await writeNotes((writing) => editIn(writing, own.id, { body: 'Plum three' }, undefined));
    expect((await latestNotes(5)).map(({ body }) => body)).toEqual(['Plum three', 'Plum one']);
    expect(await latestNotes(1)).toHaveLength(1);
    expect((await searchFor('plum')).map(({ body }) => body).sort()).toEqual(['Plum one', 'Plum three']);
    expect(await findNote(shared.to.id)).toMatchObject({ vault: 'shared' });
    await hideNote(shared.to.id, 'shared');
    expect(await findNote(shared.to.id)).toBeNull();
  });
});
