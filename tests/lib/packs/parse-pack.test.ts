import { describe, expect, it } from 'vitest';
import { parsePack, parsePackFile } from '@/lib/packs/parse-pack';
import { makePack, makePackFiles, makeTopic } from '@/tests/builders';

const source = { id: 'keynote', origin: 'Huawei keynote', tier: 'primary' } as const;
const fact = {
  id: 'roadmap',
  text: 'A fact.',
  date: '2025-09-18',
  status: 'happened',
  sources: ['keynote'],
} as const;
const point = {
  id: 'yes',
  text: 'It does.',
  by: 'An analyst',
  date: '2025-10',
  status: 'claimed',
  sources: [],
} as const;

/** The files of a pack of two topics, the first of them changed. */
function withTopic(fields: object): Record<string, unknown> {
  const files = makePackFiles([makeTopic(), makeTopic({ id: 'nvidia' })]);
  return { ...files, 'topics/huawei.json': { ...makeTopic(), ...fields } };
}

describe('parsePack', () => {
  it('reads a pack whole', () => {
    const topics = [
      makeTopic({
        relations: [
          { type: 'competes-with', topic: 'nvidia', status: 'happened' },
          { type: 'supplies', topic: 'nvidia-corporation', status: 'happened' },
        ],
        terms: [{ text: 'Huawei', lang: 'en', withTopic: ['nvidia'] }],
        insights: [
          {
            id: 'gap',
            question: 'Does it close the gap?',
            points: [{ ...point, sources: ['keynote'] }],
            topics: ['nvidia'],
          },
        ],
      }),
      makeTopic({ id: 'nvidia', formerIds: ['nvidia-corporation'] }),
    ];
    expect(parsePack(makePackFiles(topics))).toEqual(makePack(topics));
  });

  it('fills in what a topic may leave out', () => {
    const { figures: _, insights: __, relations: ___, ...short } = makeTopic();
    expect(parsePack({ ...makePackFiles(), 'topics/huawei.json': short }).contents).toEqual([makeTopic()]);
  });

  it('puts the lists that a topic names in place of their names', () => {
    const term = { text: 'Huawei', lang: 'en' };
    const family = {
      slots: ['heads', { maybe: 'stops' }, { words: 2, but: 'stops' }, ['exports']],
      lang: 'en',
    };
    const written = {
      lists: { heads: ['curbs', 'ban'], stops: ['that', 'which'] },
      terms: [{ ...term, near: 'heads' }],
      families: [family],
    };
    const [topic] = parsePack(withTopic(written)).contents;
    expect(topic?.terms).toEqual([{ ...term, near: written.lists.heads }]);
    expect(topic?.families).toEqual([
      {
        lang: 'en',
        slots: [
          written.lists.heads,
          { maybe: written.lists.stops },
          { words: 2, but: written.lists.stops },
          ['exports'],
        ],
      },
    ]);
    expect(topic).not.toHaveProperty('lists');
    expect(() => parsePack(withTopic({ ...written, lists: { heads: ['curbs'] } }))).toThrow();
  });

  it.each<{ files: Record<string, unknown>; detail: string; because: string }>([
    { files: {}, detail: 'pack.json: (root): the file is missing', because: 'there is no pack.json' },
    {
      files: { ...makePackFiles(), 'pack.json': [] },
      detail: 'pack.json: (root): Invalid input: expected object, received array',
      because: 'pack.json is no object',
    },
    {
      files: makePackFiles(undefined, { version: 'one' }),
      detail: 'pack.json: version: a version is three numbers',
      because: 'a field of pack.json does not fit',
    },
    {
      files: makePackFiles(undefined, { topics: ['huawei', 'huawei'] }),
      detail: 'pack.json: topics[1]: "huawei" is named twice',
      because: 'a topic is named twice',
    },
    {
      files: makePackFiles(undefined, { topics: ['huawei', '../settings'] }),
      detail: 'pack.json: topics[1]: an id is lower-case words joined by hyphens',
      because: 'a name leads out of the folder',
    },
    {
      files: makePackFiles(undefined, { topics: ['huawei', 'nvidia'] }),
      detail: 'topics/nvidia.json: (root): the file is missing',
      because: 'a topic has no file',
    },
    {
      files: { ...makePackFiles(), 'topics/stray.json': makeTopic({ id: 'stray' }) },
      detail: 'topics/stray.json: (root): the file is not named in pack.json',
      because: 'a file belongs to no topic',
    },
    {
      files: { ...makePackFiles(), 'topics/huawei.json': makeTopic({ id: 'other' }) },
      detail: 'topics/huawei.json: id: "other" does not fit the name of its file',
      because: 'file and id differ',
    },
    {
      files: withTopic({ script: 'alert(1)' }),
      detail: 'topics/huawei.json: (root): Unrecognized key: "script"',
      because: 'a key is unknown',
    },
    {
      files: withTopic({ facts: [fact, { ...fact, id: 'b', date: '18 Sep 2025' }] }),
      detail: 'topics/huawei.json: facts[1].date: a date is 2025, 2025-Q4, 2025-09 or 2025-09-18',
      because: 'a date cannot be read',
    },
    {
      files: withTopic({ facts: [{ ...fact, text: { en: 5 } }] }),
      detail: 'topics/huawei.json: facts[0].text.en: Invalid input: expected string, received number',
      because: 'a text in several languages is wrong in one',
    },
    {
      files: withTopic({ facts: [{ ...fact, text: { english: 'x' } }] }),
      detail: 'topics/huawei.json: facts[0].text.english: a BCP 47 language tag',
      because: 'a language is no language tag',
    },
    {
      files: withTopic({ summary: {} }),
      detail: 'topics/huawei.json: summary: a text in no language',
      because: 'a text is empty',
    },
    {
      files: withTopic({ facts: [fact, fact] }),
      detail: 'topics/huawei.json: facts[1].id: "roadmap" is given twice',
      because: 'two facts have one id',
    },
    {
      files: withTopic({ sources: [source, source] }),
      detail: 'topics/huawei.json: sources[1].id: "keynote" is given twice',
      because: 'two sources have one id',
    },
    {
      files: withTopic({ facts: [{ ...fact, sources: ['keynote', 'rumour'] }] }),
      detail: 'topics/huawei.json: facts[0].sources[1]: no source "rumour" in this topic',
      because: 'a fact names a source that is not there',
    },
    {
      files: withTopic({ facts: [{ ...fact, outcome: { result: 'kept', sources: ['rumour'] } }] }),
      detail: 'topics/huawei.json: facts[0].outcome.sources[0]: no source "rumour" in this topic',
      because: 'an outcome does',
    },
    {
      files: withTopic({
        insights: [{ id: 'gap', question: 'Does it?', points: [point, { ...point, sources: ['x'] }] }],
      }),
      detail: 'topics/huawei.json: insights[0].points[1].id: "yes" is given twice',
      because: 'two points of a question have one id',
    },
    {
      files: withTopic({ relations: [{ type: 'makes', topic: 'ascend-950' }] }),
      detail: 'topics/huawei.json: relations[0].topic: no topic "ascend-950" in this pack',
      because: 'a relation leads out of the pack',
    },
    {
      files: withTopic({ terms: [{ text: 'X', lang: 'en', withTopic: ['nvidia', 'amd'] }] }),
      detail: 'topics/huawei.json: terms[0].withTopic[1]: no topic "amd" in this pack',
      because: 'a context rule does',
    },
    {
      files: {
        ...withTopic({ terms: [{ text: 'X', lang: 'en', withTopic: ['nvidia-corporation'] }] }),
        'topics/nvidia.json': makeTopic({ id: 'nvidia', formerIds: ['nvidia-corporation'] }),
      },
      detail: 'topics/huawei.json: terms[0].withTopic[0]: no topic "nvidia-corporation" in this pack',
      because: 'a context rule names an id of before',
    },
    {
      files: withTopic({
        regimes: [{ id: 'us', topic: 'us-rules', name: 'US', imposers: ['US'], goods: ['chips'] }],
      }),
      detail: 'topics/huawei.json: regimes[0].topic: no topic "us-rules" in this pack',
      because: 'a regime does',
    },
    {
      files: withTopic({ formerIds: ['nvidia'] }),
      detail: 'topics/huawei.json: formerIds[0]: "nvidia" is the id of another topic',
      because: 'a former id is in use',
    },
  ])('refuses it whole when $because', ({ files, detail }) => {
    expect(() => parsePack(files)).toThrow(expect.objectContaining({ code: 'pack-invalid', detail }));
  });
});

