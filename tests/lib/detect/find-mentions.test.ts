import { describe, expect, test } from 'vitest';
import { compileIndex } from '@/lib/detect/compile-index';
import { findMentions } from '@/lib/detect/find-mentions';
import { loadIndex } from '@/lib/detect/load-index';
import { loadWhole } from '@/lib/detect/load-whole';
import type { Topic } from '@/lib/model/pack';
import { makeTopic } from './make-topic';

const makeIndex = (topics: Topic[]) => loadWhole(compileIndex(topics));

const found = (topics: Topic[], text: string) =>
  findMentions(makeIndex(topics), text).map(({ start, end, topic }) => `${topic}:${text.slice(start, end)}`);

const names = [
  makeTopic('huawei', { terms: ['Huawei', '华为', '화웨이', 'هواوي', 'ファーウェイ'] }),
  makeTopic('ascend', { terms: ['Ascend 910C', '昇腾', '昇腾910B'] }),
  makeTopic('nvidia', { terms: ['Nvidia', 'NVDA'] }),
];

describe('words and their ends', () => {
  test.each([
    { because: 'a possessive is not part of the name', text: 'Huawei’s plan', is: ['huawei:Huawei'] },
    {
      because: 'a hyphen ends the name',
      text: 'a Huawei-made, non-Nvidia card',
      is: ['huawei:Huawei', 'nvidia:Nvidia'],
    },
    { because: 'a longer word is another word', text: 'Huaweiana and Nvidiary', is: [] },
    { because: 'the longest term wins', text: 'the 昇腾910B card', is: ['ascend:昇腾910B'] },
    {
      because: 'a no-break space and a line break join',
      text: 'Ascend\u00a0910C, Ascend\n  910C',
      is: ['ascend:Ascend\u00a0910C', 'ascend:Ascend\n  910C'],
    },
    {
      because: 'the gap before a number may close',
      text: 'Ascend910C and Ascend-910C',
      is: ['ascend:Ascend910C', 'ascend:Ascend-910C'],
    },
    { because: 'a line may end behind a hyphen', text: 'Ascend-\n910C', is: ['ascend:Ascend-\n910C'] },
    { because: 'a comma does not join', text: 'Ascend, 910C', is: [] },
    { because: 'Chinese needs no space', text: '中国华为公司', is: ['huawei:华为'] },
    { because: 'Korean particles follow', text: '화웨이는 화웨이가', is: ['huawei:화웨이', 'huawei:화웨이'] },
    {
      because: 'Arabic writes "and" and "to" onto the name',
      text: 'وهواوي لهواوي',
      is: ['huawei:هواوي', 'huawei:هواوي'],
    },
    { because: 'brackets part two names', text: '华为（Huawei）', is: ['huawei:华为', 'huawei:Huawei'] },
    { because: 'half-width kana are composed', text: 'ﾌｧｰｳｪｲが', is: ['huawei:ﾌｧｰｳｪｲ'] },
    {
      because: 'a soft hyphen at the end stays outside',
      text: 'Huawei\u00ad Nvidia\u200b.',
      is: ['huawei:Huawei', 'nvidia:Nvidia'],
    },
    {
      because: 'a trade mark or footnote sign ends the name',
      text: 'Huawei™ Nvidia² Huawei①',
      is: ['huawei:Huawei', 'nvidia:Nvidia', 'huawei:Huawei'],
    },
    { because: 'a surrogate pair parts words', text: '😀Huawei😀', is: ['huawei:Huawei'] },
  ])('$because', ({ text, is }) => {
    expect(found(names, text)).toEqual(is);
  });
});

