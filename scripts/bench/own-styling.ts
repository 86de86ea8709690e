/** What our sheet, which stands in every page, costs a page's own styling: where there is nothing to paint. */
import type { CDPSession, Page } from 'puppeteer-core';
import { readBuiltReader } from './extension.ts';
import { plain } from './report.ts';
import type { Measurement } from './run.ts';
import { median, sum, toSpread, toText } from './statistics.ts';

/** Where the pages are served for the two. */
export const STYLED = ['bare', 'sheeted'] as const;

type Styled = (typeof STYLED)[number];

/** What makes the browser style the page. */
const OCCASIONS: Record<string, (tab: Page) => Promise<unknown>> = {
  'the page comes': (tab) => tab.reload({ waitUntil: 'load' }),
  'the root’s colour changes': (tab) => tab.evaluate(changeOften, 'html', 'color'),
  'the body’s colour changes': (tab) => tab.evaluate(changeOften, 'body', 'color'),
};

/** The same pages with the shipped sheet and with none, a tab for each. */
export const measureOwnStyling: Measurement = async ({ lab, site, progress }) => {
  const payload = { 'payload.js': '' };
  const { sheet } = readBuiltReader();
  const ids = {
    bare: await lab.install('bare', ['bare'], payload),
    sheeted: await lab.install('sheeted', ['sheeted'], payload, { sheet }),
  };
  const costs = Object.entries(OCCASIONS).map(([occasion, bring]) => ({
    occasion,
    bring,
    ms: { bare: [], sheeted: [] } as Record<Styled, number[]>,
  }));
  for (const [at, page] of site.pages.entries()) {
    progress(`own styling, ${page.name}`);
    for (const styled of at % 2 ? STYLED : STYLED.toReversed()) {
      const { page: tab, close } = await lab.openFor(ids[styled], site.addressFor(styled, page));
      const session = await tab.createCDPSession();
      await session.send('Performance.enable');
      for (const { bring, ms } of costs) {
        const before = await readStyleMs(session);
        await bring(tab);
        ms[styled].push((await readStyleMs(session)) - before);
      }
      await close();
    }
  }
  return [
    {
      title: 'own styling: what a page pays for the sheet of the paint without any mention',
      lines: costs.map(({ occasion, ms }) => {
        const ratios = ms.sheeted.map((each, at) => each / (ms.bare[at] as number));
        const spread = `${toSpread(ratios)}; sums ${toText(sum(ms.sheeted) / sum(ms.bare))}`;
        return plain(`${occasion}: with the sheet / without`, median(ratios), spread);
      }),
      notes: [],
    },
  ];
};

/** In the page: changes a style and has the page styled each time. */
function changeOften(selector: string, property: string): void {
  const { style } = document.querySelector(selector) as HTMLElement;
  for (let turn = 1; turn <= 5; turn++) {
    style.setProperty(property, `rgb(${turn} 0 0)`);
    document.body.offsetHeight;
  }
}

async function readStyleMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'RecalcStyleDuration')?.value ?? 0) * 1_000;
}
