/** Whether a page feels us: the longest slice of work on the largest pages. */
import type { BenchPage } from './pages.ts';
import { atMost, type Line, plain } from './report.ts';
import type { Measurement, Run } from './run.ts';
import { median, quantile, sum, toSpread, toText } from './statistics.ts';

const LARGEST = 6;
/** Tabs for each page and round: the worst of few says little. */
const TABS_PER_ROUND = 3;

/** The pages with the most text outside script and style, the largest first. */
export function largestPages({ site }: Run): BenchPage[] {
  const sizes = site.pages.map((page) => ({ page, size: textLength(page.html) }));
  return sizes
    .toSorted((a, b) => b.size - a.size)
    .slice(0, LARGEST)
    .map(({ page }) => page);
}

function textLength(html: string): number {
  return html.replace(/<(script|style|noscript)[\s\S]*?<\/\1>|<[^>]*>/gi, '').length;
}

/** The first reading of the largest pages, cut into slices. */
export const measureSlices: Measurement = async (run) => {
  const lines: Line[] = [];
  const longest: number[] = [];
  for (const page of largestPages(run)) {
    run.progress(`slices, ${page.name}`);
    const here: number[][] = [];
    for (let tabs = 0; tabs < run.rounds * TABS_PER_ROUND; tabs++) {
      const tab = await run.lab.openTab(page.address);
      here.push(await tab.call('readInSlices', 'shipped'));
      await tab.close();
    }
    const each = here.map((slices) => Math.max(...slices));
    longest.push(...each);
    const total = median(here.map(sum));
    const spread = `${toSpread(each)}; ${toText(median(here.map((slices) => slices.length)))} slices, ${toText(total)} ms in all`;
    lines.push(plain(`longest slice, ${page.name}`, median(each), spread, ' ms'));
  }
  return [
    {
      title: `slices: the ${LARGEST} largest pages, ${run.rounds * TABS_PER_ROUND} tabs each, from the first unit to the last paint`,
      lines: [
        atMost('longest slice, median of all tabs', median(longest), toSpread(longest, ' ms'), 6, ' ms'),
        atMost('longest slice, worst of all tabs', quantile(longest, 1), '', 12, ' ms'),
        ...lines,
      ],
      notes: [],
    },
  ];
};