describe('what is no prose', () => {
  test.each([
    { because: 'a host', text: 'see huawei.com or www.huawei.com', is: [] },
    { because: 'an address', text: 'https://example.org/Huawei/Nvidia?q=Nvidia', is: [] },
    { because: 'a mail address, on either side', text: 'Huawei@example.org press@huawei.example', is: [] },
    { because: 'a user name', text: '@Huawei @nvidia', is: [] },
    { because: 'a hashtag and a ticker count', text: '#Huawei $NVDA', is: ['huawei:Huawei', 'nvidia:NVDA'] },
    { because: 'a package or command', text: 'nvidia-smi pip-nvidia nvidia/cuda:12', is: [] },
    { because: 'a path', text: '/opt/Nvidia/bin ~/Huawei C:\\Nvidia\\x drivers/Nvidia/linux', is: [] },
    { because: 'a file name', text: 'Huawei-report.pdf', is: [] },
    { because: 'a setting', text: 'vendor=nvidia --nvidia', is: [] },
    { because: 'a branch or folder', text: 'branch feature/Nvidia-menu of it', is: [] },
    { because: 'a slash between names is prose', text: 'Nvidia/AMD/Intel', is: ['nvidia:Nvidia'] },
    {
      because: 'an ellipsis is no host',
      text: 'Huawei...and Nvidia…or',
      is: ['huawei:Huawei', 'nvidia:Nvidia'],
    },
    {
      because: 'the end of a sentence is no host',
      text: 'It is Huawei.It is Nvidia. it',
      is: ['huawei:Huawei', 'nvidia:Nvidia'],
    },
  ])('$because', ({ text, is }) => {
    expect(found(names, text)).toEqual(is);
  });
});

describe('context rules', () => {
  const ruled = (rule: object) => [makeTopic('bis', { terms: [{ text: 'Bis', ...rule }] }), ...names];
  test.each([
    { because: 'exact case', rule: { case: 'exact' }, text: 'Bis BIS bis', is: ['bis:Bis'] },
    {
      because: 'exact or capitals',
      rule: { case: 'upper' },
      text: 'Bis BIS bis',
      is: ['bis:Bis', 'bis:BIS'],
    },
    {
      because: 'near: in the sentence',
      rule: { near: ['export'] },
      text: `Bis ${'and so on '.repeat(30)} export.`,
      is: ['bis:Bis'],
    },
    {
      because: 'near: not in a far sentence',
      rule: { near: ['export'] },
      text: `Bis. ${'And so on. '.repeat(30)} Export.`,
      is: [],
    },
    {
      because: 'near: within 120 characters',
      rule: { near: ['export'] },
      text: 'Bis. Then an export.',
      is: ['bis:Bis'],
    },
    {
      because: 'near: a longer word is another word',
      rule: { near: ['export'] },
      text: 'Bis exporters',
      is: [],
    },
    { because: 'not near', rule: { notNear: ['bank'] }, text: 'Bis is a bank', is: [] },
    {
      because: 'near and not near: the nearest decides, each for its own',
      rule: { near: ['exporters'], notNear: ['app'] },
      text: 'Bis in the app and exporters hear of Bis',
      is: ['bis:Bis'],
    },
    {
      because: 'near and not near: as near is too near',
      rule: { near: ['exporters'], notNear: ['app'] },
      text: 'app Bis exporters',
      is: [],
    },
    {
      because: 'not before: across one space or hyphen',
      rule: { notBefore: ['zum Ende'] },
      text: 'Bis zum Ende, Bis-zum Ende, Bis zum',
      is: ['bis:Bis'],
    },
    { because: 'before', rule: { before: ['zum'] }, text: 'Bis zum, Bis dann', is: ['bis:Bis'] },
    { because: 'after', rule: { after: ['agency'] }, text: 'agency Bis, the Bis', is: ['bis:Bis'] },
    { because: 'not after', rule: { notAfter: ['the'] }, text: 'the Bis, a Bis', is: ['bis:Bis'] },
    {
      because: 'on the page, later',
      rule: { onPage: ['tariff'] },
      text: 'Bis.\n\nA tariff.',
      is: ['bis:Bis'],
    },
    { because: 'not on the page', rule: { onPage: ['tariff'] }, text: 'Bis.\n\nTariffs.', is: [] },
    {
      because: 'with a topic of another block',
      rule: { withTopic: ['huawei'] },
      text: 'Bis.\n\nHuawei.',
      is: ['bis:Bis', 'huawei:Huawei'],
    },
    {
      because: 'without that topic',
      rule: { withTopic: ['huawei'] },
      text: 'Bis.\n\nNvidia.',
      is: ['nvidia:Nvidia'],
    },
    {
      because: 'a short cue in capitals is not the pronoun',
      rule: { near: ['US'] },
      text: 'Bis told us',
      is: [],
    },
    {
      because: 'a short cue in capitals also stands with dots',
      rule: { near: ['US'] },
      text: 'Bis of the U.S. government',
      is: ['bis:Bis'],
    },
    { because: 'a term is not its own cue', rule: { near: ['Bis'] }, text: 'Bis', is: [] },
  ])('$because', ({ rule, text, is }) => {
    expect(found(ruled(rule), text)).toEqual(is);
  });

  test('a term that its rule refuses leaves room for a shorter one', () => {
    const topics = [
      makeTopic('city', { terms: [{ text: 'New York', near: ['mayor'] }] }),
      makeTopic('york', { terms: ['York'] }),
    ];
    expect(found(topics, 'New York')).toEqual(['york:York']);
    expect(found(topics, 'the mayor of New York')).toEqual(['city:New York']);
  });
});

