/** What a hundred thousand terms cost against the shipped ones, on the same pages in the same run. */
import { toRatio } from './ratio.ts';
import { atMost, plain } from './report.ts';
import type { Measurement } from './run.ts';

const BAR = 1.2;

/** The scan with both indexes, cold and warm, where the pages find the same in both; and what it costs to find more. */
export const measureTermCount: Measurement = async (run) => {
  const [cold, warm] = [await run.samples.cold(), await run.samples.warm()];
  const names = (run.named.terms - run.shipped.terms).toLocaleString('en');
  const lines = [cold, warm].flatMap((samples) => {
    const size = toRatio(samples, 'large', 'ours');
    const [hit, more] = [toRatio(samples, 'largeNamed', 'named'), toRatio(samples, 'largeNamed', 'ours')];
    const when = samples === cold ? 'cold' : 'warm';
    return [
      atMost(`${when}: names that nobody has`, size.median, size.spread, BAR),
      atMost(`${when}: ${names} of them stand on the pages, in both`, hit.median, hit.spread, BAR),
      plain(`${when}: these stand on the pages, in the large one alone`, more.median, more.spread),
    ];
  });
  return [
    {
      title: `number of terms: ${run.large.terms.toLocaleString('en')} against ${run.shipped.terms}, scan time on the same pages`,
      lines,
      notes: [
        'Without the time in which parts of the index are read: see index read.',
        'In the last line of each kind the large index finds, judges and hands out the mentions of names that the other does not have.',
      ],
    },
  ];
};
