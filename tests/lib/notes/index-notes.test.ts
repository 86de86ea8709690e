import { Dexie } from 'dexie';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { database } from '@/lib/db/database';
import type { AppError } from '@/lib/model/app-error';
import type { Note } from '@/lib/model/note';
import { NO_FILTER } from '@/lib/model/note-query';
import { indexNotes } from '@/lib/notes/index-notes';
import { latestNotes } from '@/lib/notes/read-notes';
import { searchNotes } from '@/lib/notes/search-notes';
import { createNote, editNote, hideNote, showNote } from '@/lib/notes/write-note';
import { makeDraft, makeQuote } from '@/tests/builders';
import { emptyDatabaseBeforeEach } from '@/tests/stored';
import { mergeMany } from './many-notes';
import { searchFor } from './search-for';

emptyDatabaseBeforeEach();

describe('the index', () => {
  const WORDS = ['chip', 'chi', 'Hip', 'rare', 'RÉR', 'u2', '出口', '口管', '管', 'ประเทศไทย'];
  const word = fc.constantFrom(...WORDS);
  const text = fc.array(word, { maxLength: 3 }).map((words) => words.join(' '));
  const draft = fc.record({
    body: text,
    tags: fc.array(word, { maxLength: 1 }),
    quote: text,
    at: fc.nat(30),
  });
  const step = fc.oneof(
    fc.record({ step: fc.constant('create' as const), draft }),
    fc.record({ step: fc.constant('edit' as const), draft }),
    fc.record({ step: fc.constant('hide' as const), draft }),
    fc.record({ step: fc.constant('show' as const), draft }),
    fc.record({ step: fc.constant('merge' as const), draft }),
    fc.record({ step: fc.constant('index' as const), draft }),
  );

  const isIn = (note: Note, wanted: string) => {
    const texts = [note.body, ...note.versions, ...note.tags, note.target?.selectors?.quote.exact ?? ''];
    const isPlain = /^[a-zé0-9]+$/i.test(wanted);
    const fold = (each: string) => each.toLowerCase().replaceAll('é', 'e');
    return texts.some((each) =>
      isPlain
        ? fold(each)
            .split(' ')
            .some((one) => one.startsWith(fold(wanted)))
        : each.includes(wanted),
    );
  };

  it('finds exactly the notes in which every word stands, after any writes, hidings, merges and pauses', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 30 }), async (steps) => {
        for (const table of database.tables) await table.clear();
        const made: string[] = [];
        let round = 0;
        for (const { step, draft } of steps) {
          const { body, tags, quote, at } = draft;
          const id = made[at % Math.max(1, made.length)];
          if (step === 'create') {
            const note = await createNote(makeDraft({ body, tags, target: makeQuote(quote, { title: '' }) }));
            made.push(note.id);
          } else if (step === 'index') await indexNotes();
          else if (step === 'merge') {
            const merged = await mergeMany(++round, (at) =>
              at === 0 && id ? { e: id, x: body } : { x: body },
            );
            made.push(...new Set(merged.slice(0, 5).map(({ e }) => e)));
          } else if (!id) continue;
          else if (step === 'edit') await editNote(id, { body, tags });
          else if (step === 'hide') await hideNote(id);
          else await showNote(id);
        }
        await indexNotes();
        const notes = await latestNotes(Number.POSITIVE_INFINITY);
        for (const wanted of WORDS) {
          const found = (await searchFor(wanted)).map(({ id }) => id);
          expect(found.toSorted()).toEqual(
            notes
              .filter((note) => isIn(note, wanted))
              .map(({ id }) => id)
              .sort(),
          );
        }
      }),
      { numRuns: 30 },
    );
  });

  it('keeps few shards, however many are written, and each note once', async () => {
    const note = await createNote(makeDraft({ body: 'zz' }));
    for (let round = 0; round < 40; round += 1) {
      await mergeMany(round);
      await editNote(note.id, { body: `zz ${round}` });
      await indexNotes();
      const { found } = await searchNotes({ text: 'zz', filter: NO_FILTER, order: 'date' }, []);
      expect(found.count).toBe((round + 1) * 21 + 1);
    }
    expect(await database.shards.count()).toBeLessThan(9);
  });

  it('is built on by the next run where the database has not answered one for ten minutes', async () => {
    await mergeMany(1);
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const silent = { toArray: () => new Promise(() => {}) } as ReturnType<typeof database.unindexed.limit>;
    const asked = vi.spyOn(database.unindexed, 'limit').mockReturnValueOnce(silent);
    const ended = indexNotes().then(String, ({ code }: AppError) => code);
    const next = indexNotes();
    await vi.waitFor(() => expect(asked).toHaveBeenCalled());
    await vi.advanceTimersByTimeAsync(9 * 60_000);
    expect(await Promise.race([ended, 'at work'])).toBe('at work');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await ended).toBe('thread-silent');
    await next;
    expect(await database.unindexed.count()).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('says how many notes it does not find yet, and finds the others', async () => {
    await createNote(makeDraft({ body: 'chip' }));
    await mergeMany(1, () => ({ x: 'chip' }));
    const asked = { text: 'chip', filter: NO_FILTER, order: 'relevance' } as const;
    expect(await searchNotes(asked, [])).toMatchObject({ found: { count: 1 }, unindexed: 21 });
    await indexNotes();
    expect((await searchNotes(asked, [])).found.count).toBe(22);
    expect((await searchNotes(asked, [])).unindexed).toBe(0);
  });

  it('finds what a vault holds that was emptied and filled again', async () => {
    await mergeMany(1, () => ({ x: 'before' }));
    await indexNotes();
    expect(await searchFor('before')).toHaveLength(21);
    for (const table of database.tables) await table.clear();
    await mergeMany(2, () => ({ x: 'after' }));
    await indexNotes();
    expect(await searchFor('before')).toEqual([]);
    expect((await searchFor('after')).map(({ body }) => body)).toEqual(Array(21).fill('after'));
  });

  it('is not looked through for what the reader does not ask any more', async () => {
    await mergeMany(1, () => ({ x: 'chip' }));
    await indexNotes();
    const asked = { text: 'chip', filter: NO_FILTER, order: 'relevance' } as const;
    const reason = new Error('typed on');
    await expect(searchNotes(asked, [], AbortSignal.abort(reason))).rejects.toBe(reason);
  });

  it('finds what is written while it is being made', async () => {
    const note = await createNote(makeDraft({ body: 'before' }));
    await mergeMany(1);
    let edited: Promise<unknown> | undefined;
    const onRead = (row: Note) => {
      // The index has just read the note as it was.
      edited ??= Dexie.ignoreTransaction(() => editNote(note.id, { body: 'after' }));
      return row;
    };
    database.notes.hook('reading', onRead as never);
    await indexNotes();
    database.notes.hook('reading').unsubscribe(onRead as never);
    await edited;
    expect(await searchFor('before')).toEqual([]);
    expect(await searchFor('after')).toHaveLength(1);
    await indexNotes();
    expect(await searchFor('after')).toHaveLength(1);
  });
});
