/**
 * What a content script costs before it does anything: its world made, then parsed, compiled, run. Two extensions that
 * differ in nothing but that script; a third, whose scripts run right before theirs, reads the clock; a script behind
 * the one in question reads it again. Tabs of their own, in turn.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { builtExtension } from '../drive/launch.ts';
import { atMost, type Line, plain } from './report.ts';
import type { Measurement, Run } from './run.ts';
import { median, quantile, toSpread, toText } from './statistics.ts';

/** Names of the two extensions, which are also the roots of their addresses. */
export const INJECTED = ['empty', 'reader'] as const;

const GZIPPED_LIMIT_KB = 12;

/** Milliseconds of a tab: with the making of the world, and between the clocks right before and after the script. */
type Injection = { whole: number; script: number };
type Injections = Record<(typeof INJECTED)[number], Injection>;

/** The shipped content script against an empty one. */
export const measureInjection: Measurement = async (run) => {
  const reader = readFileSync(join(builtExtension('chromium'), 'content-scripts', 'reader.js'), 'utf8');
  const pages = await sampleInjection(run, { empty: '', reader });
  const of = (name: keyof Injections, part: keyof Injection) => pages.map((page) => page[name][part]);
  const ratios = of('reader', 'whole').map((ms, at) => ms / (of('empty', 'whole')[at] as number));
  const gzipped = gzipSync(reader, { level: 9 }).length / 1_024;
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
        atMost(
          'content script, gzipped',
          gzipped,
          `${toText(reader.length / 1_024)} KB plain`,
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
): Promise<Injections[]> {
  const clock = await lab.install(
    'clock',
    INJECTED,
    { 'clock.js': 'globalThis.clock = performance.now();' },
    'early',
  );
  const ids = new Map<string, string>();
  for (const name of INJECTED) {
    const files = {
      'before.js': 'globalThis.clockBefore = performance.now();',
      'payload.js': scripts[name],
      'after.js': 'globalThis.clockAfter = performance.now();',
    };
    ids.set(name, await lab.install(name, [name], files, 'late'));
  }
  const pages: Injections[] = [];
  for (const [at, page] of site.pages.entries()) {
    progress(`injection, page ${at + 1}`);
    const here: Partial<Injections> = {};
    for (const name of at % 2 ? INJECTED : INJECTED.toReversed()) {
      const tab = await lab.openFor(ids.get(name) as string, site.addressFor(name, page));
      const { clockBefore, clockAfter } = await tab.realm.evaluate(readClocks);
      const { clock: began } = await (await tab.worldOf(clock)).evaluate(readClocks);
      here[name] = { whole: clockAfter - began, script: clockAfter - clockBefore };
      await tab.close();
    }
    pages.push(here as Injections);
  }
  return pages;
}

/** Runs in the page. */
function readClocks(): { clock: number; clockBefore: number; clockAfter: number } {
  const { clock, clockBefore, clockAfter } = globalThis as unknown as ReturnType<typeof readClocks>;
  return { clock, clockBefore, clockAfter };
}