describe('families', () => {
  const family = (slots: object[]) => [
    makeTopic('rules', { families: [{ lang: 'en', slots: slots as never }] }),
    ...names,
  ];
  test.each([
    {
      because: 'one phrase of each slot',
      slots: [['curbs', 'ban'], ['on'], ['exports', 'chip exports']],
      text: 'a ban on chip exports',
      is: ['rules:ban on chip exports'],
    },
    {
      because: 'maybe none, maybe several',
      slots: [['curbs'], { maybe: ['on', 'all'], upTo: 2 }, ['exports']],
      text: 'curbs exports, curbs on all exports, curbs on all on exports',
      is: ['rules:curbs exports', 'rules:curbs on all exports'],
    },
    {
      because: 'so many words of any kind',
      slots: [['curbs on'], { words: 2 }, ['exports']],
      text: 'curbs on new chip exports; curbs on a very new chip exports',
      is: ['rules:curbs on new chip exports'],
    },
    {
      because: 'none of the words that may not stand in a gap',
      slots: [['curbs'], { words: 3, but: ['hit', 'curbs'] }, ['exports']],
      text: 'curbs on tea hit exports; curbs curbs on exports',
      is: ['rules:curbs on exports'],
    },
    {
      because: 'what may not stand in one gap may stand in another',
      slots: [['ban'], { words: 1, but: ['tea'] }, ['on'], { words: 1 }, ['exports']],
      text: 'ban tea on exports; ban now on tea exports',
      is: ['rules:ban now on tea exports'],
    },
    {
      because: 'no comma within',
      slots: [['curbs on'], { words: 4 }, ['exports']],
      text: 'curbs on parking, not exports',
      is: [],
    },
    {
      because: 'possessives and initials within',
      slots: [['curbs on'], { words: 4 }, ['exports']],
      text: 'curbs on Japan’s U.S. exports',
      is: ['rules:curbs on Japan’s U.S. exports'],
    },
    {
      because: 'a listed word also counts as any word',
      slots: [['ban on'], { words: 2 }, ['exports', 'sales']],
      text: 'ban on sales exports',
      is: ['rules:ban on sales exports'],
    },
    {
      because: 'a character counts as a word in Chinese',
      slots: [['限制'], { words: 4 }, ['出口']],
      text: '限制高端芯片出口',
      is: ['rules:限制高端芯片出口'],
    },
    {
      because: 'a name inside a family is part of it',
      slots: [['ban on'], { words: 2 }, ['exports']],
      text: 'ban on Nvidia exports',
      is: ['rules:ban on Nvidia exports'],
    },
  ])('$because', ({ slots, text, is }) => {
    expect(found(family(slots), text)).toEqual(is);
  });
});

describe('loading', () => {
  test('bytes that are no index are refused', () => {
    expect(loadIndex(new Uint8Array(0))).toBeNull();
    expect(loadIndex(new Uint8Array(500))).toBeNull();
    const { bytes } = compileIndex(names);
    expect(loadIndex(bytes.slice(0, -1))).toBeNull();
  });

  test('an index of nothing finds nothing', () => {
    expect(found([], 'Huawei')).toEqual([]);
  });
});
