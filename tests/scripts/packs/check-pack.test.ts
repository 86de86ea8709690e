import { describe, expect, it } from 'vitest';
import { checkPack, type Flaw } from '@/scripts/packs/check-pack';
import type { PackFiles } from '@/scripts/packs/read-pack';

const TODAY = '2026-11-28';

const MANIFEST = {
  format: 1,
  id: 'test',
  version: '1.0.0',
  name: 'Test',
  language: 'en',
  published: '2026-11-01',
  topics: ['huawei', 'smic'],
};

const FACT = { id: 'f1', text: 'It was founded.', date: '1987', status: 'happened', sources: ['s1'] };
const { text: _, ...said } = FACT;
const SOURCE = {
  id: 's1',
  origin: 'The firm',
  url: 'https://firm.example/',
  date: '2025-03',
  tier: 'primary',
};

function makeTopic(id: string, fields: object = {}) {
  return {
    id,
    group: id,
    kind: 'company',
    names: [{ text: id, lang: 'en' }],
    summary: 'A company.',
    knownUntil: '2026-06',
    terms: [{ text: `${id} the firm`, lang: 'en' }],
    facts: [FACT],
    events: [],
    sources: [SOURCE],
    ...fields,
  };
}

/** A sound pack whose first topic has these fields, and what is more or other in its files. */
function makeFiles(fields: object = {}, files: PackFiles = {}): PackFiles {
  return {
    'pack.json': MANIFEST,
    'topics/huawei.json': makeTopic('huawei', fields),
    'topics/smic.json': makeTopic('smic'),
    ...files,
  };
}

const say = ({ file, path, message }: Flaw) => `${file} ${path}: ${message}`;
const check = (fields: object, files: PackFiles = {}) => checkPack(makeFiles(fields, files), TODAY).map(say);

/** A topic's only fact with these fields. */
const fact = (fields: object) => ({ facts: [{ ...FACT, ...fields }] });

/** A topic's only question, with points that have these fields. */
const question = (asked: string, ...points: object[]) => ({
  insights: [
    {
      id: 'q1',
      question: asked,
      points: points.map((point, at) => ({
        ...FACT,
        id: `p${at}`,
        status: 'claimed',
        by: 'SMIC',
        ...point,
      })),
    },
  ],
});

