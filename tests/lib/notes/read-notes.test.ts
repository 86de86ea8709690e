import { describe, expect, it } from 'vitest';
import { replacePack } from '@/lib/db/packs';
import { notesOfTopic } from '@/lib/notes/read-notes';
import { createNote } from '@/lib/notes/write-note';
import { makeDraft, makePack, makeTopic } from '@/tests/builders';
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
