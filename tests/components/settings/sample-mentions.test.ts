import { expect, it } from 'vitest';
import { sampleMentions } from '@/components/settings/sample-mentions';

const SAMPLE = ['[huawei|Huawei] and [other|CANN], [huawei|Huawei].', '[other|CANN] of [huawei|Huawei]'];

const underlined = (density: 'calm' | 'first' | 'all') =>
  sampleMentions(SAMPLE, density).map((runs) => runs.filter((run) => run.group).map((run) => run.text));

it.each([
  { density: 'calm' as const, painted: [['Huawei', 'CANN'], ['Huawei']] },
  { density: 'first' as const, painted: [['Huawei', 'CANN'], []] },
  {
    density: 'all' as const,
    painted: [
      ['Huawei', 'CANN', 'Huawei'],
      ['CANN', 'Huawei'],
    ],
  },
])('underlines with $density what a page would have underlined', ({ density, painted }) => {
  expect(underlined(density)).toEqual(painted);
});

it('keeps every letter of the sample but the marks', () => {
  const texts = sampleMentions(SAMPLE, 'calm').map((runs) => runs.map((run) => run.text).join(''));
  expect(texts).toEqual(['Huawei and CANN, Huawei.', 'CANN of Huawei']);
});
