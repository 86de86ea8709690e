import { describe, expect, it } from 'vitest';
import { replacePack } from '@/lib/db/packs';
import { notesOfTopic, searchNotes } from '@/lib/notes/read-notes';
import { createNote, hideNote } from '@/lib/notes/write-note';
import { makeDraft, makePack, makeQuote, makeTarget, makeTopic } from '@/tests/builders';
import { emptyDatabaseBeforeEach } from '@/tests/stored';

emptyDatabaseBeforeEach();

describe('notesOfTopic', () => {
  it('finds notes written under an id that the topic had before', async () => {
    await createNote(makeDraft({ topics: ['huawei-technologies'], body: 'old' }));
    await createNote(makeDraft({ topics: ['huawei'], body: 'new' }));
    await createNote(makeDraft({ topics: ['nvidia'] }));
    await replacePack(makePack([makeTopic({ formerIds: ['huawei-technologies'] })]));
    expect((await notesOfTopic('huawei')).map((note) => note.body).sort()).toEqual(['new', 'old']);
    expect((await notesOfTopic('huawei-technologies')).map((note) => note.body).sort()).toEqual([
      'new',
      'old',
    ]);
  });
});

describe('searchNotes', () => {
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

  it.each([
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
  ])('finds $found.length for "$query": $because', async ({ query, found }) => {
    await fill();
    expect((await searchNotes(query)).map((note) => note.body)).toEqual(found);
  });
});
