import { afterEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { dropArrivals, listArrivals, listTopicsWithArrivals } from '@/lib/db/arrivals';
import { database } from '@/lib/db/database';
import { replacePack } from '@/lib/db/packs';
import { listPacks, listTopics, loadPack, loadTopic, loadTopics } from '@/lib/db/topics';
import { findMentions } from '@/lib/detect/find-mentions';
import {
  CURRENT_INDEX_KEY,
  FIRST_PART_KEY,
  isPartKey,
  partKey,
  type StoredIndex,
} from '@/lib/detect/index-store-keys';
import { loadIndex } from '@/lib/detect/load-index';
import { JUDGE_REGIMES } from '@/lib/detect/regimes/judge-regimes';
import { latestNotes } from '@/lib/notes/read-notes';
import { createNote } from '@/lib/notes/write-note';
import { compilePublication } from '@/lib/packs/compile-publication';
import { ensureInstalled, installPack, installPacks } from '@/lib/packs/install';
import { SHIPPED_INDEX, SHIPPED_PACK } from '@/lib/packs/load-shipped';
import { publishNews } from '@/lib/packs/publish-news';
import { quietTopic } from '@/lib/settings/quieted';
import { saveSettings } from '@/lib/settings/save-settings';
import { loadSettings } from '@/lib/settings/settings-store';
import { readPack } from '@/scripts/packs/read-pack';
import { readShippedTopics } from '@/scripts/packs/read-shipped';
import { SHIPPED_FOLDER } from '@/scripts/packs/shipped-folder';
import { makeDraft, makePack, makeTopic } from '@/tests/builders';
import { packaged, servePackage } from '@/tests/packs/serve-package';
import { emptyDatabaseBeforeEach } from '@/tests/stored';

emptyDatabaseBeforeEach();
afterEach(() => vi.unstubAllGlobals());

const readStorage = () => browser.storage.local.get(null);

async function readPublished(): Promise<{ bytes: Uint8Array; cues: Uint8Array }> {
  const stored = await readStorage();
  const { generation } = stored[CURRENT_INDEX_KEY] as { generation: string };
  const decode = (blob: unknown) => Uint8Array.from(Buffer.from(blob as string, 'base64'));
  return {
    bytes: decode((stored[FIRST_PART_KEY] as StoredIndex).blob),
    cues: decode(stored[partKey(generation, 'cues')]),
  };
}

async function findIn(text: string): Promise<string[]> {
  const { bytes, cues } = await readPublished();
  const index = loadIndex(bytes);
  index?.cues();
  index?.addParts({ cues: { bytes: cues, judgeRegimes: JUDGE_REGIMES } });
  return index ? findMentions(index, text).map((mention) => mention.topic) : ['no index'];
}

describe('installPack', () => {
  it('stores pack and topics, and publishes an index that finds them', async () => {
    expect(await installPack(makePack([makeTopic(), makeTopic({ id: 'nvidia' })]))).toMatchObject({
      topics: 2,
    });
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
  it('writes the parts before the key that names them, the first at once with it, and removes older ones last', async () => {
    await installPack(makePack([makeTopic()]));
    const before = Object.keys(await readStorage()).filter(isPartKey);
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
    const after = Object.keys(await readStorage()).filter(isPartKey);
    expect(after).not.toEqual(before);
    expect(steps).toEqual([`set ${after}`, `set ${CURRENT_INDEX_KEY},${FIRST_PART_KEY}`, `remove ${before}`]);

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
      packs: '0.1.0, tech-war 1.0.0',
      news: [],
    });
  });

  it('says that the disk is full', async () => {
    vi.spyOn(browser.storage.local, 'set').mockRejectedValue(new Error('QuotaBytes quota exceeded'));
    await expect(installPack(makePack())).rejects.toMatchObject({ code: 'database-full', retryable: true });
    vi.restoreAllMocks();
  });
});

describe('an update', () => {
  const [huawei, nvidia] = [makeTopic(), makeTopic({ id: 'nvidia' })];
  const yields = { id: 'yield', text: 'Yield rose.', status: 'claimed' as const, sources: [] };

  it('writes the topics that have changed and no other, and says which', async () => {
    await installPack(makePack([huawei, nvidia, makeTopic({ id: 'cuda' })]));
    const written: string[] = [];
    const see = (id: unknown) => void written.push(String(id));
    database.topics.hook('creating', see);
    database.topics.hook('updating', (_, id) => see(id));
    const next = makePack([
      { ...huawei, facts: [...huawei.facts, yields] },
      nvidia,
      makeTopic({ id: 'cann' }),
    ]);
    const { change } = await installPack(next);
    database.topics.hook('creating').unsubscribe(see);
    expect(change).toEqual({
      added: [{ topic: 'cann', came: ['facts.roadmap'], went: [] }],
      changed: [{ topic: 'huawei', came: ['facts.yield'], went: [] }],
      removed: ['cuda'],
    });
    expect(written.sort()).toEqual(['cann', 'huawei']);
    expect((await listTopics()).map(({ id }) => id)).toEqual(['huawei', 'nvidia', 'cann']);
  });

  it('brings news, which at the first installation nothing is', async () => {
    await installPack(makePack([huawei, nvidia]));
    expect(await listTopicsWithArrivals()).toEqual([]);
    await installPack(makePack([{ ...huawei, facts: [...huawei.facts, yields] }, nvidia]));
    expect(await listTopicsWithArrivals()).toEqual(['huawei']);
    expect(await listArrivals('huawei')).toEqual(['facts.yield']);
  });

  it('shows a topic again that was hidden until there is news, and leaves hidden what has none', async () => {
    await installPack(makePack([huawei, nvidia]));
    const quieted = [
      quietTopic('huawei', 'Huawei', '2026-11-01'),
      quietTopic('nvidia', 'Nvidia', '2026-11-01'),
    ];
    await saveSettings({ quieted });
    await installPack(makePack([{ ...huawei, facts: [...huawei.facts, yields] }, nvidia]));
    expect((await loadSettings()).quieted).toEqual([quieted[1]]);
  });

  it('keeps as news what was not shown, and lets go of what was shown or is no more', async () => {
    const more = { ...yields, id: 'price' };
    await installPack(makePack([huawei]));
    await installPack(makePack([{ ...huawei, facts: [yields, more] }]));
    await installPack(makePack([{ ...huawei, facts: [yields, more], summary: 'Maker.' }]));
    expect(await listArrivals('huawei')).toEqual(['facts.price', 'facts.yield']);
    await dropArrivals('huawei', ['facts.price']);
    expect(await listArrivals('huawei')).toEqual(['facts.yield']);
    await installPack(makePack([{ ...huawei, facts: [more] }]));
    expect(await listArrivals('huawei')).toEqual([]);
  });
});

describe('installPacks', () => {
  it('installs the shipped pack out of the extension alone', async () => {
    const asked = await servePackage();
    const { topics } = await installPacks();
    expect(topics).toBeGreaterThanOrEqual(16);
    expect(asked).toEqual([SHIPPED_PACK, SHIPPED_INDEX]);
    expect((await loadTopic('huawei'))?.id).toBe('huawei');
    expect(await findIn('Huawei unveiled its roadmap.')).toEqual(['huawei']);
  });

  it.each([
    { broken: { [SHIPPED_PACK]: '{' }, detail: /^packs\/tech-war\.json: \(root\): not JSON/ },
    { broken: { [SHIPPED_PACK]: '{}' }, detail: /^pack\.json: \(root\): the file is missing/ },
    { broken: { [SHIPPED_INDEX]: '{}' }, detail: /^packs\/tech-war-index\.json: current: / },
  ])('leaves everything as it was when a file is broken', async ({ broken, detail }) => {
    await servePackage();
    await installPacks();
    const before = await readStorage();
    await servePackage(broken);
    await expect(installPacks()).rejects.toMatchObject({
      code: 'pack-invalid',
      detail: expect.stringMatching(detail),
    });
    expect(await readStorage()).toEqual(before);
    expect((await listTopics()).length).toBeGreaterThanOrEqual(16);
  });
});

describe('the package', () => {
  it('holds the pack as it is written, and the index that these topics compile to', async () => {
    const files = await packaged;
    expect(JSON.parse(files[SHIPPED_PACK] as string)).toEqual(readPack(SHIPPED_FOLDER));
    expect(JSON.parse(files[SHIPPED_INDEX] as string)).toEqual(await compilePublication(readShippedTopics()));
  });
});

describe('ensureInstalled', () => {
  it('installs where nothing is installed', async () => {
    await servePackage();
    await ensureInstalled();
    expect(await findIn('Huawei')).toEqual(['huawei']);
  });

  it('publishes an index that is missing, without reading the pack again', async () => {
    await installPack(makePack());
    fakeBrowser.storage.local.resetState();
    const asked = await servePackage();
    await ensureInstalled();
    expect(await findIn('Huawei')).toEqual(['huawei']);
    expect(asked).toEqual([]);
  });

  it('publishes anew where a worker was killed between storing a pack and publishing its index', async () => {
    await installPack(makePack());
    await replacePack(makePack([makeTopic({ id: 'nvidia' })], { version: '1.1.0' }));
    await ensureInstalled();
    expect(await findIn('Nvidia and Huawei')).toEqual(['nvidia']);
  });

  it('touches nothing where nothing is missing', async () => {
    await installPack(makePack());
    const before = await readStorage();
    const set = vi.spyOn(browser.storage.local, 'set');
    const asked = await servePackage();
    await ensureInstalled();
    expect(await readStorage()).toEqual(before);
    expect([set.mock.calls, asked]).toEqual([[], []]);
    vi.restoreAllMocks();
  });
});

describe('news', () => {
  const readNews = async () =>
    ((await readStorage())[CURRENT_INDEX_KEY] as { news?: string[] } | undefined)?.news ?? [];
  const fact = (text: string) => ({ id: 'f', text, status: 'happened' as const, sources: [] });

  it('is nothing at install, then names each topic to which an update brought something, until all of it was seen', async () => {
    const other = makeTopic({ id: 'nvidia' });
    await installPack(makePack([makeTopic({ facts: [fact('One.')] }), other]));
    expect(await readNews()).toEqual([]);
    await installPack(makePack([makeTopic({ facts: [fact('Two.')] }), other], { version: '1.1.0' }));
    expect(await readNews()).toEqual(['huawei']);
    expect(await dropArrivals('huawei', ['facts.f'])).toBe(0);
    await publishNews();
    expect(await readNews()).toEqual([]);
  });

  it('stays when the index is published again', async () => {
    await installPack(makePack([makeTopic({ facts: [fact('One.')] })]));
    await installPack(makePack([makeTopic({ facts: [fact('Two.')] })], { version: '1.1.0' }));
    await browser.storage.local.remove(
      Object.keys(await readStorage()).filter((key) => key.endsWith(':cues')),
    );
    await ensureInstalled();
    expect(await readNews()).toEqual(['huawei']);
  });

  it('is published where no index is: nowhere', async () => {
    await publishNews();
    expect(await readStorage()).toEqual({});
  });
});
