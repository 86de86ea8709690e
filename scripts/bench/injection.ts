/**
 * What a content script costs before it does anything: its world made, then parsed, compiled, run. Two extensions that
 * differ in nothing but that script; a third, whose scripts run right before theirs, reads the clock; a script behind
 * the one in question reads it again. Tabs of their own, in turn. The module that ours imports afterwards, beside the
 * page's own work, is timed by itself: from the call until it has run.
 */
import { gzipSync } from 'node:zlib';
import { type Extras, readBuiltReader } from './extension.ts';
import { atMost, type Line, plain } from './report.ts';
import type { Measurement, Run } from './run.ts';
import { median, quantile, toSpread, toText } from './statistics.ts';

/** Names of the two extensions, which are also the roots of their addresses. */
export const INJECTED = ['empty', 'reader'] as const;

const GZIPPED_LIMIT_KB = 12;

/** Milliseconds of a tab: with the making of the world, between the clocks right before and after, of the import. */
type Injection = { whole: number; script: number; imported: number };
type Injections = Record<(typeof INJECTED)[number], Injection>;

/** The shipped content script against an empty one. */
export const measureInjection: Measurement = async (run) => {
  const { injected, modules, sheet } = readBuiltReader();
  const pages = await sampleInjection(run, { empty: '', reader: injected }, { modules, sheet });
  const of = (name: keyof Injections, part: keyof Injection) => pages.map((page) => page[name][part]);
  const ratios = of('reader', 'whole').map((ms, at) => ms / (of('empty', 'whole')[at] as number));
  const toKb = (code: string) => gzipSync(code, { level: 9 }).length / 1_024;
  const toLine = (figure: string, name: keyof Injections, part: keyof Injection): Line =>
    plain(figure, median(of(name, part)), toSpread(of(name, part), ' ms'), ' ms');
  return [
    {
      title: `injection: ${pages.length} pages, a tab for each of the two`,
      lines: [
        atMost(
          'shipped content script / empty one, each with its world',
          median(of('reader', 'whole')) / median(of('empty', 'whole')),
          `${toSpread(ratios)}; most ${toText(quantile(ratios, 1))}`,
          3,
        ),
        toLine('empty, with its world', 'empty', 'whole'),
        toLine('shipped, with its world', 'reader', 'whole'),
        toLine('empty, between two clocks in the same world', 'empty', 'script'),
        toLine('shipped, between two clocks in the same world', 'reader', 'script'),
        toLine('import of the reader after it, from the call until it has run', 'reader', 'imported'),
        atMost(
          'content script and its module, gzipped',
          toKb(injected) + toKb(modules['reader-main.js']),
          `injected ${toText(toKb(injected))} KB; for a page with mentions ${toText(toKb(modules['reader-on-demand.js']))} KB more`,
          GZIPPED_LIMIT_KB,
          ' KB',
        ),
      ],
      notes: ["Ratio of the medians of all pages; spread: the middle half of the pages' own ratios."],
    },
  ];
};

async function sampleInjection(
  { lab, site, progress }: Run,
  scripts: Record<keyof Injections, string>,
  extras: Extras,
): Promise<Injections[]> {
  const clock = await lab.install(
    'clock',
    INJECTED,
    { 'clock.js': 'globalThis.clock = performance.now();' },
    { turn: 'early' },
  );
  const ids = new Map<string, string>();
  for (const name of INJECTED) {
    const files = {
      'before.js': 'globalThis.clockBefore = performance.now();',
      'payload.js': scripts[name],
      'after.js': `globalThis.clockAfter = performance.now();${name === 'reader' ? TIME_IMPORT : ''}`,
    };
    ids.set(name, await lab.install(name, [name], files, { turn: 'late', ...(name === 'reader' && extras) }));
  }
  const pages: Injections[] = [];
  for (const [at, page] of site.pages.entries()) {
    progress(`injection, page ${at + 1}`);
    const here: Partial<Injections> = {};
    for (const name of at % 2 ? INJECTED : INJECTED.toReversed()) {
      const tab = await lab.openFor(ids.get(name) as string, site.addressFor(name, page));
      const { clockBefore, clockAfter, clockImport } = await tab.realm.evaluate(readClocks);
      const { clock: began } = await (await tab.worldOf(clock)).evaluate(readClocks);
      here[name] = {
        whole: clockAfter - began,
        script: clockAfter - clockBefore,
        imported: clockImport,
      };
      await tab.close();
    }
    pages.push(here as Injections);
  }
  return pages;
}

/** Hears of the module that the loader asks for: it waits for its turn as the loader does, right behind it. */
const TIME_IMPORT = `
globalThis.clockImport = new Promise((resolve) => setTimeout(async () => {
  const began = performance.now();
  await import(chrome.runtime.getURL('/reader-main.js'));
  resolve(performance.now() - began);
}));`;

type Clocks = {
  clock: number;
  clockBefore: number;
  clockAfter: number;
  clockImport: Promise<number> | undefined;
};

/** Runs in the page. */
async function readClocks(): Promise<Omit<Clocks, 'clockImport'> & { clockImport: number }> {
  const { clock, clockBefore, clockAfter, clockImport } = globalThis as unknown as Clocks;
  return { clock, clockBefore, clockAfter, clockImport: (await clockImport) ?? 0 };
}