describe('parsePackFile', () => {
  const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

  it.each([
    { text: '{"id": "huawei"', reason: /^not JSON \(/, because: 'it is cut off' },
    { text: deep(33), reason: /^nested deeper than 32 levels$/, because: 'it is nested too deep' },
    { text: deep(1_000_000), reason: /^nested deeper than 32 levels$/, because: 'it is a bomb of brackets' },
    { text: JSON.stringify('x'.repeat(2_000_000)), reason: /^larger than 2 MB$/, because: 'it is too long' },
    {
      text: JSON.stringify('侧'.repeat(700_000)),
      reason: /^larger than 2 MB$/,
      because: 'it is too large in bytes',
    },
  ])('refuses a file when $because', ({ text, reason }) => {
    const failure = (() => {
      try {
        return parsePackFile('topics/huawei.json', text);
      } catch (thrown) {
        return thrown;
      }
    })();
    const [file, path, ...rest] = (failure as { detail: string }).detail.split(': ');
    expect([file, path]).toEqual(['topics/huawei.json', '(root)']);
    expect(rest.join(': ')).toMatch(reason);
  });

  it.each([
    { text: deep(32), because: 'it is as deep as may be' },
    { text: JSON.stringify({ text: `"${'[{'.repeat(50)}\\` }), because: 'the brackets stand inside a text' },
    { text: '\uFEFF{}', because: 'an editor put a byte order mark before it' },
  ])('reads a file when $because', ({ text }) => {
    expect(() => parsePackFile('pack.json', text)).not.toThrow();
  });
});
