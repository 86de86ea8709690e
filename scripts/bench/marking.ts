/** What marks cost the page, script, style and layout together: painted as we do it, and as spans around the words. */
import type { CDPSession } from 'puppeteer-core';
import type { Marking } from './in-page/made-marks.ts';
import type { BenchPage } from './pages.ts';
import { atMost, type Line, plain } from './report.ts';
import type { Measurement, Run } from './run.ts';
import { median, sum, toSpread, toText } from './statistics.ts';

/** How many words are marked, and the most that painting may cost of what spans cost. */
const BARS = [
  { count: 1_000, bar: 1 / 15 },
  { count: 200, bar: 1 / 10 },
];

const NAMES: Record<Marking, string> = {
  paint: 'painted',
  bare: "by the platform's calls alone",
  spans: 'in spans',
};

/** Milliseconds of script, and of style and layout until the marks are drawn. */
type Cost = { script: number; layout: number };
type Costs = Record<Marking, Cost>;

/** The same words of each page marked in each way, in tabs of their own. */
export const measureMarking: Measurement = async (run) => {
  const lines: Line[] = [];
  const notes: string[] = [];
  for (const { count, bar } of BARS) {
    const sampled: Costs[] = [];
    const leftOut: string[] = [];
    for (const page of run.site.pages) {
      run.progress(`marking ${count} words, ${page.name}`);
      const costs = await sampleMarking(run, page, count);
      if (costs) sampled.push(costs);
      else leftOut.push(page.name);
    }
    const spans = sampled.map((costs) => toTotal(costs, 'spans'));
    const againstSpans = (marking: Marking) => {
      const totals = sampled.map((costs) => toTotal(costs, marking));
      const ratios = totals.map((ms, at) => ms / (spans[at] as number));
      return {
        figure: median(ratios),
        spread: `${toSpread(ratios)}; sums ${toText(sum(totals) / sum(spans))}`,
      };
    };
    const paint = againstSpans('paint');
    const bare = againstSpans('bare');
    lines.push(
      atMost(`${count} words, painted / in spans`, paint.figure, paint.spread, Number(bar.toPrecision(2))),
      plain(`${count} words, the platform's calls alone / in spans`, bare.figure, bare.spread),
    );
    for (const [marking, name] of Object.entries(NAMES) as [Marking, string][]) {
      const totals = sampled.map((costs) => toTotal(costs, marking));
      const of = (part: keyof Cost) => toText(median(sampled.map((costs) => costs[marking][part])));
      const parts = `${toSpread(totals, ' ms')}; script ${of('script')}, style and layout ${of('layout')}`;
      lines.push(plain(`${count} words, ${name}`, median(totals), parts, ' ms'));
    }
    notes.push(
      `${count} words: ${sampled.length} pages. Left out, since they have fewer words: ${leftOut.join(', ') || 'none'}.`,
    );
  }
  return [{ title: 'marking: script, style and layout, one tab for each page and way', lines, notes }];
};

function toTotal(costs: Costs, marking: Marking): number {
  return costs[marking].script + costs[marking].layout;
}

async function sampleMarking(run: Run, page: BenchPage, count: number): Promise<Costs | null> {
  const costs: Partial<Costs> = {};
  for (const marking of Object.keys(NAMES) as Marking[]) {
    const tab = await run.lab.openTab(page.address);
    await tab.call('untilDrawn');
    const session = await tab.page.createCDPSession();
    await session.send('Performance.enable');
    const before = await readLayoutMs(session);
    // The same wait with nothing done: some pages are styled anew in each frame.
    await tab.call('untilDrawn');
    const began = await readLayoutMs(session);
    const script = await tab.call('markWords', count, marking);
    await tab.call('untilDrawn');
    const layout = (await readLayoutMs(session)) - began - (began - before);
    await tab.close();
    if (script === null) return null;
    costs[marking] = { script, layout: Math.max(layout, 0) };
  }
  return costs as Costs;
}

async function readLayoutMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const seconds = metrics
    .filter(({ name }) => name === 'LayoutDuration' || name === 'RecalcStyleDuration')
    .map(({ value }) => value);
  return sum(seconds) * 1_000;
}
