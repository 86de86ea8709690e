import { describe, expect, it } from 'vitest';
import { webCodec } from '@/lib/sync/codec';
import { createBrowserAccount, estimateNotes, type SyncArea } from '@/lib/sync/remotes/browser-account';
import { writeSegment } from '@/lib/sync/segment';
import { makeChange, makeQuote, testId } from '@/tests/builders';

const sha = 'a'.repeat(32);
const path = `s/00112233aabbccdd/${sha}.seg`;

/** An area with the limits of the browsers' own, counted as they count. */
function makeArea(values = new Map<string, unknown>()): SyncArea & { values: Map<string, unknown> } {
  const sizeOf = (key: string, value: unknown) => key.length + JSON.stringify(value).length;
  return {
    values,
    get: async (keys) => {
      const wanted = keys === null ? [...values.keys()] : [keys].flat();
      return Object.fromEntries(wanted.flatMap((key) => (values.has(key) ? [[key, values.get(key)]] : [])));
    },
    set: async (added) => {
      const after = new Map([...values, ...Object.entries(added)]);
      const sizes = [...after].map(([key, value]) => sizeOf(key, value));
      if (sizes.some((size) => size > 8_192)) throw new Error('QUOTA_BYTES_PER_ITEM quota exceeded');
      if (sizes.reduce((sum, size) => sum + size, 0) > 102_400) throw new Error('QUOTA_BYTES quota exceeded');
      if (after.size > 512) throw new Error('MAX_ITEMS quota exceeded');
      for (const [key, value] of Object.entries(added)) values.set(key, value);
    },
    remove: async (keys) => {
      for (const key of keys) values.delete(key);
    },
  };
}

const bytesOf = (length: number) => Uint8Array.from({ length }, (_, at) => (at * 7) % 256);

describe('the browser account as a remote', () => {
  it.each([0, 1, 4_500, 4_501, 40_000])('gives back a file of %i bytes as it was', async (length) => {
    const remote = createBrowserAccount(makeArea());
    await remote.put(path, bytesOf(length));
    expect(await remote.get(path, { most: 50_000 })).toEqual(bytesOf(length));
  });

  it('lists files and folders of one level, and nothing of other programs', async () => {
    const area = makeArea(
      new Map<string, unknown>([
        ['theme', 'dark'],
        ['f:broken', 5],
      ]),
    );
    const remote = createBrowserAccount(area);
    await remote.put(path, bytesOf(9_000));
    await remote.put('vault.json', bytesOf(10));
    expect(await remote.list('')).toEqual([
      { name: 's', isFolder: true, size: null },
      { name: 'vault.json', isFolder: false, size: 10 },
    ]);
    expect(await remote.list('s/00112233aabbccdd')).toEqual([
      { name: `${sha}.seg`, isFolder: false, size: 9_000 },
    ]);
    expect(await remote.list('s/ffffffffffffffff')).toEqual([]);
  });

  it('reads a file of which a part is still on its way as absent', async () => {
    const area = makeArea();
    const remote = createBrowserAccount(area);
    await remote.put(path, bytesOf(9_000));
    area.values.delete(`c:${path}:1`);
    expect(await remote.get(path, { most: 50_000 })).toBeNull();
  });

  it('leaves nothing behind of a file that was deleted, and deletes what is not there', async () => {
    const area = makeArea();
    const remote = createBrowserAccount(area);
    await remote.put(path, bytesOf(9_000));
    await remote.delete(path);
    await remote.delete(path);
    expect(area.values.size).toBe(0);
    expect(await remote.get(path, { most: 9 })).toBeNull();
  });

  it('says that it is full, and keeps what it has', async () => {
    const area = makeArea();
    const remote = createBrowserAccount(area);
    await remote.put(path, bytesOf(9_000));
    await expect(remote.put(`${path}2`, bytesOf(90_000))).rejects.toMatchObject({ code: 'remote-full' });
    expect(await remote.get(path, { most: 9_000 })).toHaveLength(9_000);
  });

  it('asks for patience where it was written to too often', async () => {
    const area = makeArea();
    area.set = async () => {
      throw new Error('This request exceeds the MAX_WRITE_OPERATIONS_PER_MINUTE quota.');
    };
    const put = createBrowserAccount(area).put(path, bytesOf(9));
    await expect(put).rejects.toMatchObject({ code: 'remote-busy', retryable: true });
  });

  it('refuses to read more than was asked for', async () => {
    const remote = createBrowserAccount(makeArea());
    await remote.put(path, bytesOf(9_000));
    await expect(remote.get(path, { most: 100 })).rejects.toMatchObject({ code: 'remote-too-large' });
  });

  it('promises no more notes than really fit', async () => {
    const changes = Array.from({ length: estimateNotes() }, (_, at) =>
      makeChange({
        i: testId('c', at).replace('c', String.fromCharCode(97 + (at % 26))),
        e: `note:${btoa(String(Math.sin(at)))
          .slice(0, 16)
          .padEnd(16, 'x')}`,
        t: 1_700_000_000_000_000 + at * 7_919_003,
        f: {
          createdAt: 1_700_000_000_000 + at * 997,
          target: makeQuote(`a passage of some length about chip number ${at}, quoted from the article`, {
            url: `https://news.example/${at * 31}/article-${at}`,
            canonical: `https://news.example/${at * 31}/article-${at}`,
          }),
          'topic:huawei': true,
        },
        x: `Check the memory bandwidth of ${at * 17} against what the keynote of ${2020 + (at % 7)} said of it.`,
        b: '',
        p: [],
      }),
    );
    const remote = createBrowserAccount(makeArea());
    const { bytes } = await writeSegment(
      { replica: '0'.repeat(16), changes, replaces: [], closed: false },
      [],
      webCodec,
    );
    console.log(`${changes.length} notes take ${Math.ceil((bytes.byteLength * 4) / 3)} bytes of 102,400`);
    await remote.put(path, bytes);
  });
});
