/** What a hundred thousand terms cost against the shipped ones, on the same pages in the same run. */
import { toRatio } from './ratio.ts';
import { atMost, plain } from './report.ts';
import type { Measurement } from './run.ts';

const BAR = 1.2;

/** The scan with both indexes, cold and warm. */
export const measureTermCount: Measurement = async (run) => {
  const [cold, warm] = [await run.samples.cold(), await run.samples.warm()];
  const lines = [cold, warm].flatMap((samples) => {
    const [whole, size] = [toRatio(samples, 'large', 'ours'), toRatio(samples, 'large', 'named')];
    const when = samples === cold ? 'cold' : 'warm';
    return [
      atMost(when, whole.median, whole.spread, BAR),
      plain(`${when}: of it for the number alone`, size.median, size.spread),
    ];
  });
  const { terms } = run.large;
  return [
    {
      title: `number of terms: ${terms.toLocaleString('en')} against ${run.shipped.terms}, scan time on the same pages`,
      lines,
      notes: [
        'Without the time in which parts of the index are read: see index read.',
        'Of the many terms 3,000 are names that stand on these pages; for the number alone: against the shipped terms and the same names.',
      ],
    },
  ];
};
