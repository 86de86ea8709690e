/** What it costs to bring the index into a page: printed apart from the scan. */
import { atMost, plain } from './report.ts';
import type { Measurement } from './run.ts';
import { median, toSpread } from './statistics.ts';

/** Pages are of no matter here: a few are enough to have a tab for each sample. */
const TABS = 24;
const PLAIN_STRING_KB = 300;

/** Readings in fresh tabs, in turn. */
export const measureIndexRead: Measurement = async (run) => {
  const ways = [null, 'shipped', 'large'] as const;
  const times = new Map<string | null, number[]>(ways.map((way) => [way, []]));
  for (let at = 0; at < TABS; at++) {
    run.progress(`reading of the index, tab ${at + 1}`);
    const page = run.site.pages[at % run.site.pages.length];
    for (const way of at % 2 ? ways : ways.toReversed()) {
      const tab = await run.lab.openTab(page?.address as string);
      times.get(way)?.push(await tab.call('timeIndexRead', way));
      await tab.close();
    }
  }
  const plainString = times.get(null) as number[];
  const ratioOf = (name: string) => {
    const each = times.get(name) as number[];
    const ratios = each.map((ms, at) => ms / (plainString[at] as number));
    return [median(each) / median(plainString), toSpread(ratios)] as const;
  };
  return [
    {
      title: `index read: ${TABS} tabs each`,
      lines: [
        atMost(`shipped index / one string of ${PLAIN_STRING_KB} KB`, ...ratioOf('shipped'), 1.5),
        atMost(`100,000 terms / one string of ${PLAIN_STRING_KB} KB`, ...ratioOf('large'), 1.5),
        plain(`string of ${PLAIN_STRING_KB} KB`, median(plainString), toSpread(plainString, ' ms'), ' ms'),
        ...(['shipped', 'large'] as const).map((name) => {
          const each = times.get(name) as number[];
          return plain(
            name === 'large' ? '100,000 terms' : 'shipped index',
            median(each),
            toSpread(each, ' ms'),
            ' ms',
          );
        }),
        plain('stored size, shipped index', run.shipped.storedBytes / 1_000, '', ' KB'),
        plain('stored size, 100,000 terms', run.large.storedBytes / 1_000, '', ' KB'),
      ],
      notes: [
        'From the call to an index ready to scan; the first call to the storage of the tab was made before.',
      ],
    },
  ];
};
