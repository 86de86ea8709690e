import { Dexie, type ObservabilitySet, RangeSet } from 'dexie';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { database } from '@/lib/db/database';
import { followQuery } from '@/lib/db/follow-query';
import { indexChunk } from '@/lib/db/note-index';
import { applyHeld } from '@/lib/notes/apply-changes';
import { makeNoteChanges } from '@/scripts/bench/in-page/made-notes';
import { emptyDatabaseBeforeEach } from '@/tests/stored';

emptyDatabaseBeforeEach();

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** How many ranges of keys were told of each part of the database, the most at one time. */
function watchAnnounced(): Map<string, number> {
  const most = new Map<string, number>();
  const hear = (parts: ObservabilitySet) => {
    for (const [part, keys] of Object.entries(parts))
      most.set(part, Math.max(most.get(part) ?? 0, [...RangeSet(keys)].length));
  };
  Dexie.on('storagemutated', hear);
  ends.push(() => Dexie.on.storagemutated.unsubscribe(hear));
  return most;
}

function follow<Value>(query: () => Promise<Value>) {
  const seen = vi.fn<(value: Value) => void>();
  ends.push(followQuery(query, seen));
  return seen;
}

const makeWaiting = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: `note:${String(at).padStart(16, '0')}`, mark: at }));

describe('what pages are told of a change', () => {
  it('is short of many notes that come in and are indexed', async () => {
    const announced = watchAnnounced();
    await applyHeld(makeNoteChanges(0, 600));
    await indexChunk();
    expect(announced.get('idb://sidelight/notes/')).toBe(1);
    expect(announced.get('idb://sidelight/unindexed/')).toBe(1);
    expect(Math.max(...announced.values())).toBeLessThan(10);
  });

  it('lets every query of the table be asked again when many rows go', async () => {
    const waiting = makeWaiting(300);
    await database.unindexed.bulkAdd(waiting);
    const one = follow(async () => (await database.unindexed.get(waiting[7]?.id ?? '')) ?? null);
    const count = follow(async () => database.unindexed.count());
    await vi.waitFor(() =>
      expect([one, count].map((seen) => seen.mock.lastCall)).toEqual([[waiting[7]], [300]]),
    );
    await database.unindexed.bulkDelete(waiting.map(({ id }) => id));
    await vi.waitFor(() => expect([one, count].map((seen) => seen.mock.lastCall)).toEqual([[null], [0]]));
  });

  it('names each of a few rows that go, so that other queries rest', async () => {
    const waiting = makeWaiting(20);
    await database.unindexed.bulkAdd(waiting);
    const [kept, ...gone] = waiting.map(({ id }) => id);
    const other = follow(async () => (await database.unindexed.get(kept ?? '')) ?? null);
    const count = follow(async () => database.unindexed.count());
    await vi.waitFor(() => expect(count).toHaveBeenLastCalledWith(20));
    await database.unindexed.bulkDelete(gone);
    await vi.waitFor(() => expect(count).toHaveBeenLastCalledWith(1));
    expect(other).toHaveBeenCalledOnce();
  });
});
