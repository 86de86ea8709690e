/** Whether the quiet defaults hold on real pages. */
import type { InPage } from './in-page/main.ts';
import { atMost, type Line, plain } from './report.ts';
import type { Measurement } from './run.ts';
import { median, sum, toSpread } from './statistics.ts';

/** Fewer words are no screen of text: one mention among five words would be a fifth. */
const LEAST_WORDS = 40;

/**
 * Share of painted words by screen, and paint where none may be: with the shipped terms, and, since hardly a page here
 * has one of those, with names that stand on the pages.
 */
export const measureQuiet: Measurement = async (run) => {
  const indexes = [run.shipped, run.named];
  const found = new Map(indexes.map(({ name }) => [name, [] as Painted[]]));
  for (const page of run.site.pages) {
    run.progress(`quiet, ${page.name}`);
    const tab = await run.lab.openTab(page.address);
    for (const { name } of indexes) {
      found.get(name)?.push({ page: page.name, ...(await tab.call('paintQuietly', name)) });
    }
    await tab.close();
  }
  return indexes.map(({ name, terms }) => ({
    title: `quiet: paint of a fresh install on ${run.site.pages.length} pages, ${terms.toLocaleString('en')} terms`,
    ...judge(found.get(name) as Painted[]),
  }));
};

type Painted = { page: string } & Awaited<ReturnType<InPage['paintQuietly']>>;

function judge(pages: Painted[]): { lines: Line[]; notes: string[] } {
  const screens = pages.flatMap(({ screens }) => screens);
  const wrong = pages.flatMap(({ page, wrong }) => wrong.map((said) => `${page}, ${said}`));
  const mentions = sum(pages.map(({ count }) => count));
  const pagesWithPaint = pages.filter(({ count }) => count > 0).length;
  const full = screens.filter(({ words }) => words >= LEAST_WORDS);
  const shares = full.map(({ painted, words }) => (100 * painted) / words);
  const painted = shares.filter((share) => share > 0);
  const lines = [
    plain(
      'mentions painted',
      mentions,
      `on ${pagesWithPaint} pages, ${painted.length} of ${full.length} screens`,
    ),
    atMost('painted words, the fullest screen', Math.max(...shares), '', 12, ' %'),
    ...(painted.length > 0
      ? [plain('painted words, screens with any', median(painted), toSpread(painted, ' %'), ' %')]
      : []),
    atMost('paint in navigation, header, footer, list of links', wrong.length, '', 0),
  ];
  return { lines, notes: [`Screens of fewer than ${LEAST_WORDS} words are left out.`, ...wrong] };
}
