/** What it takes to find 200 notes again on the largest page, in a content script's world. */
import { describeSpan } from '@/lib/anchor/describe';
import { toSelectors } from '@/lib/anchor/to-selectors';
import type { Selectors } from '@/lib/model/note';
import { openLab } from '../bench/lab.ts';
import { servePages } from '../bench/pages.ts';
import { createRandom, pick } from '../bench/random.ts';
import { atMost, plain, type Section } from '../bench/report.ts';
import { median, quantile, sum, toSpread } from '../bench/statistics.ts';

const NOTES = 200;
const FUZZY = 20;
const LONGEST = 400;
/** Tabs of each kind: a tab anchors once, with cold code, as when a page is opened. */
const TABS = 9;

/** Times the page of that name, in fresh tabs: all quotes as they stand, and 20 of them changed in every tenth word. */
export async function timeAnchoring(folder: string, name: string, seed: number): Promise<Section> {
  const site = await servePages(folder, {}, [], null);
  const lab = await openLab();
  try {
    const address = site.pages.find((page) => page.name === name)?.address as string;
    const first = await lab.openTab(address);
    const text = await first.call('readText');
    await first.close();
    const exact = selectByChance(text, seed);
    const fuzzy = exact.map((selectors, at) =>
      at % (NOTES / FUZZY) ? selectors : changeWords(selectors, seed + at),
    );
    const runs: Record<'exact' | 'fuzzy', number[][]> = { exact: [], fuzzy: [] };
    let least = NOTES;
    for (let tabs = 0; tabs < TABS; tabs++) {
      for (const [kind, selectors] of [
        ['exact', exact],
        ['fuzzy', fuzzy],
      ] as const) {
        const tab = await lab.openTab(address);
        const { ms, count } = await tab.call('anchorInSlices', selectors);
        runs[kind].push(ms);
        least = Math.min(least, count);
        await tab.close();
      }
    }
    const totals = { exact: runs.exact.map(sum), fuzzy: runs.fuzzy.map(sum) };
    const longest = [...runs.exact, ...runs.fuzzy].map((slices) => Math.max(...slices));
    return {
      title: `time: ${NOTES} notes on ${name} (${text.length} units), ${TABS} fresh tabs of each kind`,
      lines: [
        plain('all word for word', median(totals.exact), toSpread(totals.exact, ' ms'), ' ms'),
        plain(`${FUZZY} of them changed`, median(totals.fuzzy), toSpread(totals.fuzzy, ' ms'), ' ms'),
        atMost('changed / word for word', median(totals.fuzzy) / median(totals.exact), '', 3),
        atMost('longest slice, worst of all tabs', quantile(longest, 1), toSpread(longest, ' ms'), 12, ' ms'),
      ],
      notes: [`At least ${least} of ${NOTES} were found.`],
    };
  } finally {
    await lab.close();
    await site.close();
  }
}

function selectByChance(text: string, seed: number): Selectors[] {
  const random = createRandom(seed);
  return Array.from({ length: NOTES }, () => {
    let [start, end] = [0, 0];
    // White space alone is no quote.
    while (!text.slice(start, end).trim()) {
      start = Math.floor(random() * (text.length - LONGEST));
      end = start + Math.floor(LONGEST * (0.1 + random() * 0.9));
    }
    return toSelectors(describeSpan(text, start, end, text.slice(start, end)));
  });
}

/** The selectors of a quote in which every tenth word was another. */
function changeWords({ quote, position, ...rest }: Selectors, seed: number): Selectors {
  const random = createRandom(seed);
  const words = quote.exact.split(' ');
  const changed = words.map((word, at) => (at % 10 === 5 ? `${pick(random, words)}x` : word));
  return {
    quote: { ...quote, exact: changed.join(' ') },
    position: { ...position, start: position.start + 400, end: position.end + 400 },
    ...rest,
  };
}
