import { describe, expect, it } from 'vitest';
import { compileIndex } from '@/lib/detect/compile-index';
import { findMentions } from '@/lib/detect/find-mentions';
import { loadWhole } from '@/lib/detect/load-whole';
import { readShippedTopics } from '@/scripts/packs/read-shipped';

const index = loadWhole(compileIndex(readShippedTopics()));

/** Mentions as "text=topic", of the topics about Huawei and its products. */
function mentionsIn(text: string): string[] {
  const ours = new Set(['huawei', 'ascend', 'systems', 'software', 'events']);
  return findMentions(index, text)
    .filter(({ group, topic }) => ours.has(group) && topic !== 'cuda' && topic !== 'xi-trump-call-2025-09')
    .map(({ start, end, topic }) => `${text.slice(start, end)}=${topic}`);
}

const CASES: { text: string; mentions: string[]; because: string }[] = [
  {
    text: 'Huawei Ascend 910C systems compete with Nvidia H20.',
    mentions: ['Huawei=huawei', 'Ascend 910C=ascend-910c'],
    because: 'maker and product are two mentions',
  },
  {
    text: 'Huawei’s Ascend 950 series has two versions, 950PR and 950DT.',
    mentions: ['Huawei=huawei', 'Ascend 950=ascend-950', '950PR=ascend-950', '950DT=ascend-950'],
    because: 'no possessive, no "series"; bare models beside the name',
  },
  {
    text: 'The Ascend-950DT and the Ascend950PR of Huawei',
    mentions: ['Ascend-950DT=ascend-950', 'Ascend950PR=ascend-950', 'Huawei=huawei'],
    because: 'joined by hyphen or by nothing',
  },
  {
    text: 'Part number 910C fits this pump; so does 950PR.',
    mentions: [],
    because: 'a model number alone names nothing',
  },
  {
    text: 'Huawei will sell its Ascend AI chips abroad.',
    mentions: ['Huawei=huawei', 'Ascend=ascend'],
    because: 'the line without a model',
  },
  {
    text: 'Support for vLLM Ascend landed together with MindIE.',
    mentions: ['Ascend=ascend'],
    because: 'software cues stand for Huawei',
  },
  {
    text: 'Rivals such as Huawei Ascend 910B, Ascend 960 and Ascend 970',
    mentions: ['Huawei=huawei', 'Ascend 910B=ascend-910b', 'Ascend 960=ascend-960', 'Ascend 970=ascend-970'],
    because: 'each model opens a card of its own',
  },
  {
    text: 'We ascend 950 metres while Huawei phones lose the network.',
    mentions: ['Huawei=huawei'],
    because: 'the verb before a height',
  },
  {
    text: 'Ascend Learning, an education firm, uses AI chips by Huawei.',
    mentions: ['Huawei=huawei'],
    because: 'another firm',
  },
  { text: 'Ascend Federal Credit Union opened a branch.', mentions: [], because: 'another firm' },
  {
    text: 'The Huawei Ascend P7 has a quad-core processor; the Ascend Mate 7 a larger screen.',
    mentions: ['Huawei=huawei'],
    because: 'old phones are Huawei but not the AI line',
  },
  {
    text: '华为昇腾950PR将于2026年推出，昇腾910C已量产。',
    mentions: ['华为=huawei', '昇腾950PR=ascend-950', '昇腾910C=ascend-910c'],
    because: 'Chinese needs no word boundary',
  },
  {
    text: '其中华为占比最高，昇腾芯片供不应求。',
    mentions: ['华为=huawei', '昇腾=ascend'],
    because: 'the name after 中',
  },
  { text: '热气昇腾，锅里的汤滚了。', mentions: [], because: 'the verb' },
  { text: '熱氣昇騰的小籠包', mentions: [], because: 'the verb in traditional characters' },
  {
    text: '華為（Huawei）發表昇騰950晶片',
    mentions: ['華為=huawei', 'Huawei=huawei', '昇騰950=ascend-950'],
    because: 'both scripts count',
  },
  {
    text: '화웨이의 어센드 950은 2026년에 나온다.',
    mentions: ['화웨이=huawei', '어센드 950=ascend-950'],
    because: 'Korean particles stay outside',
  },
  {
    text: 'At Huawei Connect 2025 in Shanghai the Atlas 950 SuperPoD and CloudMatrix 384 were on show.',
    mentions: [
      'Huawei=huawei',
      'Connect 2025=huawei-connect-2025',
      'Atlas 950 SuperPoD=atlas-950-superpod',
      'CloudMatrix 384=cloudmatrix-384',
    ],
    because: 'the maker stays a mention of its own',
  },
  {
    text: 'At Huawei Connect 2018 in Shanghai',
    mentions: ['Huawei=huawei'],
    because: 'another year of the series',
  },
  {
    text: 'CANN is Huawei’s counterpart to CUDA.',
    mentions: ['CANN=cann', 'Huawei=huawei'],
    because: 'capitals and a cue',
  },
  { text: 'Dr Rebecca Cann met Huawei staff.', mentions: ['Huawei=huawei'], because: 'a surname' },
  { text: 'Run npu-smi from /usr/local/huawei or mail info@huawei.com.', mentions: [], because: 'addresses' },
];

describe('terms of the Huawei topics', () => {
  it.each(CASES)('$text: $because', ({ text, mentions }) => {
    expect(mentionsIn(text)).toEqual(mentions);
  });
});
