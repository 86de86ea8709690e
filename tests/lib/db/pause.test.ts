import { liveQuery } from 'dexie';
import { describe, expect, it, vi } from 'vitest';
import { database } from '@/lib/db/database';
import { createPause } from '@/lib/db/pause';
import { emptyDatabaseBeforeEach } from '@/tests/stored';

emptyDatabaseBeforeEach();

/** Works without a pause, as long as a task may take and longer. */
function workLong() {
  const began = performance.now();
  while (performance.now() - began < 20);
}

describe('createPause', () => {
  it('lets what waits have its turn after long work, and not before', async () => {
    const pause = createPause(undefined);
    let isAnswered = false;
    setTimeout(() => {
      isAnswered = true;
    });
    await pause();
    expect(isAnswered).toBe(false);
    workLong();
    await pause();
    expect(isAnswered).toBe(true);
  });

  it('ends what is not wanted any more, also where that is said during the pause', async () => {
    const asking = new AbortController();
    const pause = createPause(asking.signal);
    setTimeout(() => asking.abort(new Error('typed on')));
    workLong();
    await expect(pause()).rejects.toThrow('typed on');
    await expect(pause()).rejects.toThrow('typed on');
  });

  it('keeps a live query following what it reads afterwards', async () => {
    const seen: unknown[] = [];
    const following = liveQuery(async () => {
      await database.meta.get('before');
      const pause = createPause(undefined);
      workLong();
      await pause();
      return (await database.meta.get('after'))?.value;
    }).subscribe((value) => seen.push(value));
    await vi.waitFor(() => expect(seen).toEqual([undefined]));
    await database.meta.put({ key: 'after', value: 1 });
    await vi.waitFor(() => expect(seen).toEqual([undefined, 1]));
    following.unsubscribe();
  });
});
