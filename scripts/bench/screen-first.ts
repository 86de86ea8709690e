/** Whether what is on screen is painted before the rest. */
import { type Line, plain } from './report.ts';
import type { Measurement } from './run.ts';
import { largestPages } from './slices.ts';
import { median, toSpread, toText } from './statistics.ts';

/** On large pages that are scrolled to their middle. */
export const measureScreenFirst: Measurement = async (run) => {
  const lines: Line[] = [];
  const leftOut: string[] = [];
  for (const page of largestPages(run)) {
    run.progress(`screen first, ${page.name}`);
    const moments: number[] = [];
    const others: number[] = [];
    const ends: number[] = [];
    for (let round = 0; round < run.rounds; round++) {
      const tab = await run.lab.openTab(page.address);
      const { paints, endMs } = await tab.call('readFromMiddle', run.named.name);
      await tab.close();
      const onScreen = paints.filter(({ isOnScreen }) => isOnScreen).map(({ ms }) => ms);
      if (onScreen.length === 0) continue;
      const done = Math.max(...onScreen);
      const rest = paints.filter(({ isOnScreen }) => !isOnScreen);
      moments.push(done);
      ends.push(endMs);
      others.push((100 * rest.filter(({ ms }) => ms < done).length) / Math.max(rest.length, 1));
    }
    const spread = `${toSpread(moments, ' ms')}; all after ${toText(median(ends))} ms; ${toText(median(others))} % of the rest before it`;
    if (moments.length > 0) lines.push(plain(page.name, median(moments), spread, ' ms'));
    else leftOut.push(page.name);
  }
  return [
    {
      title: 'screen first: until all of the screen is painted, on large pages scrolled to their middle',
      lines,
      notes: [
        `Every mention of ${run.named.terms.toLocaleString('en')} terms is painted, among them names that stand on these pages.`,
        ...leftOut.map((name) => `Left out: ${name}, no mention on its middle screen.`),
      ],
    },
  ];
};
