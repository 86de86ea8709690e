import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileIndex } from '@/lib/detect/compile-index';
import { findMentions } from '@/lib/detect/find-mentions';
import { loadIndex, type TermIndex } from '@/lib/detect/load-index';
import { loadWhole } from '@/lib/detect/load-whole';
import { JUDGE_REGIMES } from '@/lib/detect/regimes/judge-regimes';
import { makeTopic } from './make-topic';

const topics = [
  makeTopic('huawei', { terms: ['Huawei', 'Huawei Technologies', '华为', '华为技术有限公司', 'هواوي'] }),
  makeTopic('ascend', { terms: ['Ascend 910C', { text: 'Ascend', withTopic: ['huawei'] }, '昇腾', '腾'] }),
  makeTopic('chip', { terms: [{ text: 'Kunpeng', near: ['Huawei'] }] }),
  makeTopic('new', { terms: ['New York', 'New York Times', 'New'] }),
  makeTopic('first', {
    terms: ['First Light', 'First Light Fusion', { text: "D'Arcy Société", case: 'exact' }],
  }),
  makeTopic('rules', {
    terms: ['export controls'],
    families: [{ lang: 'en', slots: [['curbs', 'new curbs'], { words: 3 }, ['exports']] }],
  }),
];
const whole = compileIndex(topics);
const cut = compileIndex(topics, 0);

describe('an index in parts', () => {
  test('law: it finds what the whole index finds', () => {
    const [all, parted] = [loadWhole(whole), loadWhole(cut)];
    const written = [
      ...[
        'Huawei',
        'Technologies',
        'Ascend',
        '910C',
        '910c',
        'New',
        'NEW',
        'York',
        'Times',
        'new curbs',
        'on',
        'first',
        'Light',
        'Fusion',
        'D’Arcy',
        "d'Arcy",
        'Société',
      ],
      ...[
        'exports',
        'export',
        'controls',
        '华为',
        '华为技术',
        '有限公司',
        '昇',
        '腾',
        'وهواوي',
        'e\u0301',
        '\u00ad',
        '.',
        ',',
        '-',
      ],
    ];
    const words = fc.array(fc.tuple(fc.constantFrom(...written), fc.constantFrom(' ', '', '\u00a0', '\n\n')));
    fc.assert(
      fc.property(words, (some) => {
        const text = some.flat().join('');
        const sorted = (index: TermIndex) => findMentions(index, text);
        expect(sorted(parted)).toEqual(sorted(all));
      }),
    );
  });

  test('terms with a rule, families and single ideographs stand in its first part', () => {
    const index = loadWhole({ ...cut, parts: [] });
    const found = findMentions(index, 'Huawei Ascend: 腾, curbs on exports');
    expect(found.map(({ topic }) => topic)).toEqual(['ascend', 'rules']);
  });

  test('the cues are wanted when a term stands whose rule asks for cues, and not before', () => {
    const index = loadIndex(whole.bytes) as TermIndex;
    expect(findMentions(index, 'Huawei and 华为').map(({ topic }) => topic)).toEqual(['huawei', 'huawei']);
    expect(index.wanted).toEqual([]);
    expect(findMentions(index, 'Huawei Kunpeng')).toHaveLength(1);
    expect(index.wanted).toEqual([['cues', '']]);
    index.addParts({ cues: { bytes: whole.cues, judgeRegimes: JUDGE_REGIMES } });
    expect(index.wanted).toEqual([]);
    expect(findMentions(index, 'Huawei Kunpeng').map(({ topic }) => topic)).toEqual(['huawei', 'chip']);
  });

  test('a term that only asks for a topic on the page needs no cues', () => {
    const index = loadIndex(whole.bytes) as TermIndex;
    expect(findMentions(index, 'Ascend')).toEqual([]);
    expect(findMentions(index, 'Ascend by Huawei').map(({ topic }) => topic)).toEqual(['ascend', 'huawei']);
    expect(index.wanted).toEqual([]);
  });

  test('without its cues, no term whose rule asks for them is found, and they are not asked for again', () => {
    const index = loadIndex(whole.bytes) as TermIndex;
    findMentions(index, 'Huawei Kunpeng');
    index.addParts({});
    expect(findMentions(index, 'Kunpeng by Huawei').map(({ topic }) => topic)).toEqual(['huawei']);
    expect(index.wanted).toEqual([]);
  });

  test('a part is wanted when a word begins one of its terms, and once it is there, no more', () => {
    const index = loadIndex(cut.bytes) as TermIndex;
    expect(findMentions(index, 'Nothing of ours.')).toEqual([]);
    expect(index.wanted).toEqual([]);
    expect(findMentions(index, 'Huawei and 华为')).toEqual([]);
    expect(index.wanted.length).toBeGreaterThan(0);
    index.addParts({ ...cut.parts });
    expect(index.wanted).toEqual([]);
    expect(findMentions(index, 'Huawei and 华为').map(({ opens }) => opens)).toEqual(['huawei', 'huawei']);
    expect(index.wanted).toEqual([]);
  });

  test('what begins with two ideographs comes before what begins with the second, as in a whole index', () => {
    const some = [
      makeTopic('pair', { terms: ['中为'] }),
      makeTopic('one', { terms: ['中'] }),
      makeTopic('long', { terms: [{ text: '为芯片', withTopic: ['one'] }] }),
    ];
    const text = '中为芯片';
    const found = findMentions(loadWhole(compileIndex(some)), text);
    expect(findMentions(loadWhole(compileIndex(some, 0)), text)).toEqual(found);
  });

  test('what begins nothing in one part is looked up in the others', () => {
    const names = ['国', '芯', '东', '西', '文', '工', '汇', '兴'].map((word) => `中${word}公司`);
    const { bytes, parts, cues } = compileIndex([...topics, makeTopic('names', { terms: names })], 0);
    const holds = (part: string) => part.includes('|中 ');
    const [without, having] = [parts.findIndex((part) => !holds(part)), parts.findIndex(holds)];
    const index = loadWhole({ bytes, parts, cues });
    // As a pair of ideographs does that the sieve takes for one of the terms.
    expect(index.coldTerms(without, '中 ')).toBeNull();
    expect(index.coldTerms(having, '中 ')).toEqual([]);
    expect(findMentions(index, names.join('、'))).toHaveLength(names.length);
  });

  test('for a common word a part is wanted only where what stands behind it may be of a term', () => {
    const index = loadIndex(cut.bytes) as TermIndex;
    const keys = () => index.wanted.map(([, key]) => key);
    expect(findMentions(index, 'At first, and first of all: the first')).toEqual([]);
    expect(keys()).not.toContain('first ');
    findMentions(index, 'first light');
    expect(keys()).toContain('first ');
    index.addParts({ ...cut.parts });
    const found = findMentions(index, 'First light, by First\nLight Fusion');
    expect(found.map(({ topic, start, end }) => [topic, start, end])).toEqual([
      ['first', 0, 11],
      ['first', 16, 34],
    ]);
  });

  test('a common word that is a term by itself is looked up by itself', () => {
    const index = loadIndex(cut.bytes) as TermIndex;
    findMentions(index, 'What is new, then?');
    expect(index.wanted.map(([, key]) => key)).toContain('new ');
  });

  test('a part that is gone counts as empty', () => {
    const index = loadIndex(cut.bytes) as TermIndex;
    findMentions(index, 'New York');
    index.addParts({});
    expect(findMentions(index, 'New York')).toEqual([]);
    expect(index.wanted).toEqual([]);
  });
});
