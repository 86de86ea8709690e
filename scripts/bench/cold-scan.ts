/** The first scan that a tab makes: what a page visit pays. */
import { toRatio } from './ratio.ts';
import { atMost, type Line, plain } from './report.ts';
import type { Measurement, PageSamples } from './run.ts';
import { median, sum, toText } from './statistics.ts';

const BAR = 2.5;
const STRETCH = 1.7;

/** Ours against the floor, and everything against the bare walk, in tabs that never scanned before. */
export const measureColdScan: Measurement = async (run) => {
  const pages = await run.samples.cold();
  const read = sum(pages.map(({ readUnits }) => readUnits)) / sum(pages.map(({ units }) => units));
  return [
    {
      title: `cold scan: ${pages.length} pages, ${run.rounds} tabs each, ${run.shipped.terms} terms and families with ${run.shipped.cues} cues`,
      lines: [
        bar(pages, 'ours / floor of all text outside script and style', 'encode'),
        bar(pages, 'ours / floor of the text that we read, told where it is', 'encodeOurs'),
        against(pages, 'ours', 'ours'),
        against(pages, 'ours without matching (blocks read)', 'justRead'),
        against(pages, 'floor', 'encode'),
        against(pages, 'floor, told where our text is', 'encodeOurs'),
        against(pages, `one expression (${run.alternatives} terms)`, 'expression'),
        against(pages, 'findAndReplaceDOMText, search only', 'finder'),
        against(pages, 'mark.js, search only', 'mark'),
      ],
      notes: [
        `Median over pages, middle half of pages, ratio of sums. Stretch ${STRETCH}. We read ${Math.round(read * 100)} % of the pages' units.`,
        `One scan of ours, milliseconds by page: median ${toText(median(medians(pages)))}, most ${toText(Math.max(...medians(pages)))}.`,
      ],
    },
  ];
};

function bar(pages: PageSamples[], figure: string, floor: string): Line {
  const ratio = toRatio(pages, 'ours', floor);
  return atMost(figure, ratio.median, ratio.spread, BAR);
}

function against(pages: PageSamples[], what: string, name: string): Line {
  const ratio = toRatio(pages, name, 'walk');
  return plain(`${what} / bare TreeWalker`, ratio.median, ratio.spread);
}

function medians(pages: PageSamples[]): number[] {
  return pages.map(({ samples }) => median(samples.get('ours') ?? []));
}
