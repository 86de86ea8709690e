/**
 * `npm run bench`: how fast Sidelight is, as ratios against floors and peers that are measured in the same run, in
 * real browsers. It reports and never fails: each line has its figure, its spread, its bar, and whether it is met.
 *
 *     npm run bench -- --pages ../shared/pages --only cold-scan,warm-scan --rounds 3 --limit 20
 */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CHANGING_PAGES, measureChangingPage } from './bench/changing-page.ts';
import { measureColdScan } from './bench/cold-scan.ts';
import { measureHoverCard } from './bench/hover-card.ts';
import { measureHoverLookUp } from './bench/hover-lookup.ts';
import { measureIndexRead } from './bench/index-read.ts';
import { makeIndex } from './bench/indexes.ts';
import { INJECTED, measureInjection } from './bench/injection.ts';
import { measureInstall } from './bench/install.ts';
import { openLab } from './bench/lab.ts';
import { makeLargePack, makeNamedPack, namesOnPages, wordsOnPages } from './bench/large-pack.ts';
import { measureMarking } from './bench/marking.ts';
import { measureMemory, REMEMBERING } from './bench/memory.ts';
import { measureOwnStyling, STYLED } from './bench/own-styling.ts';
import { servePages } from './bench/pages.ts';
import { toPeerPattern } from './bench/peer-pattern.ts';
import { measureQuiet } from './bench/quiet.ts';
import { printSection } from './bench/report.ts';
import type { Measurement, Run } from './bench/run.ts';
import { createScanSamples } from './bench/scan-samples.ts';
import { measureScreenFirst } from './bench/screen-first.ts';
import { measureSlices } from './bench/slices.ts';
import { PEER_PATTERN_KEY, PLAIN_STRING_KEY } from './bench/storage-keys.ts';
import { measureTermCount } from './bench/term-count.ts';
import { measureWarmScan } from './bench/warm-scan.ts';
import { readShippedTopics } from './packs/read-shipped.ts';

const OWN_PAGES = join(import.meta.dirname, 'demo', 'articles');

/** In the order of the report. */
const MEASUREMENTS: Record<string, Measurement> = {
  'cold-scan': measureColdScan,
  'warm-scan': measureWarmScan,
  'term-count': measureTermCount,
  'index-read': measureIndexRead,
  slices: measureSlices,
  'screen-first': measureScreenFirst,
  marking: measureMarking,
  'own-styling': measureOwnStyling,
  'hover-lookup': measureHoverLookUp,
  'hover-card': measureHoverCard,
  'changing-page': measureChangingPage,
  injection: measureInjection,
  install: measureInstall,
  memory: measureMemory,
  quiet: measureQuiet,
};

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: OWN_PAGES },
    only: { type: 'string' },
    rounds: { type: 'string', default: '2' },
    limit: { type: 'string' },
  },
});
const names = values.only?.split(',') ?? Object.keys(MEASUREMENTS);
const unknown = names.find((name) => !MEASUREMENTS[name]);
if (unknown)
  throw new Error(`There is no measurement "${unknown}": ${Object.keys(MEASUREMENTS).join(', ')}.`);

const began = performance.now();
const topics = readShippedTopics();
const shipped = makeIndex('shipped', topics);
const pattern = toPeerPattern(topics);
const site = await servePages(
  resolve(values.pages),
  CHANGING_PAGES,
  [...INJECTED, ...REMEMBERING, ...STYLED],
  values.limit ? Number(values.limit) : null,
);
const [words, onPages] = [wordsOnPages(site.pages), namesOnPages(site.pages)];
const large = makeIndex('large', makeLargePack(topics, words));
const named = makeIndex('named', makeNamedPack(topics, onPages));
const largeNamed = makeIndex('largeNamed', makeLargePack(topics, words, onPages));
const lab = await openLab();
try {
  await lab.store({
    ...shipped.entries,
    ...large.entries,
    ...named.entries,
    ...largeNamed.entries,
    [PEER_PATTERN_KEY]: pattern.source,
    [PLAIN_STRING_KEY]: 'x'.repeat(300_000),
  });
  const base: Omit<Run, 'samples'> = {
    lab,
    site,
    rounds: Number(values.rounds),
    shipped,
    large,
    named,
    largeNamed,
    alternatives: pattern.alternatives,
    isWanted: (name) => names.includes(name),
    progress: (text) => process.stderr.isTTY && process.stderr.write(`\r\x1b[K${text}`),
  };
  const run: Run = { ...base, samples: createScanSamples(base) };
  console.log(`${await lab.browser.version()}, ${site.pages.length} pages of ${values.pages}`);
  if (values.limit) console.log(`Only ${values.limit} pages were asked for: no bar is judged by them.`);
  for (const name of names) {
    for (const section of await (MEASUREMENTS[name] as Measurement)(run)) printSection(section);
  }
} finally {
  await lab.close();
  await site.close();
}
console.log(`\n${Math.round((performance.now() - began) / 1_000)} s`);
