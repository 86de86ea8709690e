/** Rows as each shipped version of the database wrote them. Never edit `before`: it is what readers have. */
const manifest = {
  format: 1,
  id: 'tech-war',
  version: '1.0.0',
  name: 'Tech war',
  language: 'en',
  published: '2026-07-01',
  topics: ['huawei'],
};

const topic = {
  id: 'huawei',
  formerIds: ['huawei-technologies'],
  group: 'huawei',
  kind: 'company',
  names: [{ text: 'Huawei', lang: 'en' }],
  summary: 'Maker of telecoms equipment, phones and AI chips.',
  knownUntil: '2026-06',
  terms: [{ text: 'Huawei', lang: 'en' }],
  facts: [],
  events: [],
  figures: [],
  insights: [],
  relations: [],
  sources: [],
};

const target = {
  url: 'https://news.example/a?from=feed',
  canonical: 'https://news.example/a',
  title: 'Huawei shows its chip roadmap',
  published: '2025-09-18',
  selectors: null,
};

const createdAt = 1_759_363_200_000;
const stamp = createdAt * 1024;

const change = {
  i: 'AAAAAAAAAAAAAAA1',
  t: stamp,
  e: 'note:AAAAAAAAAAAAAAAA',
  f: { createdAt, target, 'topic:huawei': true, 'tag:memory': true },
  x: 'Check the memory bandwidth',
  b: '',
  p: [],
};

const register = (value: unknown) => ({ value, t: stamp, i: change.i });

const version1 = {
  packs: [manifest],
  topics: [{ id: 'huawei', pack: 'tech-war', position: 0, formerIds: ['huawei-technologies'], topic }],
  notes: [
    {
      v: 1,
      id: change.e,
      createdAt,
      modifiedAt: createdAt,
      target,
      topics: ['huawei'],
      tags: ['memory'],
      body: change.x,
      versions: [],
      hidden: false,
      shown: 1,
    },
  ],
  heads: [
    {
      e: change.e,
      state: {
        fields: {
          createdAt: register(createdAt),
          'tag:memory': register(true),
          target: register(target),
          'topic:huawei': register(true),
        },
        heads: [{ i: change.i, t: stamp, text: change.x, p: [] }],
        replaced: [],
        hidden: null,
      },
    },
  ],
  changes: [{ i: change.i, e: change.e, t: stamp, pending: 1, left: 0, own: 1, change }],
  meta: [
    { key: 'replica', value: '00112233aabbccdd' },
    { key: 'stamp', value: stamp },
  ],
};

const sha = '0123456789abcdef0123456789abcdef';

/** Version 2 brought sync: a change knows its place among those sent, and the segment that it came in; a head what it started from; a note its heads, and whether edits met in it. */
const version2 = {
  ...version1,
  notes: [{ ...version1.notes[0], heads: [change.i], met: 0 }],
  heads: version1.heads.map(({ e, state }) => ({
    e,
    state: { ...state, heads: state.heads.map((head) => ({ ...head, base: change.b })) },
  })),
  changes: [{ ...version1.changes[0], n: 0, s: '' }],
  segments: [
    {
      sha,
      folder: 's/00112233aabbccdd',
      from: 1,
      to: 1,
      size: 300,
      count: 1,
      state: 'intended',
      replaces: [],
      misses: 0,
    },
  ],
  bytes: [{ sha, bytes: Uint8Array.of(1, 2, 3) }],
  applied: [{ sha }],
  foreign: [{ sha, replica: 'ffeeddccbbaa9988', misses: 0, patience: 4 }],
  peers: [{ replica: 'ffeeddccbbaa9988', seen: [], tries: 0, isHeadless: false }],
  rounds: [
    {
      id: 1,
      startedAt: createdAt,
      endedAt: createdAt + 900,
      trigger: 'click',
      state: 'failed',
      report: null,
      code: 'remote-unreachable',
      detail: '',
    },
  ],
  secrets: [{ key: 'connection', value: { kind: 'browser-account' } }],
};

/** Version 3 brought what is new since the reader last looked. */
const version3 = {
  ...version2,
  arrivals: [{ topic: 'huawei', statement: 'facts.yield', version: '1.1.0', arrived: '2026-11-29' }],
};

/** Version 4 brought the index of the notes; those that were there wait to be taken into it. */
const version4 = {
  ...version3,
  shards: [{ shard: 0.75, ids: change.e, at: Float64Array.of(createdAt) }],
  living: [{ shard: 0.75, dead: Uint8Array.of(0), living: 1 }],
  postings: [{ shard: 0.75, begin: 'me', words: ['memory'], places: ['\u0008'] }],
  fresh: [{ id: change.e, mark: 0.5, at: createdAt, words: new Map([['memory', 8]]) }],
  unindexed: [{ id: 'note:AAAAAAAAAAAAAAA2', mark: 0.25 }],
};

/** Version 5 brought the events of packs that the reader adds. */
const version5 = {
  ...version4,
  added: [
    {
      pack: 'own-huawei-00112233',
      topic: 'huawei',
      topics: ['huawei', 'huawei-technologies'],
      name: 'Events added on Huawei',
      fileName: 'own-huawei.json',
      published: '2026-11-29',
      added: '2026-11-30',
      events: [
        { id: 'own-1', text: { und: 'A licence' }, date: '2026-11', status: 'happened', sources: ['own-1'] },
      ],
      sources: [{ id: 'own-1', origin: { und: 'news.example' }, tier: 'newsroom' }],
    },
  ],
};

const NO_INDEX = { shards: [], living: [], postings: [], fresh: [], unindexed: [{ id: change.e, mark: 0 }] };
const NO_SYNC = { segments: [], bytes: [], applied: [], foreign: [], peers: [], rounds: [], secrets: [] };

/** One sample for each version of the schema: `before` as that version wrote it, `after` as ours reads it. */
export const SAMPLES = [
  { version: 1, before: version1, after: { ...version3, ...NO_SYNC, arrivals: [], ...NO_INDEX, added: [] } },
  { version: 2, before: version2, after: { ...version3, arrivals: [], ...NO_INDEX, added: [] } },
  { version: 3, before: version3, after: { ...version3, ...NO_INDEX, added: [] } },
  { version: 4, before: version4, after: { ...version4, added: [] } },
  { version: 5, before: version5, after: version5 },
];
