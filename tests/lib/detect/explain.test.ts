import { expect, test } from 'vitest';
import { compileIndex } from '@/lib/detect/compile-index';
import { explainMentions } from '@/lib/detect/explain';
import { loadWhole } from '@/lib/detect/load-whole';
import { makeTopic } from './make-topic';

const compiled = compileIndex([
  makeTopic('ascend', {
    terms: [{ text: 'Ascend', case: 'exact', near: ['Huawei', 'NPU'], notBefore: ['Learning'] }],
  }),
  makeTopic('rules', {
    terms: ['export controls'],
    regimes: [{ id: 'us', topic: 'us', name: 'US', imposers: ['US'], goods: ['chips'] }],
  }),
  makeTopic('us', {}),
]);
const index = loadWhole(compiled);

test('each match has the rule that kept or refused it, each regime the level and cues that decided', () => {
  const text =
    'Ascend and ascend.\n\nAscend of Huawei, Ascend Learning.\n\nUS export controls, ascend@example.org';
  expect(explainMentions(index, compiled.cueTexts, text).verdicts).toEqual([
    {
      start: 0,
      end: 6,
      text: 'Ascend',
      topic: 'ascend',
      kept: false,
      refused: 'near',
      rule: { near: ['Huawei', 'NPU'] },
    },
    {
      start: 11,
      end: 17,
      text: 'ascend',
      topic: 'ascend',
      kept: false,
      refused: 'case',
      rule: { text: 'Ascend' },
    },
    {
      start: 20,
      end: 26,
      text: 'Ascend',
      topic: 'ascend',
      kept: true,
      opens: 'ascend',
      rule: { text: 'Ascend', near: ['Huawei'], notBefore: ['Learning'] },
    },
    {
      start: 38,
      end: 44,
      text: 'Ascend',
      topic: 'ascend',
      kept: false,
      refused: 'notBefore',
      rule: { notBefore: ['Learning'] },
    },
    {
      start: 59,
      end: 74,
      text: 'export controls',
      topic: 'rules',
      kept: true,
      opens: 'us',
      regime: { id: 'us', level: 'phrase', cues: ['US'] },
    },
    { start: 76, end: 82, text: 'ascend', topic: 'ascend', kept: false, refused: 'prose' },
  ]);
});
