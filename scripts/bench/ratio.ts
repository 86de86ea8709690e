/** Ratios between two things sampled on the same pages. */
import type { PageSamples } from './run.ts';
import { median, quantile, sum, toText } from './statistics.ts';

/** One against the other: for each page the ratio of its medians, and the ratio of all pages' sums. */
export type Ratio = { median: number; ofSums: number; spread: string; pages: number };

/** How many times `below` goes into `above`. Pages without both are left out. */
export function toRatio(pages: readonly PageSamples[], above: string, below: string): Ratio {
  const pairs = pages.flatMap(({ samples }) => {
    const [over, under] = [samples.get(above), samples.get(below)];
    return over?.length && under?.length ? [[median(over), median(under)] as const] : [];
  });
  const ratios = pairs.map(([over, under]) => over / under);
  const ofSums = sum(pairs.map(([over]) => over)) / sum(pairs.map(([, under]) => under));
  const [low, high] = [quantile(ratios, 0.25), quantile(ratios, 0.75)];
  return {
    median: median(ratios),
    ofSums,
    spread: `${toText(low)} to ${toText(high)}; sums ${toText(ofSums)}`,
    pages: pairs.length,
  };
}
