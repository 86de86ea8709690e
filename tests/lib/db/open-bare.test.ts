import { describe, expect, it } from 'vitest';
import { saveJoined } from '@/lib/db/apart-articles';
import { saveArticleDate } from '@/lib/db/article-dates';
import { database } from '@/lib/db/database';
import { listNotesOfTopics } from '@/lib/db/notes-of-topics';
import { type BareReads, openBare } from '@/lib/db/open-bare';
import { loadOwnOfArticle } from '@/lib/db/own-of-article';
import { replacePack } from '@/lib/db/packs';
import { OWN_NAME, SCHEMAS } from '@/lib/db/schemas';
import { loadTopic } from '@/lib/db/topics';
import { createNote } from '@/lib/notes/write-note';
import { makeDraft, makePack, makeTopic } from '../../builders';
import { emptyDatabaseBeforeEach } from '../../stored';

emptyDatabaseBeforeEach();

async function open(): Promise<BareReads> {
  const bare = await openBare();
  if (!bare) throw new Error('it did not open');
  return bare;
}

/** Another version of the database, with no table of ours. */
function makeOther(version: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(OWN_NAME, version);
    request.onsuccess = () => resolve(request.result.close());
    request.onerror = () => reject(request.error);
  });
}

describe('a bare connection', () => {
  it('reads what Dexie reads', async () => {
    await replacePack(makePack([makeTopic({ id: 'huawei', formerIds: ['huawei-tech'] })]));
    await createNote(makeDraft({ topics: ['huawei', 'huawei-tech'], body: 'of both ids' }));
    await createNote(makeDraft({ topics: ['huawei-tech'], body: 'of the former' }));
    await createNote(makeDraft({ topics: ['nvidia'], body: 'of another' }));
    await saveJoined('https://news.example/a', 'https://news.example/b');
    await saveArticleDate('https://news.example/b', '2025-09-18');
    const bare = await open();
    const ids = ['huawei', 'huawei-tech'];
    expect(await loadTopic('huawei', bare)).toEqual(await loadTopic('huawei'));
    expect(await loadTopic('huawei-tech', bare)).toMatchObject({ id: 'huawei' });
    expect(await loadTopic('nobody', bare)).toBeNull();
    const notes = await listNotesOfTopics(ids, undefined, bare);
    expect(notes).toEqual(await listNotesOfTopics(ids));
    expect(notes.map(({ body }) => body).sort()).toEqual(['of both ids', 'of the former']);
    const own = await loadOwnOfArticle('https://news.example/a', 'https://news.example/a', bare);
    expect(own).toMatchObject({ canonical: 'https://news.example/b', date: '2025-09-18' });
    bare.close();
  });

  it('makes no database where there is none', async () => {
    await database.delete();
    expect(await openBare()).toBeNull();
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(OWN_NAME);
  });

  it.each([SCHEMAS.length - 1, SCHEMAS.length + 1])('leaves version %i to Dexie', async (version) => {
    await database.delete();
    await makeOther(version * 10);
    expect(await openBare()).toBeNull();
  });

  it('does not hold up who deletes the database', async () => {
    await open();
    await expect(database.delete()).resolves.toBeUndefined();
  });
});
