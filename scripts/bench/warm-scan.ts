/** The scan once the engine knows it: what reading a page again costs. */
import { toRatio } from './ratio.ts';
import { atLeast, atMost, plain } from './report.ts';
import type { Measurement } from './run.ts';

/** Ours against the floor, and everything against the bare walk, many times in one tab for each page. */
export const measureWarmScan: Measurement = async (run) => {
  const pages = await run.samples.warm();
  const ours = toRatio(pages, 'ours', 'units');
  const mark = toRatio(pages, 'mark', 'ours');
  const others = [
    ['ours', 'ours'],
    ['ours without matching (blocks read)', 'justRead'],
    ['floor', 'units'],
    [`one expression (${run.alternatives} terms)`, 'expression'],
    ['findAndReplaceDOMText, search only', 'finder'],
    ['mark.js, search only', 'mark'],
  ] as const;
  return [
    {
      title: `warm scan: ${pages.length} pages`,
      lines: [
        atMost('ours / floor (every unit outside script and style)', ours.median, ours.spread, 2),
        atLeast('mark.js with one expression / ours', mark.median, mark.spread, 8),
        ...others.map(([what, name]) => {
          const ratio = toRatio(pages, name, 'walk');
          return plain(`${what} / bare TreeWalker`, ratio.median, ratio.spread);
        }),
      ],
      notes: ['Median over pages, middle half of pages, ratio of sums. Stretch 1.3.'],
    },
  ];
};
