/** Whether the quiet defaults hold on real pages. */
import type { Screen } from './in-page/quiet.ts';
import { atMost, plain } from './report.ts';
import type { Measurement } from './run.ts';
import { median, quantile, toSpread } from './statistics.ts';

/** Fewer words are no screen of text: one mention among five words would be a fifth. */
const LEAST_WORDS = 40;

/** Share of painted words by screen, and paint where none may be. */
export const measureQuiet: Measurement = async (run) => {
  const screens: Screen[] = [];
  const wrong: string[] = [];
  let pagesWithPaint = 0;
  for (const page of run.site.pages) {
    run.progress(`quiet, ${page.name}`);
    const tab = await run.lab.openTab(page.address);
    const found = await tab.call('paintQuietly', 'shipped');
    await tab.close();
    screens.push(...found.screens);
    wrong.push(...found.wrong.map((said) => `${page.name}, ${said}`));
    if (found.screens.some(({ painted }) => painted > 0)) pagesWithPaint++;
  }
  const full = screens.filter(({ words }) => words >= LEAST_WORDS);
  const shares = full.map(({ painted, words }) => (100 * painted) / words);
  const painted = shares.filter((share) => share > 0);
  return [
    {
      title: `quiet: paint of a fresh install on ${run.site.pages.length} pages, ${full.length} screens of ${LEAST_WORDS} words or more`,
      lines: [
        atMost('painted words, the fullest screen', quantile(shares, 1), '', 12, ' %'),
        plain('painted words, screens with any', median(painted), toSpread(painted, ' %'), ' %'),
        plain('screens with any', painted.length, `on ${pagesWithPaint} pages`),
        atMost('paint in navigation, header, footer, list of links', wrong.length, '', 0),
      ],
      notes: wrong,
    },
  ];
};
