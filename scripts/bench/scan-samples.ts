/** Scans every page in every way, cold and warm, everything in turn. */
import type { InPage } from './in-page/main.ts';
import type { Method } from './in-page/methods.ts';
import type { BenchPage } from './pages.ts';
import type { PageSamples, Run, ScanSamples } from './run.ts';

/** Sampled in every round: what bars are about. */
const COLD: Method[] = ['encode'];
/** Sampled in the first round only: what they cost shows in one. */
const COLD_OTHERS: Method[] = ['walk', 'encodeOurs', 'justRead', 'expression', 'finder', 'mark'];
const WARM: Method[] = ['walk', 'units', 'justRead', 'expression', 'finder', 'mark'];

/** Sampled for the number of terms. */
const LARGER: Method[] = ['large', 'named', 'largeNamed'];

type TextOfPage = ReturnType<InPage['describeText']>;

/** Rounds within one tab, where a round costs next to nothing. */
const WARM_ROUNDS = 7;

/** The samples, each kind taken when first asked for. */
export function createScanSamples(run: Omit<Run, 'samples'>): ScanSamples {
  const texts = new Map<string, Promise<TextOfPage>>();
  const textOf = (page: BenchPage) => {
    const text = texts.get(page.name) ?? describePage(run, page);
    texts.set(page.name, text);
    return text;
  };
  let cold: Promise<PageSamples[]> | null = null;
  let warm: Promise<PageSamples[]> | null = null;
  return {
    cold: () => {
      cold ??= sampleCold(run, textOf);
      return cold;
    },
    warm: () => {
      warm ??= sampleWarm(run, textOf);
      return warm;
    },
  };
}

async function describePage({ lab }: Pick<Run, 'lab'>, { address }: BenchPage): Promise<TextOfPage> {
  const tab = await lab.openTab(address);
  const text = await tab.call('describeText');
  await tab.close();
  return text;
}

/** A tab for each sample. */
async function sampleCold(
  run: Omit<Run, 'samples'>,
  textOf: (page: BenchPage) => Promise<TextOfPage>,
): Promise<PageSamples[]> {
  const pages = new Map<BenchPage, PageSamples>();
  for (let round = 0; round < run.rounds; round++) {
    for (const [at, page] of run.site.pages.entries()) {
      run.progress(`cold scans, round ${round + 1} of ${run.rounds}, page ${at + 1}`);
      const text = await textOf(page);
      const { samples } = entryOf(pages, page, text);
      const beside = run.isWanted('cold-scan') ? [...COLD, ...(round === 0 ? COLD_OTHERS : [])] : [];
      const larger = run.isWanted('term-count') ? LARGER : [];
      for (const method of shuffled<Method>(['ours', ...beside, ...larger])) {
        const tab = await run.lab.openTab(page.address);
        const { ms } = await tab.call('timeCold', method, text);
        await tab.close();
        samples.set(method, [...(samples.get(method) ?? []), ms]);
      }
    }
  }
  return [...pages.values()];
}

/** A tab for each page. */
async function sampleWarm(
  run: Omit<Run, 'samples'>,
  textOf: (page: BenchPage) => Promise<TextOfPage>,
): Promise<PageSamples[]> {
  const pages = new Map<BenchPage, PageSamples>();
  const beside = run.isWanted('warm-scan') ? WARM : [];
  const larger = run.isWanted('term-count') ? LARGER : [];
  for (const [at, page] of run.site.pages.entries()) {
    run.progress(`warm scans, page ${at + 1}`);
    const text = await textOf(page);
    const { samples } = entryOf(pages, page, text);
    const tab = await run.lab.openTab(page.address);
    const times = await tab.call(
      'timeWarm',
      shuffled<Method>(['ours', ...beside, ...larger]),
      WARM_ROUNDS,
      text,
    );
    await tab.close();
    for (const [method, taken] of Object.entries(times)) samples.set(method, taken);
  }
  return [...pages.values()];
}

function entryOf(pages: Map<BenchPage, PageSamples>, page: BenchPage, text: TextOfPage): PageSamples {
  const { units, readUnits } = text;
  const entry = pages.get(page) ?? { page: page.name, units, readUnits, samples: new Map() };
  pages.set(page, entry);
  return entry;
}

/** The items in an order by chance. */
function shuffled<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, at: Math.random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
