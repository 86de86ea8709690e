import { describe, expect, it } from 'vitest';
import { searchTopics } from '@/lib/packs/search-topics';
import { makeTopic } from '@/tests/builders';

const en = (text: string) => ({ text, lang: 'en' });
const zh = (text: string) => ({ text, lang: 'zh' });

const topics = [
  makeTopic({ id: 'ascend-950', names: [en('Ascend 950'), zh('昇腾950')], terms: [en('950PR')] }),
  makeTopic({ id: 'ascend', names: [en('Ascend'), zh('昇腾')], terms: [en('Huawei Ascend')] }),
  makeTopic({ id: 'huawei', names: [en('Huawei'), zh('华为')], terms: [en('Huawei Technologies')] }),
  makeTopic({
    id: 'us-chip-export-controls',
    names: [en('Chip export controls'), zh('芯片出口管制')],
    terms: [en('EAR')],
  }),
  makeTopic({ id: 'atlas', names: [en('Atlas 950 SuperPoD')], terms: [] }),
];

describe('searchTopics', () => {
  it.each([
    {
      query: 'ascend',
      ids: ['ascend', 'ascend-950'],
      because: 'the whole name comes before one that begins with it',
    },
    { query: 'huawei', ids: ['huawei', 'ascend'], because: 'a name comes before an alias' },
    { query: '950', ids: ['ascend-950', 'atlas'], because: 'equal ones stay in their order' },
    { query: '950pr', ids: ['ascend-950'], because: 'an alias is found in any case' },
    { query: '华为', ids: ['huawei'], because: 'names are found in every language' },
    { query: '出口管制', ids: ['us-chip-export-controls'], because: 'Chinese needs no spaces' },
    { query: '昇腾９５０', ids: ['ascend-950'], because: 'wide digits are digits' },
    { query: 'export-controls', ids: ['us-chip-export-controls'], because: 'a hyphen is a space' },
    { query: 'controls chip', ids: ['us-chip-export-controls'], because: 'words count in any order' },
    { query: 'superpod', ids: ['atlas'], because: 'a later word begins so' },
    { query: '  ', ids: [], because: 'a blank query asks nothing' },
    { query: 'qualcomm', ids: [], because: 'no topic has that name' },
  ])('finds $ids for "$query": $because', ({ query, ids }) => {
    expect(searchTopics(topics, query).map((topic) => topic.id)).toEqual(ids);
  });
});
