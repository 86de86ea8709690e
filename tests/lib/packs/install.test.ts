import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { database } from '@/lib/db/database';
import { listPacks, listTopics, loadPack, loadTopic, loadTopics } from '@/lib/db/topics';
import { findMentions } from '@/lib/detect/find-mentions';
import { CURRENT_INDEX_KEY, indexKey, partKey, type StoredIndex } from '@/lib/detect/index-store-keys';
import { loadIndex } from '@/lib/detect/load-index';
import { latestNotes } from '@/lib/notes/read-notes';
import { createNote } from '@/lib/notes/write-note';
import { ensureInstalled, installPack, installPacks } from '@/lib/packs/install';
import { makeDraft, makePack, makeTopic } from '@/tests/builders';
import { emptyDatabaseBeforeEach } from '@/tests/stored';

emptyDatabaseBeforeEach();
afterEach(() => vi.unstubAllGlobals());

const readStorage = () => browser.storage.local.get(null);

async function readPublished(): Promise<{ bytes: Uint8Array; cues: Uint8Array }> {
  const stored = await readStorage();
  const { generation } = stored[CURRENT_INDEX_KEY] as { generation: string };
  const decode = (blob: unknown) => Uint8Array.from(Buffer.from(blob as string, 'base64'));
  return {
    bytes: decode((stored[indexKey(generation)] as StoredIndex).blob),
    cues: decode(stored[partKey(generation, 'cues')]),
  };
}

async function findIn(text: string): Promise<string[]> {
  const { bytes, cues } = await readPublished();
  const index = loadIndex(bytes);
  index?.cues();
  index?.addParts({ cues });
  return index ? findMentions(index, text).map((mention) => mention.topic) : ['no index'];
}

/** Serves the extension's own files from public/, as the browser does. `broken` are texts that stand in for some. */
function serveOwnFiles(broken: Record<string, string> = {}): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (address: URL) => {
    asked.push(address.pathname);
    const text =
      broken[address.pathname] ?? (await readFile(`public${address.pathname}`, 'utf8').catch(() => null));
    return text === null ? Promise.reject(new TypeError('Failed to fetch')) : new Response(text);
  });
  return asked;
}

describe('installPack', () => {
  it('stores pack and topics, and publishes an index that finds them', async () => {
    expect(await installPack(makePack([makeTopic(), makeTopic({ id: 'nvidia' })]))).toEqual({ topics: 2 });
    expect((await listTopics()).map((topic) => topic.id)).toEqual(['huawei', 'nvidia']);
    expect((await loadTopics(['nvidia', 'gone', 'huawei'])).map((topic) => topic.id)).toEqual([
      'nvidia',
      'huawei',
    ]);
    expect(await loadPack('tech-war')).toMatchObject({ version: '1.0.0' });
    expect(await loadTopic('gone')).toBeNull();
    expect(await findIn('Nvidia and Huawei met.')).toEqual(['nvidia', 'huawei']);
  });

  it('replaces the former version and keeps the notes', async () => {
    await installPack(makePack([makeTopic({ id: 'huawei-technologies' }), makeTopic({ id: 'nvidia' })]));
    const note = await createNote(makeDraft({ topics: ['huawei-technologies'] }));
    await installPack(makePack([makeTopic({ formerIds: ['huawei-technologies'] })], { version: '1.1.0' }));
    expect((await listTopics()).map((topic) => topic.id)).toEqual(['huawei']);
    expect((await loadTopic('huawei-technologies'))?.id).toBe('huawei');
    expect(await listPacks()).toMatchObject([{ version: '1.1.0' }]);
    expect(await latestNotes(9)).toEqual([note]);
  });

  it('leaves the former pack and index when it fails half-way', async () => {
    await installPack(makePack([makeTopic()]));
    const before = { topics: await listTopics(), storage: await readStorage() };
    const fail = (id: string) => {
      if (id === 'cuda') throw new DOMException('full', 'QuotaExceededError');
    };
    database.topics.hook('creating', fail);
    const next = makePack([makeTopic({ summary: 'New.' }), makeTopic({ id: 'cuda' })], { version: '2.0.0' });
    await expect(installPack(next)).rejects.toMatchObject({ code: 'database-full' });
    database.topics.hook('creating').unsubscribe(fail);
    expect({ topics: await listTopics(), storage: await readStorage() }).toEqual(before);
    expect(await loadPack('tech-war')).toMatchObject({ version: '1.0.0' });
  });

  it('refuses a topic that belongs to another pack', async () => {
    await installPack(makePack([makeTopic()]));
    await expect(installPack(makePack([makeTopic()], { id: 'other' }))).rejects.toMatchObject({
      code: 'pack-invalid',
      detail: 'pack.json: topics: huawei already belongs to the pack tech-war',
    });
    await installPack(makePack([makeTopic({ id: 'nvidia' })], { id: 'other' }));
    expect((await listTopics()).map((topic) => topic.id)).toEqual(['nvidia', 'huawei']);
    expect(await findIn('Huawei')).toEqual(['huawei']);
  });
});

