import { describe, expect, it } from 'vitest';
import { compileIndex } from '@/lib/detect/compile-index';
import { loadWhole } from '@/lib/detect/load-whole';
import { compilePublication } from '@/lib/packs/compile-publication';
import { loadPublished } from '@/lib/packs/load-published';
import { lookUp } from '@/lib/packs/look-up';
import { publishIndex } from '@/lib/packs/publish-index';
import { makeTopic } from '../../builders';

const topics = [
  makeTopic({ id: 'huawei' }),
  makeTopic({
    id: 'ascend-950',
    names: [
      { text: 'Ascend 950', lang: 'en' },
      { text: '昇腾950', lang: 'zh' },
    ],
    terms: [
      { text: 'Ascend 950', lang: 'en' },
      { text: '950PR', lang: 'en' },
    ],
  }),
];
const index = loadWhole(compileIndex(topics));

describe('what a selection means', () => {
  it.each([
    { text: ' HUAWEI\n', id: 'huawei', because: 'case and space make no difference' },
    { text: '昇腾950', id: 'ascend-950', because: 'it is a name in another language' },
    { text: '950pr', id: 'ascend-950', because: 'it is a term' },
    { text: 'the Ascend 950 that Huawei sells', id: 'ascend-950', because: 'it is mentioned first' },
    { text: 'nothing of ours', id: null, because: 'nothing is mentioned' },
    { text: '  ', id: null, because: 'nothing is selected' },
  ])('"$text" means $id: $because', ({ text, id }) => {
    expect(lookUp(text, topics, index)).toBe(id);
  });

  it('is told by names alone where no index is installed', () => {
    expect(lookUp('Huawei', topics, null)).toBe('huawei');
    expect(lookUp('what Huawei sells', topics, null)).toBeNull();
  });
});

describe('the index in use', () => {
  it('is found again whole', async () => {
    expect(await loadPublished()).toBeNull();
    await publishIndex(await compilePublication(topics), 'test 1.0.0');
    expect(lookUp('what Huawei sells', topics, await loadPublished())).toBe('huawei');
  });
});
