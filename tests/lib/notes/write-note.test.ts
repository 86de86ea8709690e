import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { database } from '@/lib/db/database';
import { loadNote } from '@/lib/db/notes';
import type { NoteDraft, Target } from '@/lib/model/note';
import { NOTE_LIMITS } from '@/lib/model/note-limits';
import { applyChanges } from '@/lib/notes/apply-changes';
import { loadDraft, saveDraft } from '@/lib/notes/draft';
import { countNotes, latestNotes, notesOfPage, notesOfTopic } from '@/lib/notes/read-notes';
import { createNote, editNote, hideNote, showNote } from '@/lib/notes/write-note';
import { makeChange, makeDraft, makeQuote, makeTarget, testId } from '@/tests/builders';
import { emptyDatabaseBeforeEach, watchCommits } from '@/tests/stored';
import { releaseAll } from '@/tests/written-out';
import { expectRowsToMakeState, listRows } from './note-rows';

emptyDatabaseBeforeEach();

describe('createNote', () => {
  it('stores the note, its state and one pending change', async () => {
    const draft = makeDraft({
      target: makeQuote('four petabits'),
      topics: ['huawei', 'ascend'],
      tags: [' memory ', 'memory'],
    });
    const note = await createNote(draft);
    expect(note).toMatchObject({
      body: draft.body,
      target: draft.target,
      tags: ['memory'],
      versions: [],
      hidden: false,
    });
    expect([...note.topics].sort()).toEqual(['ascend', 'huawei']);
    expect(note.id).toMatch(/^note:[A-Za-z0-9_-]{16}$/);
    expect(await loadNote(note.id)).toEqual(note);
    expect(await listRows()).toMatchObject([
      { e: note.id, pending: 1, left: 0, own: 1, change: { b: '', p: [] } },
    ]);
    await expectRowsToMakeState(note.id);
  });

  it.each<{ draft: Partial<NoteDraft>; detail: string; because: string }>([
    { draft: { body: 'x'.repeat(NOTE_LIMITS.body + 1) }, detail: 'body', because: 'its text' },
    { draft: { tags: ['x'.repeat(NOTE_LIMITS.tag + 1)] }, detail: 'tag', because: 'one of its tags' },
    {
      draft: { tags: Array.from({ length: 51 }, (_, n) => `tag ${n}`) },
      detail: 'tags',
      because: 'the number of its tags',
    },
    {
      draft: { target: makeQuote('x'.repeat(NOTE_LIMITS.quote + 1)) },
      detail: 'target',
      because: 'the passage it quotes',
    },
  ])('refuses a note when $because is over the limit, and stores nothing', async ({ draft, detail }) => {
    await expect(createNote(makeDraft(draft))).rejects.toMatchObject({ code: 'note-too-long', detail });
    expect(await database.changes.count()).toBe(0);
  });

  it('stores of a target what notes have, and nothing else that a draft carries', async () => {
    const target = makeQuote('Ascend 950');
    const draft = makeDraft({ target: { ...target, more: 'x'.repeat(99) } as Target });
    const note = await createNote(draft);
    const written = async () => (await database.changes.toArray()).toSorted((a, b) => a.t - b.t).at(-1);
    expect((await written())?.change.f?.target).toEqual(target);
    await editNote(note.id, { target: { ...draft.target, title: 'Another' } as Target });
    expect((await written())?.change.f?.target).toEqual({ ...target, title: 'Another' });
  });
});

