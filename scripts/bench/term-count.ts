/** What a hundred thousand terms cost against the shipped ones, on the same pages in the same run. */
import { toRatio } from './ratio.ts';
import { atMost } from './report.ts';
import type { Measurement } from './run.ts';

const BAR = 1.2;

/** The scan with both indexes, cold and warm. */
export const measureTermCount: Measurement = async (run) => {
  const cold = toRatio(await run.samples.cold(), 'large', 'ours');
  const warm = toRatio(await run.samples.warm(), 'large', 'ours');
  const { terms } = run.large;
  return [
    {
      title: `number of terms: ${terms.toLocaleString('en')} against ${run.shipped.terms}, scan time on the same pages`,
      lines: [atMost('cold', cold.median, cold.spread, BAR), atMost('warm', warm.median, warm.spread, BAR)],
      notes: ['Both without the time in which parts of the index are read: see index read.'],
    },
  ];
};
