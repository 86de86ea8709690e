import { liveQuery } from 'dexie';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { database } from '@/lib/db/database';
import { loadPack, loadTopic } from '@/lib/db/topics';
import { toDatabaseError } from '@/lib/db/with-database';
import { AppError } from '@/lib/model/app-error';
import { countNotes, latestNotes } from '@/lib/notes/read-notes';
import { createNote } from '@/lib/notes/write-note';
import { makeDraft } from '@/tests/builders';
import { provideFolder } from '@/tests/folder-in-memory';
import { emptyDatabaseBeforeEach } from '@/tests/stored';

emptyDatabaseBeforeEach();

function named(name: string, more: object = {}): Error {
  return Object.assign(new Error(`${name} of a test`), { name }, more);
}

describe('toDatabaseError', () => {
  it.each([
    {
      thrown: named('MissingAPIError'),
      code: 'database-missing',
      because: 'the browser has no IndexedDB for us',
    },
    { thrown: named('OpenFailedError'), code: 'database-missing', because: 'the files are damaged' },
    {
      thrown: named('InvalidStateError'),
      code: 'database-missing',
      because: 'Firefox denies it in this way',
    },
    { thrown: named('QuotaExceededError'), code: 'database-full', because: 'the disk is full' },
    {
      thrown: new DOMException('full', 'QuotaExceededError'),
      code: 'database-full',
      because: 'browsers throw a DOMException',
    },
    {
      thrown: named('AbortError', { inner: named('QuotaExceededError') }),
      code: 'database-full',
      because: 'Dexie wraps the reason of an aborted transaction',
    },
    {
      thrown: named('BulkError', { failures: [named('QuotaExceededError')] }),
      code: 'database-full',
      because: 'Dexie lists the failures of a bulk write',
    },
    {
      thrown: named('DatabaseClosedError', { inner: named('VersionError') }),
      code: 'database-newer',
      because: 'the inner failure says why it is closed',
    },
    { thrown: named('DataError'), code: 'database-failed', because: 'it is none that a reader can act on' },
    { thrown: 'a string', code: 'database-failed', because: 'anything can be thrown' },
    {
      thrown: named('AbortError', { inner: new AppError('pack-invalid') }),
      code: 'pack-invalid',
      because: 'our own failures pass unchanged',
    },
  ])('is $code when $because', ({ thrown, code }) => {
    expect(toDatabaseError(thrown, 'database-failed').code).toBe(code);
  });
});

describe('a database that cannot be opened', () => {
  afterEach(() => vi.restoreAllMocks());

  it('is an error to every reader, never an empty result, and is tried again', async () => {
    database.close();
    const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    await expect(loadTopic('huawei')).rejects.toMatchObject({ code: 'database-missing', retryable: true });
    await expect(countNotes()).rejects.toMatchObject({ code: 'database-missing' });
    await expect(loadPack('tech-war')).rejects.toMatchObject({ code: 'database-missing' });

    open.mockRestore();
    expect(await countNotes()).toBe(0);
  });
});

describe('a full disk', () => {
  it.each(['notes', 'heads', 'changes', 'meta'])(
    'writes nothing of a note when %s cannot be written',
    async (name) => {
      const fail = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
      database.table(name).hook('creating', fail);
      await expect(createNote(makeDraft())).rejects.toMatchObject({ code: 'database-full' });
      database.table(name).hook('creating').unsubscribe(fail);
      for (const table of database.tables) expect(await table.count(), table.name).toBe(0);
    },
  );
});

describe('a store that does not open', () => {
  afterEach(() => vi.restoreAllMocks());

  it.each([
    { left: 50_000, code: 'database-full', because: 'hardly anything is left of the disk' },
    { left: 5_000_000, code: 'database-missing', because: 'there is room' },
  ])('is said to be $code where $because', async ({ left, code }) => {
    provideFolder({ estimate: async () => ({ quota: 2_000_000 + left, usage: 2_000_000 }) });
    database.close();
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    });
    await expect(createNote(makeDraft())).rejects.toMatchObject({ code, retryable: true });
  });
});

describe('a live query', () => {
  it('sees a note as soon as it is written', async () => {
    const seen: number[] = [];
    const subscription = liveQuery(async () => latestNotes(10)).subscribe((notes) => seen.push(notes.length));
    await vi.waitFor(() => expect(seen).toEqual([0]));
    await createNote(makeDraft());
    await vi.waitFor(() => expect(seen).toEqual([0, 1]));
    subscription.unsubscribe();
  });

  it('reports a failure', async () => {
    database.close();
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    const failure = await new Promise((resolve) => {
      liveQuery(() => latestNotes(10)).subscribe({ error: resolve });
    });
    expect(failure).toMatchObject({ code: 'database-missing' });
    vi.restoreAllMocks();
  });
});