describe('publishing the index', () => {
  it('writes the blob before the key that names it, and removes the older one last', async () => {
    await installPack(makePack([makeTopic()]));
    const before = Object.keys(await readStorage());
    const steps: string[] = [];
    const { local } = browser.storage;
    const [set, remove] = [local.set.bind(local), local.remove.bind(local)];
    vi.spyOn(local, 'set').mockImplementation((items: object) => {
      steps.push(`set ${Object.keys(items)}`);
      return set(items);
    });
    vi.spyOn(local, 'remove').mockImplementation(((keys: string[]) => {
      steps.push(`remove ${keys}`);
      return remove(keys);
    }) as typeof local.remove);
    await installPack(makePack([makeTopic(), makeTopic({ id: 'nvidia' })]));
    const former = before.find((key) => key !== CURRENT_INDEX_KEY);
    const latter = Object.keys(await readStorage()).find((key) => key !== CURRENT_INDEX_KEY);
    expect(steps).toEqual([
      `set ${latter},${latter}:cues`,
      `set ${CURRENT_INDEX_KEY}`,
      `remove ${former},${former}:cues`,
    ]);

    steps.length = 0;
    await installPack(makePack([makeTopic(), makeTopic({ id: 'nvidia' })]));
    expect(steps).toEqual([]);
    vi.restoreAllMocks();
  });

  it('names a size that is the size of the blob', async () => {
    await installPack(makePack([makeTopic()]));
    const stored = await readStorage();
    expect(stored[CURRENT_INDEX_KEY]).toEqual({
      generation: expect.stringMatching(/^[0-9a-f]{16}$/),
      topics: 1,
      bytes: (await readPublished()).bytes.length,
      parts: 0,
    });
  });

  it('says that the disk is full', async () => {
    vi.spyOn(browser.storage.local, 'set').mockRejectedValue(new Error('QuotaBytes quota exceeded'));
    await expect(installPack(makePack())).rejects.toMatchObject({ code: 'database-full', retryable: true });
    vi.restoreAllMocks();
  });
});

describe('installPacks', () => {
  it('installs the shipped pack out of the extension alone', async () => {
    const asked = serveOwnFiles();
    const { topics } = await installPacks();
    expect(topics).toBeGreaterThanOrEqual(16);
    expect(asked).toHaveLength(topics + 1);
    expect(asked.every((path) => path.startsWith('/packs/tech-war/'))).toBe(true);
    expect((await loadTopic('huawei'))?.id).toBe('huawei');
    expect(await findIn('Huawei unveiled its roadmap.')).toEqual(['huawei']);
  });

  it.each([
    { broken: { '/packs/tech-war/pack.json': '{' }, detail: /^pack\.json: \(root\): not JSON/ },
    { broken: { '/packs/tech-war/topics/huawei.json': '{}' }, detail: /^topics\/huawei\.json: id: / },
  ])('leaves everything as it was when a file is broken', async ({ broken, detail }) => {
    serveOwnFiles();
    await installPacks();
    const before = await readStorage();
    serveOwnFiles(broken);
    await expect(installPacks()).rejects.toMatchObject({
      code: 'pack-invalid',
      detail: expect.stringMatching(detail),
    });
    expect(await readStorage()).toEqual(before);
    expect((await listTopics()).length).toBeGreaterThanOrEqual(16);
  });
});

describe('ensureInstalled', () => {
  it('installs where nothing is installed', async () => {
    serveOwnFiles();
    await ensureInstalled();
    expect(await findIn('Huawei')).toEqual(['huawei']);
  });

  it('publishes an index that is missing, without reading the pack again', async () => {
    await installPack(makePack());
    fakeBrowser.storage.local.resetState();
    const asked = serveOwnFiles();
    await ensureInstalled();
    expect(await findIn('Huawei')).toEqual(['huawei']);
    expect(asked).toEqual([]);
  });
});
