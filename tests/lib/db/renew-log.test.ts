import { Dexie } from 'dexie';
import { describe, expect, it, vi } from 'vitest';
import { renewLog } from '@/lib/db/renew-log';

describe('a new log at the start', () => {
  it('is begun by more than a log takes, of which nothing stays', async () => {
    const add = vi.spyOn(IDBObjectStore.prototype, 'add');
    await renewLog();
    const bytes = add.mock.calls.reduce((sum, [row]) => sum + (row as Uint8Array).byteLength, 0);
    expect(bytes).toBeGreaterThan(4 * 1024 * 1024);
    expect(await Dexie.getDatabaseNames()).toEqual([]);
  });

  it('is done without where the disk is full', async () => {
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await renewLog();
    expect(await Dexie.getDatabaseNames()).toEqual([]);
  });
});
