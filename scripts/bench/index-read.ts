/** What it costs to bring the index into a page: printed apart from the scan. */
import type { IndexRead } from './in-page/read-index.ts';
import type { BenchPage } from './pages.ts';
import { atMost, plain } from './report.ts';
import type { Measurement } from './run.ts';
import { median, toSpread, toText } from './statistics.ts';

const PAGES = 24;
const PLAIN_STRING_KB = 300;
const INDEXES = ['shipped', 'large', 'largeNamed'] as const;

/** Readings in fresh tabs, in turn. */
export const measureIndexRead: Measurement = async (run) => {
  const plainString: number[] = [];
  const settings: number[] = [];
  const reads = Object.fromEntries(INDEXES.map((index) => [index, [] as IndexRead[]])) as Record<
    (typeof INDEXES)[number],
    IndexRead[]
  >;
  const pages = spread(run.site.pages);
  for (const [at, { address }] of pages.entries()) {
    run.progress(`reading of the index, page ${at + 1}`);
    const ways = ['plain', 'settings', ...INDEXES] as const;
    for (const way of at % 2 ? ways : ways.toReversed()) {
      const { name, inUse } = run[way === 'plain' || way === 'settings' ? 'shipped' : way];
      await run.lab.store(inUse);
      const tab = await run.lab.openTab(address);
      if (way === 'plain') plainString.push(await tab.call('timePlainRead'));
      else if (way === 'settings') settings.push(await tab.call('timeSettingsRead', name));
      else reads[way].push(await tab.call('timeIndexRead', name));
      await tab.close();
    }
  }
  const [bare, known] = [median(plainString), median(settings)];
  const many = run.large.terms.toLocaleString('en');
  const titles = {
    shipped: 'shipped index',
    large: `${many} terms`,
    largeNamed: `${many} terms, of which ${(run.named.terms - run.shipped.terms).toLocaleString('en')} stand on the pages`,
  };
  const lines = INDEXES.map((way) => {
    const name = titles[way];
    const all = reads[way].map(({ firstMs, partsMs }) => firstMs + partsMs - known);
    const ratios = all.map((ms, at) => ms / (plainString[at] as number));
    const firsts = median(reads[way].map(({ firstMs }) => firstMs - known));
    const parts = reads[way].map(({ parts }) => parts);
    return [
      atMost(`${name} / one string of ${PLAIN_STRING_KB} KB`, median(all) / bare, toSpread(ratios), 1.5),
      plain(
        name,
        median(all),
        `${toSpread(all, ' ms')}; first part ${toText(firsts)} ms; cold parts read: ${toSpread(parts)} of ${run[way].parts}`,
        ' ms',
      ),
      atMost(
        `${name}: first part`,
        run[way].firstBytes / 1_000,
        `stored ${toText(run[way].storedFirst / 1_000)} KB; all parts ${toText(run[way].storedAll / 1_000)} KB`,
        400,
        ' KB',
      ),
    ];
  });
  return [
    {
      title: `index read: ${pages.length} pages spread over the list by size, a tab for each reading`,
      lines: [
        ...lines.flat(),
        plain(`string of ${PLAIN_STRING_KB} KB`, bare, toSpread(plainString, ' ms'), ' ms'),
        plain('settings without an index', known, toSpread(settings, ' ms'), ' ms'),
      ],
      notes: [
        'From the call to an index ready to scan, and again for the parts that the page then asks for; the first call to the storage of the tab was made before.',
        'The first part comes along with the settings, without which no page is read: what these cost alone is taken off.',
      ],
    },
  ];
};

function spread(pages: BenchPage[]): BenchPage[] {
  const bySize = pages.toSorted((a, b) => a.html.length - b.html.length);
  const step = Math.max(1, Math.floor(bySize.length / PAGES));
  return bySize.filter((_, at) => at % step === 0);
}
