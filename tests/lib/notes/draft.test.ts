import { expect, it } from 'vitest';
import { database } from '@/lib/db/database';
import { dropDraft, loadDraft, saveDraft } from '@/lib/notes/draft';
import { makeDraft, makeTarget } from '@/tests/builders';
import { emptyDatabaseBeforeEach } from '@/tests/stored';

emptyDatabaseBeforeEach();

it('keeps a draft under its key until it is dropped, also when the page is closed', async () => {
  const draft = makeDraft({ target: makeTarget(), body: 'half a sen' });
  await saveDraft('page', draft);
  database.close();
  expect(await loadDraft('page')).toEqual(draft);
  expect(await loadDraft('another')).toBeNull();
  await dropDraft('page');
  expect(await loadDraft('page')).toBeNull();
});