describe('editNote', () => {
  it('changes what the draft names and nothing else', async () => {
    const note = await createNote(makeDraft({ topics: ['huawei'], tags: ['memory', 'old'] }));
    const edited = await editNote(note.id, { tags: ['memory', 'new'] });
    expect(edited).toMatchObject({ body: note.body, topics: ['huawei'], createdAt: note.createdAt });
    expect([...edited.tags].sort()).toEqual(['memory', 'new']);
    expect(await loadNote(note.id)).toEqual(edited);
    await expectRowsToMakeState(note.id);
  });

  it('takes away of what was shown, and nothing that came in since then', async () => {
    const shown = await createNote(makeDraft({ topics: ['huawei'], tags: ['old', 'both'] }));
    await editNote(shown.id, { topics: ['huawei', 'nvidia'], tags: ['old', 'both', 'elsewhere'] });
    const saved = await editNote(shown.id, { topics: [], tags: ['both', 'new'] }, shown);
    expect(saved.topics).toEqual(['nvidia']);
    expect(saved.tags.toSorted()).toEqual(['both', 'elsewhere', 'new']);
  });

  it('writes nothing when nothing changed', async () => {
    const note = await createNote(makeDraft({ tags: ['a'], target: makeTarget() }));
    const before = await listRows();
    expect(await editNote(note.id, makeDraft({ tags: ['a'], target: makeTarget() }))).toEqual(note);
    expect(await listRows()).toEqual(before);
  });

  it('fails on a note that is not there', async () => {
    await expect(editNote('note:nothing', { body: 'x' })).rejects.toMatchObject({ code: 'unexpected' });
  });

  it('makes one change of all edits that have not left', async () => {
    const note = await createNote(makeDraft({ body: 'one', tags: ['a'] }));
    for (let round = 0; round < 100; round += 1) await editNote(note.id, { body: `text ${round}` });
    const rows = await listRows();
    expect(rows).toHaveLength(1);
    expect(rows[0]?.change).toMatchObject({ x: 'text 99', b: '', p: [], f: { 'tag:a': true } });
    await expectRowsToMakeState(note.id);
  });

  it('keeps the oldest base, and names what others know, after any number of edits', async () => {
    const note = await createNote(makeDraft({ body: 'one' }));
    const [sent] = await releaseAll();
    for (let round = 0; round < 100; round += 1) await editNote(note.id, { body: `text ${round}` });
    const rows = await listRows();
    expect(rows).toHaveLength(2);
    expect(rows.find((row) => !row.left)?.change).toMatchObject({ x: 'text 99', b: 'one', p: [sent?.i] });
    await expectRowsToMakeState(note.id);
  });

  it('never rewrites a change that has left', async () => {
    const note = await createNote(makeDraft({ body: 'one' }));
    const sent = await releaseAll();
    await editNote(note.id, { body: 'two' });
    expect((await listRows()).map((row) => row.change)).toEqual(expect.arrayContaining(sent));
  });

  it('does not bring back a tag that was taken off before the text was edited again', async () => {
    const note = await createNote(makeDraft({ tags: ['a'] }));
    await editNote(note.id, { tags: [] });
    const edited = await editNote(note.id, { body: 'new text' });
    expect(edited.tags).toEqual([]);
    await expectRowsToMakeState(note.id);
  });

  it('does not beat a tag set elsewhere in between when only the text is edited', async () => {
    const note = await createNote(makeDraft({ body: 'one' }));
    await releaseAll();
    const tagged = await editNote(note.id, { tags: ['a'] });
    await applyChanges([
      makeChange({
        i: testId('r', 1),
        e: note.id,
        t: tagged.modifiedAt * 1024 + 1_000_000,
        f: { 'tag:a': false },
      }),
    ]);
    const edited = await editNote(note.id, { body: 'two' });
    expect(edited.tags).toEqual([]);
    await expectRowsToMakeState(note.id);
  });

  describe('when another version came in while the reader was typing', () => {
    async function meet() {
      const shown = await createNote(makeDraft({ body: 'first' }));
      const [sent] = await releaseAll();
      await applyChanges([
        makeChange({
          i: testId('r', 1),
          e: shown.id,
          t: (sent?.t ?? 0) + 1,
          x: 'theirs',
          b: 'first',
          p: [sent?.i ?? ''],
        }),
      ]);
      return shown;
    }

    it('keeps both texts', async () => {
      const shown = await meet();
      const edited = await editNote(shown.id, { body: 'mine' }, shown);
      expect([edited.body, ...edited.versions].sort()).toEqual(['mine', 'theirs']);
      await expectRowsToMakeState(shown.id);
    });

    it('keeps the other one as it is when the reader changed no word', async () => {
      const shown = await meet();
      expect(await editNote(shown.id, { body: 'first', tags: ['x'] }, shown)).toMatchObject({
        body: 'theirs',
        versions: [],
      });
    });

    it('settles on one text when both were shown', async () => {
      const shown = await meet();
      const both = await editNote(shown.id, { body: 'mine' }, shown);
      const settled = await editNote(shown.id, { body: both.body }, both);
      expect(settled).toMatchObject({ body: both.body, versions: [] });
      await expectRowsToMakeState(shown.id);
    });
  });
});

describe('hideNote and showNote', () => {
  it('hide a note from every list, and undo it', async () => {
    const note = await createNote(makeDraft({ target: makeTarget(), topics: ['huawei'] }));
    const lists = async () =>
      (await Promise.all([latestNotes(9), notesOfPage(makeTarget().canonical), notesOfTopic('huawei')])).map(
        (notes) => notes.length,
      );
    expect(await lists()).toEqual([1, 1, 1]);
    expect((await hideNote(note.id)).hidden).toBe(true);
    expect(await lists()).toEqual([0, 0, 0]);
    expect(await countNotes()).toBe(0);
    expect(await showNote(note.id)).toEqual(note);
    expect(await lists()).toEqual([1, 1, 1]);
    await expectRowsToMakeState(note.id);
  });

  it('do not pile up changes that nobody has seen', async () => {
    const note = await createNote(makeDraft());
    for (let round = 0; round < 5; round += 1) {
      await hideNote(note.id);
      await showNote(note.id);
    }
    expect(await listRows()).toHaveLength(2);
  });
});

