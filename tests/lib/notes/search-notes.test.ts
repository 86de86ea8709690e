import { Dexie } from 'dexie';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { DATABASES, database } from '@/lib/db/database';
import { replacePack } from '@/lib/db/packs';
import { rememberSharedVault } from '@/lib/db/shared-vault';
import type { AppError } from '@/lib/model/app-error';
import type { Change, Note } from '@/lib/model/note';
import { NO_FILTER } from '@/lib/model/note-query';
import { applyChanges } from '@/lib/notes/apply-changes';
import { indexNotes } from '@/lib/notes/index-notes';
import { moveNote } from '@/lib/notes/move-note';
import { latestNotes } from '@/lib/notes/read-notes';
import { searchNotes, suggest } from '@/lib/notes/search-notes';
import { createNote, editNote, hideNote, showNote } from '@/lib/notes/write-note';
import { makeChange, makeDraft, makePack, makeQuote, makeTarget, makeTopic, testId } from '@/tests/builders';
import { emptyDatabaseBeforeEach } from '@/tests/stored';
import { searchFor } from './search-for';

emptyDatabaseBeforeEach();

async function fill() {
  await replacePack(
    makePack([
      makeTopic({
        formerIds: ['huawei-technologies'],
        names: [
          { text: 'Huawei', lang: 'en' },
          { text: '华为', lang: 'zh' },
        ],
      }),
      makeTopic({ id: 'ascend-910c', names: [{ text: 'Ascend 910C', lang: 'en' }] }),
    ]),
  );
  await createNote(makeDraft({ body: 'Check the memory bandwidth of the chip', tags: ['HBM'] }));
  await createNote(
    makeDraft({ body: 'ask Li', topics: ['huawei'], target: makeTarget({ title: 'Roadmap to 2028' }) }),
  );
  await createNote(makeDraft({ body: '出口管制的影响', topics: ['ascend-910c'] }));
  await createNote(
    makeDraft({
      body: 'café résumé',
      target: makeQuote('four petabits a second', { title: 'Interconnect' }),
    }),
  );
  await createNote(makeDraft({ body: 'ask Wu', topics: ['huawei-technologies'] }));
  const hidden = await createNote(makeDraft({ body: 'memory of a hidden note' }));
  await hideNote(hidden.id);
}

const CASES = [
  {
    query: 'memory',
    found: ['Check the memory bandwidth of the chip'],
    because: 'a word of the text; hidden notes are not found',
  },
  {
    query: 'BANDW',
    found: ['Check the memory bandwidth of the chip'],
    because: 'a word begins so, in any case',
  },
  {
    query: 'bandwith',
    found: ['Check the memory bandwidth of the chip'],
    because: 'one slip in a long word',
  },
  { query: 'hbm', found: ['Check the memory bandwidth of the chip'], because: 'a tag' },
  {
    query: 'chip memory',
    found: ['Check the memory bandwidth of the chip'],
    because: 'both words, in any order',
  },
  { query: 'chip huawei', found: [], because: 'every word has to be there' },
  { query: 'ask huawei li', found: ['ask Li'], because: 'the name of its topic' },
  { query: '华为 li', found: ['ask Li'], because: 'the Chinese name of its topic' },
  { query: 'huawei wu', found: ['ask Wu'], because: 'the name of the topic that its own was merged into' },
  { query: '2028', found: ['ask Li'], because: 'the title of its page' },
  { query: '管制', found: ['出口管制的影响'], because: 'a Chinese word inside a sentence' },
  { query: '响', found: ['出口管制的影响'], because: 'one Chinese character, the last one' },
  { query: '制管', found: [], because: 'characters in another order are another word' },
  { query: '910c', found: ['出口管制的影响'], because: 'the name of a model' },
  { query: '910d', found: [], because: 'a name with digits must be right' },
  { query: 'cafe resume', found: ['café résumé'], because: 'accents make no difference' },
  { query: 'petabits', found: ['café résumé'], because: 'the passage it quotes' },
  { query: '   ', found: [], because: 'a blank query asks nothing' },
  { query: '!?', found: [], because: 'a query without a word asks nothing' },
];

describe('searchNotes', () => {
  it.each(CASES)('finds $found.length for "$query": $because', async ({ query, found }) => {
    await fill();
    expect((await searchFor(query)).map((note) => note.body)).toEqual(found);
  });

  it.each(CASES)('finds $found.length for "$query" in a shard: $because', async ({ query, found }) => {
    await fill();
    await moveIntoShard();
    expect((await searchFor(query)).map((note) => note.body)).toEqual(found);
  });
});

/** Notes that say nothing, made elsewhere: so many at once wait for a shard, and what is fresh goes there with them. */
async function mergeMany(round: number, toChange: (at: number) => Partial<Change> = () => ({ x: 'zz' })) {
  const changes = Array.from({ length: 21 }, (_, at) =>
    makeChange({
      i: testId('c', round * 100 + at),
      t: (round * 100 + at + 1) * 1_024,
      e: `note:${testId('m', round * 100 + at)}`,
      b: '',
      p: [],
      ...toChange(at),
    }),
  );
  await applyChanges(changes);
  return changes;
}