describe('a pack', () => {
  it('without flaws has none', () => {
    expect(checkPack(makeFiles(), TODAY)).toEqual([]);
  });

  it('may relate topics by ids of before', () => {
    const merged = { 'topics/smic.json': makeTopic('smic', { formerIds: ['smic-corp'] }) };
    expect(check({ relations: [{ type: 'competes-with', topic: 'smic-corp' }] }, merged)).toEqual([]);
  });

  it.each<{ name: string; fields?: object; files?: PackFiles; says: RegExp }>([
    {
      name: 'a file that is no JSON',
      files: { 'topics/smic.json': new SyntaxError('x') },
      says: /smic\.json : is no JSON: x/,
    },
    { name: 'a field of a wrong kind', fields: { knownUntil: 'June' }, says: /huawei\.json knownUntil: / },
    { name: 'a field that no schema knows', fields: { html: '<b>' }, says: /huawei\.json : .*html/ },
    {
      name: 'a topic that has no file',
      files: { 'pack.json': { ...MANIFEST, topics: ['huawei', 'smic', 'tsmc'] } },
      says: /names topics\/tsmc\.json, which is not there/,
    },
    {
      name: 'a file that the manifest leaves out',
      files: { 'topics/tsmc.json': makeTopic('tsmc') },
      says: /tsmc\.json : is not named/,
    },
    {
      name: 'a topic named twice',
      files: { 'pack.json': { ...MANIFEST, topics: ['huawei', 'smic', 'smic'] } },
      says: /names "smic" twice/,
    },
    {
      name: 'an id that is not the file’s',
      files: { 'topics/smic.json': makeTopic('tsmc') },
      says: /smic\.json id: is "tsmc"/,
    },
    {
      name: 'a former id of two topics',
      fields: { formerIds: ['smic'] },
      says: /"smic" leads to huawei and smic/,
    },
    {
      name: 'a term of two topics',
      fields: { terms: [{ text: 'SMIC the firm', lang: 'en' }] },
      says: /terms: "SMIC the firm" is also a term of huawei/,
    },
    {
      name: 'a first name that is not English',
      fields: { names: [{ text: '华为', lang: 'zh-Hans' }] },
      says: /names\.0: /,
    },
    { name: 'an id twice', fields: { facts: [FACT, FACT] }, says: /facts: has the id "f1" twice/ },
    {
      name: 'a source that is not there',
      fields: fact({ sources: ['s1', 's9'] }),
      says: /facts\.f1: names the source "s9"/,
    },
    {
      name: 'a source that nobody names',
      fields: { sources: [SOURCE, { ...SOURCE, id: 's2' }] },
      says: /sources\.s2: is named by no statement/,
    },
    {
      name: 'a statement without source',
      fields: { ...fact({ sources: [] }), sources: [] },
      says: /facts\.f1: has no source/,
    },
    {
      name: 'an address that readers are not sent to',
      fields: { sources: [{ ...SOURCE, url: 'https://x.serv00.net/a' }] },
      says: /sources\.s1\.url: readers are not sent there: copy/,
    },
    {
      name: 'a weak page that is linked',
      fields: { ...fact({ status: 'claimed' }), sources: [{ ...SOURCE, tier: 'weak' }] },
      says: /sources\.s1\.url: a weak page is not linked/,
    },
    {
      name: 'a page that is better in another topic',
      fields: { sources: [{ ...SOURCE, tier: 'trade' }] },
      says: /smic\.json sources\.s1\.tier: is primary, but the same page is trade in huawei/,
    },
    {
      name: 'a fact that stands on weak pages alone',
      fields: { sources: [{ id: 's1', origin: 'A digest', tier: 'weak' }] },
      says: /facts\.f1: stands on weak pages alone, so it is a claim and no fact/,
    },
    {
      name: 'a relation to nothing',
      fields: { relations: [{ type: 'makes', topic: 'tsmc' }] },
      says: /relations: points at "tsmc"/,
    },
    {
      name: 'a relation to itself',
      fields: { relations: [{ type: 'makes', topic: 'huawei' }] },
      says: /relations: points at itself/,
    },
    {
      name: 'a relation to itself by the id of before',
      fields: { formerIds: ['hw'], relations: [{ type: 'makes', topic: 'hw' }] },
      says: /relations: points at itself/,
    },
    {
      name: 'a rule that names an id of before',
      fields: { terms: [{ text: 'Huawei the firm', lang: 'en', withTopic: ['smic-corp'] }] },
      files: { 'topics/smic.json': makeTopic('smic', { formerIds: ['smic-corp'] }) },
      says: /terms "Huawei the firm": points at "smic-corp"/,
    },
    { name: 'a statement without date', fields: fact({ date: undefined }), says: /facts\.f1: has no date/ },
    {
      name: 'a statement from the future',
      fields: { ...fact({ date: '2027-01' }), knownUntil: '2027-02' },
      says: /facts\.f1: is dated 2027-01, which is to come/,
    },
    {
      name: 'a statement after its end',
      fields: fact({ date: '2026-07' }),
      says: /facts\.f1: is dated 2026-07, after knownUntil/,
    },
    {
      name: 'a source after its end',
      fields: { sources: [{ ...SOURCE, date: '2026-07' }] },
      says: /sources\.s1: is of 2026-07, after knownUntil/,
    },
    {
      name: 'a plan due before it was made',
      fields: fact({ date: '2025-03', status: 'planned', due: '2025-02', outcome: { result: 'kept' } }),
      says: /is due before it was said/,
    },
    {
      name: 'an outcome before its plan',
      fields: fact({
        date: '2025-03',
        status: 'planned',
        due: '2025-04',
        outcome: { result: 'kept', date: '2025-02' },
      }),
      says: /came out before it was said/,
    },
    {
      name: 'an outcome that nobody tells of',
      fields: fact({ date: '2025', status: 'planned', outcome: { result: 'kept', date: '2026-01' } }),
      says: /facts\.f1\.outcome: is "kept" without a date or a source/,
    },
    {
      name: 'an outcome from the future',
      fields: fact({
        date: '2025',
        status: 'planned',
        outcome: { result: 'kept', date: '2027', sources: ['s1'] },
      }),
      says: /facts\.f1\.outcome: is dated 2027, which is to come/,
    },
    {
      name: 'a relation from the future',
      fields: { relations: [{ type: 'makes', topic: 'smic', date: '2027' }] },
      says: /relations: to "smic" is of 2027, to come/,
    },
    {
      name: 'a summary that ages',
      fields: { summary: 'The newest company.' },
      says: /summary: is not timeless: "newest"/,
    },
    {
      name: 'a word of the workshop',
      fields: fact({ text: 'As the seed article says.' }),
      says: /facts\.f1: says "seed article"/,
    },
    { name: 'markup', fields: fact({ text: 'It is <b>large</b>.' }), says: /facts\.f1: says "<b"/ },
    {
      name: 'a view of nobody',
      fields: question('Will it grow?', { by: 'Analysts' }),
      says: /insights\.q1\.p0\.by: "Analysts" is nobody/,
    },
    {
      name: 'a question that knows the future',
      fields: question('Will 2026 be better?', { date: '2025' }),
      says: /insights\.q1: asks of 2026/,
    },
    {
      name: 'a figure too large',
      fields: { figures: [{ ...said, id: 'f9', measure: 'chip-memory', value: 9_000, unit: 'GB' }] },
      says: /figures\.f9: 9000 GB/,
    },
    {
      name: 'a figure in a unit that is not its measure’s',
      fields: { figures: [{ ...said, id: 'f9', measure: 'chip-fp8', value: 1.5, unit: 'PFLOPS' }] },
      says: /figures\.0\.unit: the unit of chip-fp8 is TFLOPS/,
    },
    {
      name: 'a measure that is not of the vocabulary',
      fields: {
        figures: [{ ...said, id: 'f9', measure: 'fp8 compute' as 'chip-fp8', value: 1, unit: 'PFLOPS' }],
      },
      says: /figures\.0\.measure/,
    },
    {
      name: 'a figure with a measure and a text of its own',
      fields: {
        figures: [{ ...said, id: 'f9', measure: 'chip-memory', label: 'Memory', value: 1, unit: 'GB' }],
      },
      says: /has either `measure` or `label`/,
    },
    {
      name: 'a threshold without source',
      fields: {
        thresholds: [
          {
            ...said,
            id: 't9',
            conditions: [{ measure: 'chip-link', is: 'at-least', value: 600 }],
            text: 'Needs a licence.',
            sources: [],
          },
        ],
      },
      says: /thresholds\.t9: has no source/,
    },
    {
      name: 'a common word as a term',
      fields: { terms: [{ text: 'Match', lang: 'en' }] },
      says: /terms: "Match" is a word of its own/,
    },
    {
      name: 'a term of two letters',
      fields: { terms: [{ text: 'WA', lang: 'en' }] },
      says: /terms: "WA" is a word of its own/,
    },
  ])('is refused for $name', ({ fields = {}, files = {}, says }) => {
    expect(check(fields, files).join('\n')).toMatch(says);
  });

  it('is refused for a term that hides a mention of the core groups, and not for one that only sounds alike', () => {
    const core = makeTopic('huawei', { terms: [{ text: 'Huawei', lang: 'en' }] });
    const withTerm = (text: string) => {
      const topic = makeTopic('smic', { terms: [{ text, lang: 'en' }] });
      return check({}, { 'topics/huawei.json': core, 'topics/smic.json': topic }).join();
    };
    expect(withTerm('sanctions on Huawei')).toMatch(/smic\.json terms: .* hides the mention of "Huawei"/);
    expect(withTerm('Huaweiite minerals')).toBe('');
  });

  it('may share a term with another topic, and use a common word, under a rule', () => {
    const ruled = [
      { text: 'smic the firm', lang: 'en', near: ['Shanghai'] },
      { text: 'Match', lang: 'en', near: ['Congress'] },
    ];
    expect(check({ terms: ruled })).toEqual([]);
  });

  it('is warned of a plan whose day has passed without outcome', () => {
    const [flaw] = checkPack(makeFiles(fact({ status: 'planned', date: '2025', due: '2026-01' })), TODAY);
    expect(flaw).toMatchObject({ path: 'facts.f1', isWarning: true });
    const answered = fact({
      status: 'planned',
      date: '2025',
      due: '2026-01',
      outcome: { result: 'unknown' },
    });
    expect(check(answered)).toEqual([]);
  });
});