describe('the order of notes', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] });
    return () => vi.useRealTimers();
  });

  it('is the newest edit first, also when the clock was set back', async () => {
    vi.setSystemTime(Date.UTC(2026, 0, 2));
    const first = await createNote(makeDraft({ body: 'first' }));
    const second = await createNote(makeDraft({ body: 'second' }));
    vi.setSystemTime(Date.UTC(2026, 0, 1));
    await editNote(first.id, { body: 'first, again' });
    const stamps = (await listRows()).map((row) => row.t).sort((a, b) => a - b);
    expect(new Set(stamps).size).toBe(2);
    expect(Math.min(...stamps)).toBeGreaterThanOrEqual(Date.UTC(2026, 0, 2) * 1024);
    vi.setSystemTime(Date.UTC(2026, 0, 3));
    await editNote(second.id, { body: 'second, again' });
    expect((await latestNotes(1)).map((note) => note.body)).toEqual(['second, again']);
  });
});

describe('two writers at once', () => {
  it('lose nothing of each other', async () => {
    const note = await createNote(makeDraft({ body: 'one' }));
    await Promise.all([
      editNote(note.id, { tags: ['a'] }),
      editNote(note.id, { topics: ['huawei'] }),
      editNote(note.id, { body: 'two' }),
      createNote(makeDraft({ body: 'another' })),
    ]);
    expect(await loadNote(note.id)).toMatchObject({
      body: 'two',
      tags: ['a'],
      topics: ['huawei'],
      versions: [],
    });
    expect(await countNotes()).toBe(2);
    const stamps = (await listRows()).map((row) => row.t);
    expect(new Set(stamps).size).toBe(stamps.length);
    await expectRowsToMakeState(note.id);
  });
});

describe('a confirmation', () => {
  afterEach(() => vi.restoreAllMocks());
  const writes = [
    { name: 'createNote', write: () => createNote(makeDraft()) },
    { name: 'editNote', write: (id: string) => editNote(id, { body: 'Edited' }) },
    { name: 'hideNote', write: (id: string) => hideNote(id) },
    { name: 'showNote', write: (id: string) => showNote(id) },
    { name: 'applyChanges', write: () => applyChanges([makeChange({ x: 'From there', b: '', p: [] })]) },
  ];
  it.each(writes)('of $name comes only once its transaction has committed', async ({ write }) => {
    const { id } = await createNote(makeDraft());
    const events = watchCommits();
    await write(id);
    events.push('confirmed');
    expect(events).toEqual(['sidelight committed', 'confirmed']);
  });

  it('does not wait for the journal to tell the background: the page may be closed before', async () => {
    const told = vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockResolvedValue(undefined as never);
    const journal = Promise.withResolvers<FileSystemDirectoryHandle>();
    vi.spyOn(navigator.storage, 'getDirectory').mockReturnValue(journal.promise);
    const target = makeTarget();
    const created = createNote(makeDraft({ target }));
    await vi.waitFor(async () => expect(await notesOfPage(target.canonical)).toHaveLength(1));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(told).toHaveBeenCalledWith(
      expect.objectContaining({ name: 'noteWritten', request: { pages: [target.canonical] } }),
    );
    journal.reject(new DOMException('refused', 'SecurityError'));
    await created;
    expect(told).toHaveBeenCalledOnce();
  });

  it('takes the draft with it that the note was typed as, and no other', async () => {
    const draft = makeDraft({ body: 'When?' });
    await saveDraft('page:one', draft);
    await saveDraft('page:two', makeDraft({ body: 'When? And where?' }));
    await createNote(draft, { key: 'page:one', draft });
    await createNote(draft, { key: 'page:two', draft });
    expect(await loadDraft('page:one')).toBeNull();
    expect(await loadDraft('page:two')).toMatchObject({ body: 'When? And where?' });
  });

  it('that does not come leaves the draft', async () => {
    const draft = makeDraft({ body: 'When?' });
    await saveDraft('page:one', draft);
    vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(function (this: IDBObjectStore) {
      this.transaction.abort();
      throw new DOMException('full', 'QuotaExceededError');
    });
    await expect(createNote(draft, { key: 'page:one', draft })).rejects.toThrow();
    vi.restoreAllMocks();
    expect(await loadDraft('page:one')).toMatchObject({ body: 'When?' });
    expect(await database.notes.count()).toBe(0);
  });

  it('is refused where the transaction is aborted after its last write', async () => {
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...row) {
      const request = put.apply(this, row);
      if (this.name === 'changes') request.addEventListener('success', () => this.transaction.abort());
      return request;
    });
    await expect(createNote(makeDraft())).rejects.toMatchObject({ name: 'AppError' });
    vi.restoreAllMocks();
    expect(await database.notes.count()).toBe(0);
  });
});
