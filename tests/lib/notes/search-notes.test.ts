import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { DATABASES, database } from '@/lib/db/database';
import { replacePack } from '@/lib/db/packs';
import { rememberSharedVault } from '@/lib/db/shared-vault';
import { NO_FILTER } from '@/lib/model/note-query';
import { moveNote } from '@/lib/notes/move-note';
import { latestNotes } from '@/lib/notes/read-notes';
import { suggest } from '@/lib/notes/search-notes';
import { createNote, hideNote } from '@/lib/notes/write-note';
import { makeDraft, makePack, makeQuote, makeTarget, makeTopic } from '@/tests/builders';
import { emptyDatabaseBeforeEach } from '@/tests/stored';
import { moveIntoShard } from './many-notes';
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