async function moveIntoShard() {
  await mergeMany(0);
  await indexNotes();
}

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

describe('the order of what is found', () => {
  it('puts a tag before a text, a whole word before a longer one, and the newest of equals first', async () => {
    const older = await createNote(makeDraft({ body: 'a chip' }));
    const newer = await createNote(makeDraft({ body: 'a chip' }));
    const longer = await createNote(makeDraft({ body: 'some chips' }));
    const tagged = await createNote(makeDraft({ body: 'tagged', tags: ['chip'] }));
    const inOrder = [tagged, newer, older, longer].map(({ id }) => id);
    const byAge = (await searchFor('chip', { order: 'date' })).map(({ createdAt }) => createdAt);
    expect(byAge).toEqual(byAge.toSorted((a, b) => b - a));
    await database.fresh.update(newer.id, { at: newer.createdAt + 1 });
    expect((await searchFor('chip')).map(({ id }) => id)).toEqual(inOrder);
  });
});

describe('a filter', () => {
  async function fillFilters() {
    await replacePack(makePack([makeTopic({ formerIds: ['huawei-technologies'] })]));
    const page = (host: string) => makeTarget({ canonical: `https://${host}/a` });
    await createNote(makeDraft({ body: 'chip one', tags: ['HBM'], target: page('asia.nikkei.com') }));
    await createNote(
      makeDraft({ body: 'chip two', topics: ['huawei-technologies'], target: page('www.ft.com') }),
    );
    await createNote(makeDraft({ body: 'wafer', tags: ['hbm3'], topics: ['huawei'] }));
  }
  const today = (days: number) => {
    const date = new Date(Date.now() + days * 86_400_000);
    return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
      .map((part) => String(part).padStart(2, '0'))
      .join('-');
  };

  it.each([
    {
      text: '',
      filter: { tag: 'hbm' },
      found: ['chip one', 'wafer'],
      because: 'tags that begin so, in any case',
    },
    { text: 'chip', filter: { tag: 'hbm' }, found: ['chip one'], because: 'words and tag' },
    { text: '', filter: { site: 'nikkei.com' }, found: ['chip one'], because: 'a site with its parts' },
    { text: '', filter: { site: 'FT' }, found: ['chip two'], because: 'www. is no part of a site' },
    {
      text: '',
      filter: { topic: 'huawei' },
      found: ['chip two', 'wafer'],
      because: 'a topic under each of its ids',
    },
    {
      text: '',
      filter: { from: today(0) },
      found: ['chip one', 'chip two', 'wafer'],
      because: 'from today on',
    },
    {
      text: '',
      filter: { to: today(0) },
      found: ['chip one', 'chip two', 'wafer'],
      because: 'today included',
    },
    { text: 'chip', filter: { to: today(-1) }, found: [], because: 'nothing was written before today' },
    { text: '', filter: { from: today(1) }, found: [], because: 'nothing was written after today' },
    { text: '', filter: {}, found: [], because: 'nothing was asked' },
    { text: '!', filter: { tag: 'hbm' }, found: [], because: 'something was asked that no note holds' },
  ])('"$text" with $filter finds $found.length: $because', async ({ text, filter, found }) => {
    await fillFilters();
    const ask = async () =>
      (await searchFor(text, { filter: { ...NO_FILTER, ...filter } })).map(({ body }) => body).sort();
    expect(await ask()).toEqual(found);
    await moveIntoShard();
    expect((await ask()).filter((body) => body !== 'zz')).toEqual(found);
  });

  it('offers the tags and sites that there are', async () => {
    await fillFilters();
    await moveIntoShard();
    await createNote(makeDraft({ tags: ['HBM4'] }));
    expect(await suggest('tag', 'hb', 9)).toEqual(['hbm', 'hbm3', 'hbm4']);
    expect(await suggest('site', '', 9)).toEqual(['asia.nikkei.com', 'ft.com', 'nikkei.com']);
  });
});

describe('two vaults', () => {
  it('are searched and listed as far as they open: the reader’s own notes stay', async () => {
    await rememberSharedVault();
    await createNote(makeDraft({ body: 'plum one', tags: ['plums'] }));
    const open = vi.spyOn(DATABASES.shared, 'open');
    open.mockRejectedValue(new DOMException('damaged', 'UnknownError'));
    onTestFinished(() => open.mockRestore());
    expect((await searchFor('plum')).map(({ body }) => body)).toEqual(['plum one']);
    expect((await latestNotes(9)).map(({ body }) => body)).toEqual(['plum one']);
    expect(await suggest('tag', 'plu', 9)).toEqual(['plums']);
  });

  it('are searched together', async () => {
    await rememberSharedVault();
    await createNote(makeDraft({ body: 'plum one' }));
    await moveNote(await createNote(makeDraft({ body: 'plum two' })), 'shared');
    const found = await searchFor('plum');
    expect(found.map(({ body, vault }) => `${body} ${vault}`).sort()).toEqual([
      'plum one undefined',
      'plum two shared',
    ]);
  });
});
