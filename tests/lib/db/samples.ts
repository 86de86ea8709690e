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

/** One sample for each version of the schema: `before` as that version wrote it, `after` as ours reads it. */
export const SAMPLES = [{ version: 1, before: version1, after: version1 }];
