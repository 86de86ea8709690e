import { beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyDatabaseBeforeEach } from '../../stored';

emptyDatabaseBeforeEach();

// As on a page that has not loaded Dexie yet.
beforeEach(() => vi.resetModules());

async function load() {
  const [{ followQuery }, meta] = await Promise.all([
    import('@/lib/db/follow-query'),
    import('@/lib/db/meta'),
  ]);
  return { followQuery, ...meta };
}

describe('a followed query, where Dexie has to be loaded first', () => {
  it('follows what it reads', async () => {
    const { followQuery, loadMeta, saveMeta } = await load();
    const seen: unknown[] = [];
    const end = followQuery(
      () => loadMeta('first'),
      (value) => seen.push(value),
    );
    expect(seen).toEqual([]);
    await vi.waitFor(() => expect(seen).toEqual([null]));
    await saveMeta('first', 1);
    await vi.waitFor(() => expect(seen).toEqual([null, 1]));
    end();
    const other = vi.fn();
    followQuery(() => loadMeta('first'), other);
    await saveMeta('first', 2);
    await vi.waitFor(() => expect(other).toHaveBeenLastCalledWith(2));
    expect(seen).toEqual([null, 1]);
  });

  it('reads nothing where it has ended by then', async () => {
    const { followQuery, loadMeta } = await load();
    const read = vi.fn(() => loadMeta('first'));
    followQuery(read, () => {})();
    await loadMeta('first');
    expect(read).not.toHaveBeenCalled();
  });
});
